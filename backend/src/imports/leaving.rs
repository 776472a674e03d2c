//! Whom a step takes away, or gives another name.

use shared::Schema;
use shared::stages::change_set::{Operation, OperationKind};
use shared::values::account_state;

/// Somebody who is switched off, renamed or deleted.
pub(crate) struct Leaving {
    /// Her position in the directory.
    pub(super) position: usize,
    /// Whether she only gets another Username.
    pub(super) is_renamed: bool,
}

impl Leaving {
    /// What an operation does to the person at a position, if it is one of these.
    pub(crate) fn of(schema: &Schema, position: usize, operation: &Operation) -> Option<Self> {
        let state = schema.index_of(account_state::HEADER);
        let is_off = operation
            .changes
            .iter()
            .any(|change| Some(change.column) == state && account_state::switches_off(&change.old, &change.new));
        let leaves = is_off || operation.kind == OperationKind::Delete;
        let is_renamed = operation.kind == OperationKind::Rename;
        (leaves || is_renamed).then_some(Self { position, is_renamed: !leaves })
    }
}
