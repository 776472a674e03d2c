//! The preview's table and the bar of counts above it.

use super::numbers;
use crate::worker::protocol::{self, CellState, Filter, RowKind, Side};

pub use super::catalogue::table::*;

/// Whose value.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Yours => yours(),
        Side::Theirs => theirs(),
    }
}

/// The button that decides many.
pub fn take(side: Side) -> &'static str {
    match side {
        Side::Yours => take_yours(),
        Side::Theirs => take_theirs(),
    }
}

/// A filter's word in the bar of counts.
pub fn filter(filter: &Filter) -> &'static str {
    match filter {
        Filter::All => filter_all(),
        Filter::Same => filter_same(),
        Filter::Changed => filter_changed(),
        Filter::New => filter_new(),
        Filter::Renamed => filter_renamed(),
        Filter::Conflicts => filter_conflicts(),
        Filter::Errors => filter_errors(),
        Filter::Warnings => filter_warnings(),
        Filter::Finding(_) => filter_finding(),
    }
}

/// A filter's name for tests and styles, the same in every language.
pub fn filter_name(filter: &Filter) -> &'static str {
    match filter {
        Filter::All => "all",
        Filter::Same => "same",
        Filter::Changed => "changed",
        Filter::New => "new",
        Filter::Renamed => "renamed",
        Filter::Conflicts => "conflicts",
        Filter::Errors => "errors",
        Filter::Warnings => "warnings",
        Filter::Finding(_) => "finding",
    }
}

/// What a row does, in a word.
pub fn row_kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Same => is_same(),
        RowKind::Changed => is_changed(),
        RowKind::New => is_new(),
        RowKind::Renamed => is_renamed(),
        RowKind::Conflict => is_conflict(),
        RowKind::Error => is_error(),
        RowKind::LeftOut => is_left_out(),
    }
}

/// A cell's state, for a screen reader; nothing where there is nothing to say.
pub fn cell_state(state: CellState) -> Option<&'static str> {
    match state {
        CellState::Same => None,
        CellState::Blank => Some(blank()),
        CellState::Absent => Some(absent()),
        CellState::Cleared => Some(cleared()),
        CellState::Changed => Some(is_changed()),
        CellState::Conflict => Some(is_conflict()),
        CellState::Ignored => Some(is_ignored()),
    }
}

/// How many rows the filter shows.
pub fn shown(rows: usize, filter: &Filter) -> String {
    let rows = numbers::rows(rows);
    match filter {
        Filter::All => rows,
        other => showing(self::filter(other), rows),
    }
}

/// What lies in a stretch of the file.
pub fn stretch(stretch: &protocol::Stretch) -> String {
    let (first, last) = (stretch.first + 1, stretch.end);
    let rows = if first == last { stretch_row(first) } else { stretch_rows(first, last) };
    let mut parts = Vec::new();
    if stretch.errors > 0 {
        parts.push(stretch_errors(stretch.errors));
    }
    if stretch.warnings > 0 {
        parts.push(stretch_warnings(stretch.warnings));
    }
    if stretch.changed > 0 {
        parts.push(stretch_changed(stretch.changed));
    }
    let what = if parts.is_empty() { stretch_nothing().to_owned() } else { parts.join(", ") };
    format!("{rows}: {what}")
}
