//! The preview's table and the bar of counts above it.

use super::numbers::{counted, number};
use crate::worker::protocol::{CellState, Filter, RowKind, Side};

/// The table's name.
pub const NAME: &str = "Rows of the file";
/// The bar's name.
pub const COUNTS: &str = "Show rows";
/// The column of lines.
pub const LINE: &str = "Line";
/// The column of people.
pub const PERSON: &str = "Person";
/// Only columns with changes are shown.
pub const ONLY_CHANGED: &str = "Only columns with changes";
/// Nothing to show.
pub const NO_ROWS: &str = "No rows here.";
/// How to use it by keyboard.
pub const KEYS: &str = "Arrow keys move, Enter edits a cell, Escape gives up, Delete leaves the row out or takes it in again, Y and T decide a conflict.";
/// Leaves a row out.
pub const LEAVE_OUT: &str = "Leave this row out";
/// Takes it in again.
pub const TAKE_IN: &str = "Take this row in again";
/// A cell is being edited.
pub const EDITING: &str = "New value";
/// An absent cell.
pub const ABSENT: &str = "not in the row";
/// An empty cell that keeps.
pub const BLANK: &str = "empty, stays";
/// An empty cell that clears.
pub const CLEARED: &str = "cleared";
/// Conflicts, all at once.
pub const CONFLICTS: &str = "Someone else changed the same cells";
/// What to do.
pub const CONFLICTS_HELP: &str = "Take your value or theirs: here for all or for a column, or cell by cell in the table.";
/// For all columns.
pub const ALL_COLUMNS: &str = "All";

/// Whose value.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Yours => "yours",
        Side::Theirs => "theirs",
    }
}

/// The button that decides many.
pub fn take(side: Side) -> &'static str {
    match side {
        Side::Yours => "Take yours",
        Side::Theirs => "Take theirs",
    }
}

/// A filter's word in the bar of counts.
pub fn filter(filter: &Filter) -> &'static str {
    match filter {
        Filter::All => "all rows",
        Filter::Same => "same",
        Filter::Changed => "changed",
        Filter::New => "new",
        Filter::Renamed => "renamed",
        Filter::Conflicts => "conflicts",
        Filter::Errors => "errors",
        Filter::Warnings => "warnings",
        Filter::Finding(_) => "one finding",
    }
}

/// A filter's name for tests and styles.
pub fn filter_name(filter: &Filter) -> &'static str {
    match filter {
        Filter::All => "all",
        Filter::Finding(_) => "finding",
        other => self::filter(other),
    }
}

/// What a row does, in a word.
pub fn row_kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Same => "same",
        RowKind::Changed => "changed",
        RowKind::New => "new",
        RowKind::Renamed => "renamed",
        RowKind::Conflict => "conflict",
        RowKind::Error => "error",
        RowKind::LeftOut => "left out",
    }
}

/// A cell's state, for a screen reader; nothing where there is nothing to say.
pub fn cell_state(state: CellState) -> Option<&'static str> {
    match state {
        CellState::Same => None,
        CellState::Blank => Some(BLANK),
        CellState::Absent => Some(ABSENT),
        CellState::Cleared => Some(CLEARED),
        CellState::Changed => Some("changed"),
        CellState::Conflict => Some("conflict"),
        CellState::Ignored => Some("not read"),
    }
}

/// How many rows the filter shows.
pub fn showing(rows: usize, filter: &Filter) -> String {
    let rows = counted(rows, "row", "rows");
    match filter {
        Filter::All => rows,
        other => format!("{rows}: {}", self::filter(other)),
    }
}

/// A column and how many people it changes.
pub fn column_changes(header: &str, changed: usize) -> String {
    format!("{header}: changes {}", number(changed as u64))
}

/// Rows that are left out.
pub fn left_out(rows: usize) -> String {
    format!("{} left out", counted(rows, "row", "rows"))
}

/// Conflicts in a column.
pub fn conflicts_in(header: &str, count: usize) -> String {
    format!("{header} ({})", number(count as u64))
}
