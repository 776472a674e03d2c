//! Keys that would be given back, and that another person holds by now.

use crate::directory::Directory;
use crate::schema::Schema;
use crate::stages::change_set::{Operation, OperationKind};
use crate::values::key::comparison_form;
use std::collections::{BTreeMap, BTreeSet};

/// The cells, by their operation's Username, whose new value another person would hold, too.
pub(super) fn taken(schema: &Schema, directory: &Directory, operations: &[Operation]) -> Vec<(String, usize)> {
    let username = schema.username();
    let mut found = of_column(
        operations,
        username,
        |value| comparison_form(value).into_owned(),
        &|value| directory.find_username(value),
        directory,
    );
    if let Some(employee_id) = schema.employee_id() {
        found.extend(of_column(
            operations,
            employee_id,
            str::to_owned,
            &|value| directory.find_employee_id(value),
            directory,
        ));
    }
    found
}

fn of_column(
    operations: &[Operation],
    column: usize,
    form: impl Fn(&str) -> String,
    find: &dyn Fn(&str) -> Option<usize>,
    directory: &Directory,
) -> Vec<(String, usize)> {
    // Who gives her value up, or goes, is in nobody's way.
    let mut leaving: BTreeSet<&str> = BTreeSet::new();
    let mut wanted: BTreeMap<String, Vec<&Operation>> = BTreeMap::new();
    for operation in operations {
        let change = operation.changes.iter().find(|change| change.column == column);
        if operation.kind == OperationKind::Delete {
            leaving.insert(&operation.username);
        } else if let Some(change) = change {
            if operation.kind != OperationKind::Create {
                leaving.insert(&operation.username);
            }
            if !change.new.is_empty() {
                wanted.entry(form(&change.new)).or_default().push(operation);
            }
        }
    }
    let mut taken = Vec::new();
    for (value, operations) in wanted {
        let holder = find(&value).and_then(|position| directory.person(position));
        let held = holder.is_some_and(|holder| !leaving.contains(holder.username().as_ref()));
        if held || operations.len() > 1 {
            taken.extend(operations.into_iter().map(|operation| (operation.username.clone(), column)));
        }
    }
    taken
}
