//! What she decides: each step can be taken back.

use serde::{Deserialize, Serialize};

use super::View;

/// Whose value a conflict takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The file's.
    Yours,
    /// The directory's.
    Theirs,
}

/// One step of hers. Each can be taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Press a fix of a finding.
    Fix {
        /// The finding's id.
        finding: String,
        /// Which of its fixes.
        fix: usize,
    },
    /// Press every safe fix there is.
    FixAllSafe,
    /// Write a cell.
    Edit {
        /// Row of the file.
        row: usize,
        /// Column of the file.
        column: usize,
        /// The new text; `None` gives the file's own back.
        value: Option<String>,
    },
    /// Write a block of cells.
    Paste {
        /// The rows that the positions count in.
        view: View,
        /// The first row, counted within the view.
        position: usize,
        /// The columns of the file, from the block's left edge on, as the table shows them.
        columns: Vec<usize>,
        /// The block, row by row.
        cells: Vec<Vec<String>>,
    },
    /// Leave a row out, or take it in again.
    LeaveOut {
        /// Row of the file.
        row: usize,
        /// Whether it is out.
        out: bool,
    },
    /// Leave a column out, or take it in again.
    Ignore {
        /// The column's header.
        header: String,
        /// Whether it is out.
        out: bool,
    },
    /// Decide one conflict.
    Conflict {
        /// The person's stored Username.
        username: String,
        /// The column's header.
        header: String,
        /// Whose value.
        side: Side,
    },
    /// Decide all conflicts of a column.
    ConflictColumn {
        /// The column's header.
        header: String,
        /// Whose value.
        side: Side,
    },
    /// Decide all conflicts.
    ConflictAll {
        /// Whose value.
        side: Side,
    },
    /// Find people by EmployeeId or by Username.
    ByEmployeeId(bool),
    /// What an empty cell means.
    ClearBlanks(bool),
    /// Whether rows may create people.
    Create(bool),
    /// The notation of dates.
    Dates(Option<String>),
    /// The encoding.
    Encoding(Option<String>),
    /// The extract that the file was made from.
    Base(Option<u64>),
    /// Take the last step back.
    Undo,
    /// Take a step back, and all that came after it.
    UndoFrom {
        /// The step, counted from 1.
        step: usize,
    },
    /// Do it again.
    Redo,
}
