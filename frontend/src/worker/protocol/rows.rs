//! Windows of rows, as the table shows them.

use serde::{Deserialize, Serialize};

use super::{Severity, Side};

/// A window of rows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Window {
    /// The question that this answers.
    pub ask: u32,
    /// How many rows the filter has in all.
    pub total: usize,
    /// Where the window begins.
    pub start: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
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
    /// The asked columns' cells, in their order.
    pub cells: Vec<Cell>,
}

/// What a row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the words of the counts bar")]
pub enum RowKind {
    Same,
    Changed,
    New,
    Renamed,
    Conflict,
    Error,
    LeftOut,
}

/// The longest text that a cell travels with. A longer one ends in `…`, and isn't edited in the table.
pub const MOST_CHARS: usize = 2_000;

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Which column of the file.
    pub column: usize,
    /// What it does.
    pub state: CellState,
    /// The file's text, cut to a length that can be shown.
    pub file: String,
    /// The same without the apostrophe that protects it from spreadsheet programs, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unguarded: Option<String>,
    /// The directory's value, cut likewise; only where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stored: Option<String>,
    /// For lists: the values and what happens to each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// The worst finding here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// For a conflict: whose value is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// Whether she edited it here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub edited: bool,
    /// What was noticed here, worst first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<CellFinding>,
}

/// One thing that was noticed in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellFinding {
    /// How much it matters.
    pub severity: Severity,
    /// What.
    pub message: String,
}

/// What a cell does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellState {
    /// Nothing.
    Same,
    /// Empty, and the stored value stays.
    Blank,
    /// The row ends before this cell, and the stored value stays.
    Absent,
    /// Empties the stored value.
    Cleared,
    /// Changes the stored value.
    Changed,
    /// Changes a value that someone else changed too.
    Conflict,
    /// Isn't read.
    Ignored,
}

/// A value of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The value.
    pub value: String,
    /// What happens to it.
    pub fate: Fate,
}

/// What happens to a value of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Fate {
    Stays,
    Added,
    Removed,
}

impl Cell {
    /// The text as the directory would hold it.
    pub fn shown(&self) -> &str {
        self.unguarded.as_deref().unwrap_or(&self.file)
    }

    /// Whether the text is whole, so that editing it loses nothing.
    pub fn is_whole(&self) -> bool {
        self.file.len() <= MOST_CHARS || self.file.chars().count() <= MOST_CHARS
    }
}
