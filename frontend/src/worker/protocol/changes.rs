//! The cells that a plan would change, as a list for print.

use serde::{Deserialize, Serialize};

/// The first changes of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ChangeList {
    /// Person by person.
    pub people: Vec<ChangedPerson>,
    /// How many cells there are in all.
    pub cells: usize,
    /// How many of them are listed.
    pub listed: usize,
}

/// Somebody who would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedPerson {
    /// Her Username.
    pub username: String,
    /// What would happen to her.
    pub kind: super::RowKind,
    /// Her cells.
    pub cells: Vec<ChangedCell>,
}

/// A cell that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedCell {
    /// The column's header.
    pub header: String,
    /// The stored value.
    pub old: String,
    /// The value that it would become.
    pub new: String,
}
