//! The rows of a change file: what each person's row says, forward and back.

use super::{Left, Wanted, is_new};
use crate::directory::Directory;
use crate::schema::Kind;
use crate::stages::change_set::{Change, ChangeSet, Operation, OperationKind};
use crate::values::key::comparison_form;
use hashbrown::HashMap;

/// The value that a created person's `AccountState` is given back by.
const SWITCHED_OFF: (&str, &str) = ("AccountState", "DISABLED");

/// What the file itself does.
pub(super) fn forward(directory: &Directory, change_set: &ChangeSet) -> Vec<Wanted> {
    let username = directory.schema().username();
    let row = |(operation, stated): (&Operation, Vec<&Change>)| {
        let person = directory.find_username(&operation.username).filter(|_| !is_new(operation));
        Wanted {
            before: (!is_new(operation)).then(|| operation.username.clone()),
            username: renamed(operation, username).unwrap_or(&operation.username).to_owned(),
            employee_id: employee_id(directory, operation, person),
            revision: person.and_then(|person| directory.person(person)?.revision()),
            cells: stated.into_iter().map(|change| (change.column, change.new.clone())).collect(),
            person,
            created_with: Vec::new(),
        }
    };
    stated(directory, change_set).map(row).collect()
}

/// What takes it back, and what can't be taken back.
pub(super) fn back(
    directory: &Directory,
    change_set: &ChangeSet,
    revision: &dyn Fn(&str) -> Option<u64>,
) -> (Vec<Wanted>, Vec<Left>) {
    let schema = directory.schema();
    let mut left = Vec::new();
    let mut rows = Vec::new();
    for (operation, stated) in stated(directory, change_set) {
        let after = renamed(operation, schema.username()).unwrap_or(&operation.username).to_owned();
        let person = directory.find_username(&operation.username).filter(|_| !is_new(operation));
        let mut cells = Vec::new();
        if is_new(operation) {
            left.push(Left { username: after.clone(), column: None });
            cells.extend(switched_off(directory, operation));
        } else {
            for change in stated {
                if change.old.is_empty() && schema.column(change.column).is_some_and(|column| column.required) {
                    let column = Some(schema.header_of(change.column).to_owned());
                    left.push(Left { username: after.clone(), column });
                } else {
                    cells.push((change.column, change.old.clone()));
                }
            }
        }
        rows.push(Wanted {
            revision: revision(&after),
            username: operation.username.clone(),
            employee_id: employee_id(directory, operation, person),
            before: Some(after),
            cells,
            person,
            created_with: if is_new(operation) { new_values(operation) } else { Vec::new() },
        });
    }
    (rows, left)
}

/// The operations, each with the changes that a file must state: all but those that follow from a rename.
fn stated<'a>(
    directory: &'a Directory,
    change_set: &'a ChangeSet,
) -> impl Iterator<Item = (&'a Operation, Vec<&'a Change>)> {
    let schema = directory.schema();
    let renames: HashMap<String, &str, foldhash::fast::FixedState> = change_set
        .operations
        .iter()
        .filter_map(|operation| {
            let new = renamed(operation, schema.username())?;
            Some((comparison_form(&operation.username).into_owned(), new))
        })
        .collect();
    let follows = move |change: &&Change| {
        schema.column(change.column).is_some_and(|column| column.kind == Kind::Reference)
            && renames.get(comparison_form(&change.old).as_ref()) == Some(&change.new.as_str())
    };
    change_set.operations.iter().map(move |operation| {
        let follow = |change: &&Change| !is_new(operation) && follows(change);
        (operation, operation.changes.iter().filter(|change| !follow(change)).collect())
    })
}

fn renamed(operation: &Operation, username: usize) -> Option<&str> {
    if operation.kind != OperationKind::Rename {
        return None;
    }
    operation.changes.iter().find(|change| change.column == username).map(|change| change.new.as_str())
}

fn new_values(operation: &Operation) -> Vec<(usize, String)> {
    operation.changes.iter().map(|change| (change.column, change.new.clone())).collect()
}

/// The id that a person has before and after; nothing where it changes.
fn employee_id(directory: &Directory, operation: &Operation, person: Option<usize>) -> String {
    let Some(column) = directory.schema().employee_id() else { return String::new() };
    let change = operation.changes.iter().find(|change| change.column == column);
    match (change, person.and_then(|person| directory.person(person))) {
        (Some(change), None) => change.new.clone(),
        (None, Some(person)) => person.value(column).into_owned(),
        _ => String::new(),
    }
}

fn switched_off(directory: &Directory, operation: &Operation) -> Option<(usize, String)> {
    let (header, value) = SWITCHED_OFF;
    let column = directory.schema().index_of(header)?;
    let can = match &directory.schema().column(column)?.kind {
        Kind::Choice { options, .. } => options.iter().any(|option| option == value),
        _ => false,
    };
    let is_off = operation.changes.iter().any(|change| change.column == column && change.new == value);
    (can && !is_off).then(|| (column, value.to_owned()))
}
