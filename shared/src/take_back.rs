//! Deeds of the past × directory → the operations that take them back.
//!
//! Undoing a revision and restoring an earlier state are the same thing: each deed says what became of a cell or of a
//! person, and its inverse is planned against the directory of now. What somebody changed since is never overwritten in
//! silence: it is a conflict, decided cell by cell like an import's. `Yours` takes the deed back, `Theirs` leaves what
//! is there.

mod keys;
mod missing;
mod people;

use crate::directory::Directory;
use crate::options::{Conflicts, Key, Options, Side};
use crate::schema::Schema;
use crate::stages::change_set::follow::follow_renames;
use crate::stages::change_set::{Change, ChangeSet, Operation, OperationKind, digest_of, ordered};
use serde::Serialize;
use std::collections::BTreeSet;

/// Something that was done, to be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A cell of a person who is there was changed.
    Changed {
        /// Her position in the directory.
        person: usize,
        /// The column's position in the schema.
        column: usize,
        /// What the cell held before.
        old: String,
        /// What it was given.
        new: String,
    },
    /// A person came.
    Came {
        /// Her position in the directory.
        person: usize,
        /// Whether she changed after she came, beyond the deeds that are taken back.
        edited_since: bool,
    },
    /// A person was deleted: all her values, in the schema's order.
    Went {
        /// What she held.
        values: Vec<String>,
    },
}

/// What taking deeds back would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// The operations.
    pub change_set: ChangeSet,
    /// What must be decided, and what was.
    pub conflicts: Vec<Conflict>,
    /// Names the effect; `None` while a conflict is undecided.
    pub digest: Option<String>,
}

/// A cell, or a whole person, that isn't as the deed left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// The person's Username as of now.
    pub username: String,
    /// The column; for a whole person, that of Usernames.
    pub column: String,
    /// Why it isn't simply taken back.
    pub why: Why,
    /// What the cell would be given back.
    pub then: String,
    /// What the cell holds now.
    pub now: String,
    /// What was decided. Where a value can't be given back, what is there can only stay.
    pub decided: Option<Side>,
}

/// Why a deed isn't simply taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The cell, or the person who came, was edited since.
    EditedSince,
    /// Another person holds the Username or `EmployeeId` that it would be given back.
    Taken,
    /// Others refer to the person who would be deleted; they would lose the reference.
    ReferredTo,
    /// Nobody has the Username any more that the reference would be given back.
    Missing,
}

/// Plans the inverse of `deeds`, which stand in the order of people.
pub fn take_back(directory: &Directory, deeds: &[Deed], decisions: &Conflicts) -> TakenBack {
    let mut work =
        Work { directory, schema: directory.schema(), decisions, taken: BTreeSet::new(), missing: BTreeSet::new() };
    loop {
        let mut conflicts = Vec::new();
        let operations = work.operations(deeds, &mut conflicts);
        // What stays where it is may be in the way of something else, so it is asked again until nothing is new.
        let known = work.taken.len() + work.missing.len();
        work.taken.extend(keys::taken(work.schema, directory, &operations));
        work.missing.extend(missing::missing(work.schema, directory, &operations));
        if work.taken.len() + work.missing.len() == known {
            let undecided = conflicts.iter().any(|conflict| conflict.decided.is_none());
            let change_set = ordered(directory, Key::Username, operations);
            let digest = (!undecided).then(|| digest_of(&change_set, work.schema, &Options::default()));
            return TakenBack { change_set, conflicts, digest };
        }
    }
}

struct Work<'a> {
    directory: &'a Directory,
    schema: &'a Schema,
    decisions: &'a Conflicts,
    /// Cells, by the Username of their operation, whose value somebody else holds.
    taken: BTreeSet<(String, usize)>,
    /// Cells, by the Username of their operation, that would refer to nobody.
    missing: BTreeSet<(String, usize)>,
}

impl Work<'_> {
    fn operations(&self, deeds: &[Deed], conflicts: &mut Vec<Conflict>) -> Vec<Operation> {
        let mut operations: Vec<Operation> = Vec::new();
        let mut going = Vec::new();
        let mut last: Option<crate::directory::Person<'_>> = None;
        for deed in deeds {
            match deed {
                Deed::Changed { person, column, old, new } => {
                    if last.as_ref().is_none_or(|last| last.position != *person) {
                        last = self.directory.person(*person);
                    }
                    let Some(person) = &last else { continue };
                    let now = person.value(*column);
                    if now == *old {
                        continue;
                    }
                    let username = person.username();
                    if !self.takes_back(&username, *column, (old, new, &now), conflicts) {
                        continue;
                    }
                    let change = Change { column: *column, old: now.into_owned(), new: old.clone() };
                    push_change(&mut operations, &username, change, self.schema);
                }
                Deed::Came { person, edited_since } => {
                    let Some(person) = self.directory.person(*person) else { continue };
                    if self.deletes(&person.username(), *edited_since, conflicts) {
                        going.push(person.username().into_owned());
                    }
                }
                Deed::Went { values } => operations.extend(self.brought_back(values, conflicts)),
            }
        }
        for operation in &mut operations {
            operation.changes.sort_by_key(|change| change.column);
        }
        people::delete(self, going, &mut operations, conflicts);
        follow_renames(self.schema, self.directory, &mut operations);
        operations
    }

    /// Whether a cell gets its old value back, `then`, `set` and `now` being what it held, was given, and holds.
    fn takes_back(
        &self,
        username: &str,
        column: usize,
        (then, set, now): (&str, &str, &str),
        conflicts: &mut Vec<Conflict>,
    ) -> bool {
        let impossible = self.why_not(username, column);
        if now == set && impossible.is_none() {
            return true;
        }
        let decided = self.decisions.side(username, self.schema.header_of(column));
        let why = impossible.unwrap_or(Why::EditedSince);
        let decided = decided.filter(|side| impossible.is_none() || *side == Side::Theirs);
        conflicts.push(self.conflict(username, column, why, (then, now), decided));
        decided == Some(Side::Yours)
    }

    /// Why a cell can't be given its old value back, if it can't.
    fn why_not(&self, username: &str, column: usize) -> Option<Why> {
        let cell = (username.to_owned(), column);
        let missing = self.missing.contains(&cell).then_some(Why::Missing);
        if self.taken.contains(&cell) { Some(Why::Taken) } else { missing }
    }

    fn deletes(&self, username: &str, edited_since: bool, conflicts: &mut Vec<Conflict>) -> bool {
        if !edited_since {
            return true;
        }
        let column = self.schema.username();
        let decided = self.decisions.side(username, self.schema.header_of(column));
        conflicts.push(self.conflict(username, column, Why::EditedSince, ("", username), decided));
        decided == Some(Side::Yours)
    }

    /// The operation that creates a deleted person again, without the keys that somebody else holds by now.
    fn brought_back(&self, values: &[String], conflicts: &mut Vec<Conflict>) -> Option<Operation> {
        let username = values.get(self.schema.username())?.clone();
        let mut changes = Vec::new();
        for (column, value) in values.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
            if self.schema.columns.get(column).is_none_or(|column| column.system) {
                continue;
            }
            if let Some(why) = self.why_not(&username, column) {
                let decided = self.decisions.side(&username, self.schema.header_of(column));
                let decided = decided.filter(|side| *side == Side::Theirs);
                conflicts.push(self.conflict(&username, column, why, (value, ""), decided));
                if column == self.schema.username() {
                    return None;
                }
                continue;
            }
            changes.push(Change { column, old: String::new(), new: value.clone() });
        }
        Some(Operation { kind: OperationKind::Create, username, line: 0, changes })
    }

    fn conflict(
        &self,
        username: &str,
        column: usize,
        why: Why,
        (then, now): (&str, &str),
        decided: Option<Side>,
    ) -> Conflict {
        Conflict {
            username: username.to_owned(),
            column: self.schema.header_of(column).to_owned(),
            why,
            then: then.to_owned(),
            now: now.to_owned(),
            decided,
        }
    }
}

/// Adds a change to the operation of its person, which is the last one where deeds stand in the order of people.
fn push_change(operations: &mut Vec<Operation>, username: &str, change: Change, schema: &Schema) {
    let renames = change.column == schema.username();
    if operations.last().is_none_or(|last| last.username != username || last.kind == OperationKind::Create) {
        let kind = OperationKind::Update;
        operations.push(Operation { kind, username: username.to_owned(), line: 0, changes: Vec::new() });
    }
    let Some(operation) = operations.last_mut() else { return };
    if renames {
        operation.kind = OperationKind::Rename;
    }
    operation.changes.push(change);
}
