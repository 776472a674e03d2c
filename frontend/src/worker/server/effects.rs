//! Tells by name and value what a plan would do. It is worked out when she is about to send, and not with each plan.

use std::collections::{BTreeMap, BTreeSet};

use shared::stages::change_set::{Operation, OperationKind};

use super::held::Desk;
use super::summary::cut;
use crate::worker::protocol::{ColumnEffect, Effects};

/// The longest value that is told.
const SHOWN_CHARS: usize = 60;
/// How many columns, values of a column, and people of a kind are told.
const MOST_COLUMNS: usize = 8;
const MOST_VALUES: usize = 3;
const MOST_NAMES: usize = 5;
/// How many different values of a column are counted: whoever changes more has no accident that a list would show.
const MOST_COUNTED: usize = 2_000;

/// The column that says whether somebody may come in, and its word for "yes".
const STATE: (&str, &str) = ("AccountState", "ACTIVE");

/// The values of a column that would go and come.
#[derive(Default)]
struct Seen<'a> {
    people: usize,
    new: BTreeMap<&'a str, usize>,
    old: BTreeSet<&'a str>,
    is_many: bool,
}

impl Desk {
    /// What the plan would do.
    pub(super) fn effects(&self) -> Option<Effects> {
        let review = self.review.as_ref()?;
        let (schema, operations) = (review.schema(), &review.plan().change_set.operations);
        let (state, username) = (schema.index_of(STATE.0), schema.index_of("Username"));
        let mut effects = Effects::default();
        let mut columns: BTreeMap<usize, Seen<'_>> = BTreeMap::new();
        for operation in operations {
            match operation.kind {
                OperationKind::Create => {
                    effects.created.add(MOST_NAMES, || operation.username.clone());
                    continue;
                }
                OperationKind::Rename => effects.renamed.add(MOST_NAMES, || renamed(operation, username)),
                OperationKind::Update | OperationKind::Delete => {}
            }
            for change in &operation.changes {
                if Some(change.column) == state && is_on(&change.old) && !is_on(&change.new) {
                    effects.switched_off.add(MOST_NAMES, || operation.username.clone());
                }
                columns.entry(change.column).or_default().see(&change.old, &change.new);
            }
        }
        let mut columns: Vec<ColumnEffect> =
            columns.into_iter().map(|(column, seen)| seen.told(schema.header_of(column))).collect();
        columns.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.header.cmp(&b.header)));
        columns.truncate(MOST_COLUMNS);
        Some(Effects { columns, ..effects })
    }
}

/// An empty state is "yes", too.
fn is_on(state: &str) -> bool {
    state.is_empty() || state == STATE.1
}

fn renamed(operation: &Operation, username: Option<usize>) -> String {
    let change = operation.changes.iter().find(|change| Some(change.column) == username);
    change.map_or_else(|| operation.username.clone(), |change| format!("{} → {}", change.old, change.new))
}

impl<'a> Seen<'a> {
    fn see(&mut self, old: &'a str, new: &'a str) {
        self.people += 1;
        let has_room = self.new.len() < MOST_COUNTED;
        match self.new.get_mut(new) {
            Some(count) => *count += 1,
            None if has_room => {
                self.new.insert(new, 1);
            }
            None => self.is_many = true,
        }
        if self.old.len() < MOST_COUNTED {
            self.old.insert(old);
        }
    }

    fn told(self, header: &str) -> ColumnEffect {
        let (new_values, old_values) = (self.new.len(), self.old.len());
        let mut to: Vec<(&str, usize)> = self.new.into_iter().collect();
        to.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let to = to.into_iter().take(MOST_VALUES).map(|(value, count)| (cut(value, SHOWN_CHARS), count)).collect();
        ColumnEffect {
            header: header.to_owned(),
            people: self.people,
            to,
            new_values,
            old_values,
            is_many: self.is_many,
        }
    }
}
