//! References that would be given back, to people who aren't there any more under that Username.

use crate::directory::Directory;
use crate::schema::Schema;
use crate::stages::change_set::follow::references;
use crate::stages::change_set::{Operation, OperationKind};
use crate::values::key::comparison_form;
use hashbrown::HashSet;

type Set = HashSet<String, foldhash::fast::FixedState>;

/// The cells, by their operation's Username, that would refer to nobody.
pub(super) fn missing(schema: &Schema, directory: &Directory, operations: &[Operation]) -> Vec<(String, usize)> {
    let columns = references(schema);
    let username = schema.username();
    let (mut given_up, mut given) = (Set::default(), Set::default());
    for operation in operations {
        if let Some(change) = operation.changes.iter().find(|change| change.column == username) {
            given_up.insert(comparison_form(&change.old).into_owned());
            if operation.kind != OperationKind::Delete {
                given.insert(comparison_form(&change.new).into_owned());
            }
        }
    }
    let is_there = |name: &str| {
        let form = comparison_form(name);
        given.contains(form.as_ref()) || !given_up.contains(form.as_ref()) && directory.find_username(name).is_some()
    };
    let mut found = Vec::new();
    for operation in operations.iter().filter(|operation| operation.kind != OperationKind::Delete) {
        for change in operation.changes.iter().filter(|change| columns.contains(&change.column)) {
            if !change.new.is_empty() && !is_there(&change.new) {
                found.push((operation.username.clone(), change.column));
            }
        }
    }
    found
}
