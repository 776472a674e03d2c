//! Stage 10: directory + change set → directory. Pure: the oracle that storage is held against.

use crate::directory::Directory;
use crate::extract::{Extract, ExtractOptions};
use crate::stages::change_set::{ChangeSet, Operation, OperationKind};
use hashbrown::HashMap;
use std::sync::Arc;

/// Why a change set can't be applied to a directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stale {
    /// It was made for another revision: the one it was made for, and the directory's.
    Revision(u64, u64),
    /// It names a person whom the directory doesn't hold.
    Person(String),
    /// A cell no longer holds the value that it would replace: Username and column.
    Cell(String, String),
}

/// Applies a change set. The new directory's revision is one higher, and so is the Revision of everybody who changed.
pub fn directory_from_change_set(directory: &Directory, change_set: &ChangeSet) -> Result<Directory, Stale> {
    let schema = directory.schema();
    if change_set.revision != directory.revision() {
        return Err(Stale::Revision(change_set.revision, directory.revision()));
    }
    let mut of_person: HashMap<usize, &Operation, foldhash::fast::FixedState> = HashMap::default();
    for operation in change_set.operations.iter().filter(|operation| operation.kind != OperationKind::Create) {
        let person = directory.find_username(&operation.username);
        of_person.insert(person.ok_or_else(|| Stale::Person(operation.username.clone()))?, operation);
    }
    let revision = directory.revision() + 1;
    let mut extract = Extract::new(schema, &ExtractOptions::everything());
    for person in directory.iter() {
        let mut values: Vec<String> =
            (0..schema.columns.len()).map(|column| person.value(column).into_owned()).collect();
        let Some(operation) = of_person.get(&person.position) else {
            extract.write_person(&values, person.revision().unwrap_or_default());
            continue;
        };
        if operation.kind == OperationKind::Delete {
            continue;
        }
        for change in &operation.changes {
            match values.get_mut(change.column) {
                Some(value) if *value == change.old => value.clone_from(&change.new),
                _ => return Err(Stale::Cell(operation.username.clone(), schema.header_of(change.column).to_owned())),
            }
        }
        extract.write_person(&values, revision);
    }
    for operation in change_set.operations.iter().filter(|operation| operation.kind == OperationKind::Create) {
        let mut values = vec![String::new(); schema.columns.len()];
        for change in &operation.changes {
            if let Some(value) = values.get_mut(change.column) {
                value.clone_from(&change.new);
            }
        }
        extract.write_person(&values, revision);
    }
    Directory::from_extract(Arc::clone(schema), extract.into_bytes(), revision)
        .map_err(|_| Stale::Person("a Username that two people would hold".to_owned()))
}
