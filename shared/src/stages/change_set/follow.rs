//! What follows from a rename: everybody who refers to the person by her old Username refers to her by the new one.

use super::{Change, Operation, OperationKind};
use crate::directory::Directory;
use crate::schema::{Kind, Schema};
use crate::values::key::comparison_form;
use hashbrown::HashMap;

/// Adds the changes of references to the operations.
pub(crate) fn follow_renames(schema: &Schema, directory: &Directory, operations: &mut Vec<Operation>) {
    let username = schema.username();
    let mut renamed: HashMap<String, (String, u32), foldhash::fast::FixedState> = HashMap::default();
    for operation in operations.iter().filter(|operation| operation.kind == OperationKind::Rename) {
        if let Some(change) = operation.changes.iter().find(|change| change.column == username) {
            renamed.insert(comparison_form(&change.old).into_owned(), (change.new.clone(), operation.line));
        }
    }
    if renamed.is_empty() {
        return;
    }
    let references = references(schema);
    let mut of_person: HashMap<String, usize, foldhash::fast::FixedState> = HashMap::default();
    for (position, operation) in operations.iter().enumerate() {
        of_person.insert(operation.username.clone(), position);
    }
    for person in directory.iter() {
        for column in &references {
            let old = person.value(*column);
            let Some((new, line)) = renamed.get(comparison_form(&old).as_ref()) else { continue };
            let change = Change { column: *column, old: old.clone().into_owned(), new: new.clone() };
            let known = of_person.get(person.username().as_ref()).copied().unwrap_or_else(|| {
                of_person.insert(person.username().into_owned(), operations.len());
                let username = person.username().into_owned();
                operations.push(Operation { kind: OperationKind::Update, username, line: *line, changes: Vec::new() });
                operations.len() - 1
            });
            let Some(operation) = operations.get_mut(known) else { continue };
            // A reference that the file changes itself is the file's to change, and who goes refers to nobody.
            if operation.kind != OperationKind::Delete
                && !operation.changes.iter().any(|change| change.column == *column)
            {
                operation.changes.push(change);
                operation.changes.sort_by_key(|change| change.column);
            }
        }
    }
}

/// The columns that hold Usernames of others.
pub(crate) fn references(schema: &Schema) -> Vec<usize> {
    let refers = |(_, column): &(usize, &crate::schema::Column)| column.kind == Kind::Reference;
    schema.columns.iter().enumerate().filter(refers).map(|(position, _)| position).collect()
}
