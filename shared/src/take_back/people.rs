//! Deleting the people who came, and what follows for those who refer to them.

use super::{Conflict, Why, Work};
use crate::options::Side;
use crate::stages::change_set::follow::references;
use crate::stages::change_set::{Change, Operation, OperationKind};
use crate::values::key::comparison_form;
use hashbrown::{HashMap, HashSet};

type Map<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// Adds the deletions of people to the operations, and the references that others lose.
pub(super) fn delete(
    work: &Work<'_>,
    going: Vec<String>,
    operations: &mut Vec<Operation>,
    conflicts: &mut Vec<Conflict>,
) {
    if going.is_empty() {
        return;
    }
    let username = work.schema.username();
    let forms: Map<String, String> =
        going.iter().map(|name| (comparison_form(name).into_owned(), name.clone())).collect();
    let lost = lost_references(work, &forms, operations);
    let mut stay: HashSet<String, foldhash::fast::FixedState> = HashSet::default();
    for (name, _, _) in &lost {
        if stay.contains(name) {
            continue;
        }
        let known = conflicts.iter().any(|conflict| conflict.username == *name && conflict.why == Why::ReferredTo);
        let decided = work.decisions.side(name, work.schema.header_of(username));
        if !known {
            conflicts.push(work.conflict(name, username, Why::ReferredTo, ("", name), decided));
        }
        if decided != Some(Side::Yours) {
            stay.insert(name.clone());
        }
    }
    let mut of_person: Map<String, usize> =
        operations.iter().enumerate().map(|(place, operation)| (operation.username.clone(), place)).collect();
    for (name, who, change) in lost {
        if stay.contains(&name) {
            continue;
        }
        let place = *of_person.entry(who.clone()).or_insert_with(|| {
            operations.push(Operation { kind: OperationKind::Update, username: who, line: 0, changes: Vec::new() });
            operations.len() - 1
        });
        if let Some(operation) = operations.get_mut(place) {
            operation.changes.push(change);
            operation.changes.sort_by_key(|change| change.column);
        }
    }
    // Whatever else was to become of those who go, they go.
    operations.retain(|operation| {
        operation.kind == OperationKind::Create
            || !forms.contains_key(comparison_form(&operation.username).as_ref())
            || stay.contains(&operation.username)
    });
    for name in going.into_iter().filter(|name| !stay.contains(name)) {
        let change = Change { column: username, old: name.clone(), new: String::new() };
        operations.push(Operation { kind: OperationKind::Delete, username: name, line: 0, changes: vec![change] });
    }
}

/// The references to people who go that nobody takes back: who goes, who refers to her, and the change.
fn lost_references(
    work: &Work<'_>,
    going: &Map<String, String>,
    operations: &[Operation],
) -> Vec<(String, String, Change)> {
    let columns = references(work.schema);
    let planned: Map<&str, &Operation> =
        operations.iter().map(|operation| (operation.username.as_str(), operation)).collect();
    let mut lost = Vec::new();
    for person in work.directory.iter() {
        for column in &columns {
            let value = person.value(*column);
            let Some(name) = (!value.is_empty()).then(|| going.get(comparison_form(&value).as_ref())).flatten() else {
                continue;
            };
            let who = person.username();
            let given_up = planned
                .get(who.as_ref())
                .is_some_and(|operation| operation.changes.iter().any(|change| change.column == *column));
            if given_up || going.contains_key(comparison_form(&who).as_ref()) {
                continue;
            }
            let change = Change { column: *column, old: value.into_owned(), new: String::new() };
            lost.push((name.clone(), who.into_owned(), change));
        }
    }
    lost
}
