//! Everything that is known of one row: what each side says, and what the rules made of it.

use serde::{Deserialize, Serialize};

use super::{CellState, RowKind, Severity, Side};

/// One row, explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// Which row of the file, counted from 0.
    pub row: usize,
    /// Its line in the file.
    pub line: u32,
    /// What it does.
    pub kind: RowKind,
    /// The key as the file has it.
    pub key: String,
    /// The person's stored Username, if she was found.
    pub username: Option<String>,
    /// Her name, if it is known.
    pub person: String,
    /// The revision of the extract that the file was made from, if that is known.
    pub base: Option<u64>,
    /// Whether that extract has this person.
    pub in_base: bool,
    /// Every cell.
    pub cells: Vec<ExplainedCell>,
    /// What was noticed in this row.
    pub found: Vec<Found>,
    /// The rules that looked at the row, by name.
    pub looked: Vec<Looked>,
}

/// One cell, explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExplainedCell {
    /// The column.
    pub header: String,
    /// What the extract says that the file was made from.
    pub base: Option<String>,
    /// What the directory says.
    pub stored: Option<String>,
    /// What the file says, with her edits.
    pub file: Option<String>,
    /// What the cell does.
    pub state: CellState,
    /// For a conflict: whose value is taken.
    pub side: Option<Side>,
    /// Whether she edited it here.
    pub edited: bool,
}

/// Something that was noticed in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The rule's code.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// The column, if it is about one.
    pub column: Option<String>,
    /// What.
    pub message: String,
    /// Why, and what to do.
    pub help: String,
}

/// A rule that looked at a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked {
    /// The rule's code.
    pub code: String,
    /// What it looks for, in a few words.
    pub name: String,
}

impl ExplainedCell {
    /// Whether the three sides don't all say the same, or something happens.
    pub fn is_telling(&self) -> bool {
        let same = |one: &Option<String>, other: &Option<String>| one == other || one.is_none() || other.is_none();
        !matches!(self.state, CellState::Same | CellState::Blank | CellState::Absent | CellState::Ignored)
            || self.edited
            || !same(&self.base, &self.stored)
    }
}
