//! Stage 9: merge + decisions → the ordered operations, and the digest that names their effect.

pub(crate) mod follow;

use crate::directory::Directory;
use crate::options::{Key, Options};
use crate::reviewed::Reviewed;
use crate::schema::Schema;
use crate::stages::merge::{MergedRow, RowState};
use crate::stages::rows::Row;
use crate::values::key::comparison_form;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;

/// The version of the digest's encoding. It goes up when the encoding changes, so that digests of two versions differ.
const DIGEST_VERSION: &str = "muster-plan-1";

/// What an upload would do, in an order that doesn't depend on the order of its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeSet {
    /// The schema that the columns belong to.
    pub schema: String,
    /// The directory's revision that it was made for, and the only one that it can be applied to.
    pub revision: u64,
    /// The column that said which person a row is about.
    pub key: Key,
    /// What is done, sorted by Username.
    pub operations: Vec<Operation>,
}

/// What is done to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// What kind of thing it is.
    pub kind: OperationKind,
    /// Her Username as stored before; for a new person, the new one.
    pub username: String,
    /// The physical line of the upload that asks for it.
    pub line: u32,
    /// The cells that change, in the schema's order.
    pub changes: Vec<Change>,
}

/// The kinds of operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OperationKind {
    /// A person is created.
    Create,
    /// Cells of a person change.
    Update,
    /// A person's Username changes, and perhaps other cells.
    Rename,
    /// A person is deleted. Only where somebody named her or takes her creation back, never because she is absent.
    Delete,
}

impl OperationKind {
    /// The word in digests and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Rename => "rename",
            Self::Delete => "delete",
        }
    }
}

/// One cell that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The column's position in the schema.
    pub column: usize,
    /// The value before.
    pub old: String,
    /// The value after.
    pub new: String,
}

/// The operations that the reviewed file performs.
pub fn change_set_from_merge(reviewed: &Reviewed<'_>) -> ChangeSet {
    let operation = |(row, merged): (Row<'_>, &MergedRow)| operation(reviewed, &row, merged);
    let mut operations: Vec<Operation> = reviewed.changing_rows().filter_map(operation).collect();
    follow::follow_renames(reviewed.schema, reviewed.directory, &mut operations);
    ordered(reviewed.directory, reviewed.options.key, operations)
}

/// The operations after some rows were edited, from those before: the others' stay. Everything is made anew where a
/// rename reaches into other people's references.
pub(crate) fn change_set_after_edits(reviewed: &Reviewed<'_>, before: ChangeSet, edited: &[usize]) -> ChangeSet {
    let mut operations = before.operations;
    let rows: Vec<Row<'_>> = edited.iter().filter_map(|row| reviewed.rows.row(*row)).collect();
    if operations.iter().any(|operation| operation.kind == OperationKind::Rename) {
        return change_set_from_merge(reviewed);
    }
    operations.retain(|operation| rows.binary_search_by_key(&operation.line, |row| row.line).is_err());
    for row in rows {
        let merged = reviewed.merge.rows.get(row.position);
        let Some(operation) = merged.and_then(|merged| operation(reviewed, &row, merged)) else { continue };
        let place = order_of(&operation);
        let position = operations.partition_point(|other| order_of(other) < place);
        operations.insert(position, operation);
    }
    ChangeSet { operations, ..before }
}

fn operation(reviewed: &Reviewed<'_>, row: &Row<'_>, merged: &MergedRow) -> Option<Operation> {
    let kind = match merged.state {
        RowState::Create => OperationKind::Create,
        RowState::Update => OperationKind::Update,
        RowState::Rename => OperationKind::Rename,
        _ => return None,
    };
    let cells = reviewed.changed_cells(row, merged);
    let changes = cells.into_iter().filter(|cell| cell.state.writes()).map(|cell| Change {
        column: cell.index,
        old: cell.stored.unwrap_or_default().into_owned(),
        new: cell.value.into_owned(),
    });
    let changes: Vec<Change> = changes.collect();
    let username = match reviewed.person(merged) {
        Some(person) => person.username().into_owned(),
        None => reviewed.value(row, reviewed.schema.username()).unwrap_or_default().into_owned(),
    };
    (!changes.is_empty()).then_some(Operation { kind, username, line: row.line, changes })
}

fn order_of(operation: &Operation) -> (Cow<'_, str>, u32) {
    (comparison_form(&operation.username), operation.line)
}

/// A change set with its operations in the order of Usernames, which is the order that the digest covers.
pub(crate) fn ordered(directory: &Directory, key: Key, mut operations: Vec<Operation>) -> ChangeSet {
    operations.sort_by_cached_key(|operation| (comparison_form(&operation.username).into_owned(), operation.line));
    ChangeSet { schema: directory.schema().id.clone(), revision: directory.revision(), key, operations }
}

/// The digest of a change set: SHA-256, in hexadecimal, over its canonical encoding.
///
/// Every part is written with its length in front, so that no two change sets have one encoding. The lines of the
/// upload are not part of it: they don't change the effect.
pub fn digest_of(change_set: &ChangeSet, schema: &Schema, options: &Options) -> String {
    let ChangeSet { schema: schema_id, revision, key, operations } = change_set;
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    };
    part(DIGEST_VERSION);
    part(schema_id);
    part(&revision.to_string());
    part(key.header());
    part(
        &serde_json::to_string(&(options.blanks, &options.blanks_by_column, options.create, options.dates))
            .unwrap_or_default(),
    );
    part(&operations.len().to_string());
    for operation in operations {
        part(operation.kind.word());
        part(&operation.username);
        part(&operation.changes.len().to_string());
        for change in &operation.changes {
            part(schema.header_of(change.column));
            part(&change.old);
            part(&change.new);
        }
    }
    let mut hex = String::with_capacity(64);
    for byte in hash.finalize() {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
