//! The choices that a change file is read with.

use super::Wanted;
use crate::directory::Directory;
use crate::options::{Blanks, Conflicts, Create, Key, Options};
use crate::oracle::explain;
use crate::schema::{Kind, Schema};
use crate::stages::change_set::{Change, ChangeSet};
use crate::values::{list, mojibake};
use std::collections::{BTreeMap, BTreeSet};

/// The key of a file: `EmployeeId` where the change set was planned by it, and where somebody is renamed and everybody
/// in the file has an id that stays.
pub(super) fn key(schema: &Schema, planned: Key, rows: &[Wanted]) -> Key {
    let renames = rows.iter().any(|row| row.before.as_ref().is_some_and(|before| *before != row.username));
    let stays = |row: &Wanted| {
        let changes = row.before.is_some() && row.cells.iter().any(|(column, _)| Some(*column) == schema.employee_id());
        !row.employee_id.is_empty() && !changes
    };
    if planned == Key::EmployeeId || renames && rows.iter().all(stays) { Key::EmployeeId } else { Key::Username }
}

/// Everything that the file itself can't say.
pub(super) fn of_file(
    directory: &Directory,
    change_set: &ChangeSet,
    planned: &Options,
    key: Key,
    rows: &[Wanted],
    changed: &BTreeSet<usize>,
    cleared: &BTreeSet<usize>,
) -> Options {
    let schema = directory.schema();
    let header = |column: &usize| schema.header_of(*column).to_owned();
    let renamed = rows.iter().filter(|row| key == Key::Username && row.before.is_some());
    let renames = renamed.filter_map(|row| Some((row.username.clone(), row.before.clone()?)));
    let created = rows.iter().filter(|row| row.before.is_none()).map(|row| row.username.clone());
    let new_people: BTreeSet<String> = created.collect();
    Options {
        key,
        blanks: Blanks::Keep,
        blanks_by_column: cleared.iter().map(|column| (header(column), Blanks::Clear)).collect(),
        create: if new_people.is_empty() { Create::Deny } else { Create::Allow },
        renames: renames.filter(|(new, old)| new != old).collect(),
        new_people,
        kept_apart: kept_apart(directory, change_set, rows),
        // Whoever takes up a file of changes has decided about them.
        meant: changed.iter().map(header).collect(),
        meant_values: meant_values(schema, change_set),
        budget: planned.budget,
        conflicts: Conflicts::default(),
        ..Options::default()
    }
}

/// Values that would be taken for damage, forward or back.
fn meant_values(schema: &Schema, change_set: &ChangeSet) -> BTreeMap<String, BTreeSet<String>> {
    let mut meant: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for change in change_set.operations.iter().flat_map(|operation| &operation.changes) {
        for (stored, value) in [(&change.old, &change.new), (&change.new, &change.old)] {
            let kind = schema.column(change.column).map(|column| &column.kind);
            if kind.is_some_and(|kind| explain(kind, stored, value).is_some()) || mojibake::undone(value).is_some() {
                meant.entry(schema.header_of(change.column).to_owned()).or_default().insert(value.clone());
            }
        }
    }
    meant
}

/// Values of lists that stand beside each other and would be taken for one known value with a pipe in its name.
fn kept_apart(directory: &Directory, change_set: &ChangeSet, rows: &[Wanted]) -> BTreeMap<String, BTreeSet<String>> {
    let schema = directory.schema();
    let mut apart: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let is_list = |column: usize| schema.column(column).is_some_and(|column| matches!(column.kind, Kind::List { .. }));
    let mut in_change_set: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let changes = change_set.operations.iter().flat_map(|operation| &operation.changes);
    for Change { column, old, new } in changes.filter(|change| is_list(change.column)) {
        let piped = [old, new].into_iter().filter(|value| value.contains("\\|")).flat_map(|value| list::decode(value));
        in_change_set.entry(*column).or_default().extend(piped);
    }
    let lists =
        rows.iter().flat_map(|row| &row.cells).filter(|(column, value)| is_list(*column) && value.contains('|'));
    for (column, value) in lists {
        let values = list::decode(value);
        let known = |name: &str| {
            directory.knows_value(*column, name) || in_change_set.get(column).is_some_and(|known| known.contains(name))
        };
        let apart = apart.entry(schema.header_of(*column).to_owned()).or_default();
        while let Some((_, name)) = list::rejoined(&values, |name| known(name) && !apart.contains(name)) {
            apart.insert(name);
        }
    }
    apart.retain(|_, names| !names.is_empty());
    apart
}
