//! What follows from a rename: everybody who refers to the person by her old Username refers to her by the new one.

use super::{Change, Operation, OperationKind};
use crate::schema::Kind;
use crate::stages::findings::Reviewed;
use crate::values::key::comparison_form;
use hashbrown::HashMap;

/// Adds the changes of references to the operations.
pub(super) fn follow_renames(reviewed: &Reviewed<'_>, operations: &mut Vec<Operation>) {
    let username = reviewed.schema.username();
    let mut renamed: HashMap<String, (String, u32), foldhash::fast::FixedState> = HashMap::default();
    for operation in operations.iter().filter(|operation| operation.kind == OperationKind::Rename) {
        if let Some(change) = operation.changes.iter().find(|change| change.column == username) {
            renamed.insert(comparison_form(&change.old).into_owned(), (change.new.clone(), operation.line));
        }
    }
    if renamed.is_empty() {
        return;
    }
    let refers = |(_, column): &(usize, &crate::schema::Column)| column.kind == Kind::Reference;
    let references: Vec<usize> =
        reviewed.schema.columns.iter().enumerate().filter(refers).map(|(position, _)| position).collect();
    let mut of_person: HashMap<String, usize, foldhash::fast::FixedState> = HashMap::default();
    for (position, operation) in operations.iter().enumerate() {
        of_person.insert(operation.username.clone(), position);
    }
    for person in reviewed.directory.iter() {
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
            // A reference that the file changes itself is the file's to change.
            if !operation.changes.iter().any(|change| change.column == *column) {
                operation.changes.push(change);
                operation.changes.sort_by_key(|change| change.column);
            }
        }
    }
}
