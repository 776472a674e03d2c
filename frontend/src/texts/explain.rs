//! The explanation of a row.

use crate::worker::protocol::{CellState, ExplainedCell, Explanation, RowKind, Side};

pub use super::catalogue::explain::*;

/// The dialog's title.
pub fn title(explanation: &Explanation) -> String {
    if explanation.key.is_empty() {
        title_line(explanation.line)
    } else {
        title_key(&explanation.key, explanation.line)
    }
}

/// What the row does, and why.
pub fn lead(explanation: &Explanation) -> String {
    let person = if explanation.person.is_empty() { this_person() } else { explanation.person.as_str() };
    match explanation.kind {
        RowKind::Same => same(person),
        RowKind::Changed => changed(person),
        RowKind::New => new(person),
        RowKind::Renamed => renamed(person),
        RowKind::Conflict => conflict(person),
        RowKind::Error => error().to_owned(),
        RowKind::LeftOut => left_out().to_owned(),
    }
}

/// The table's heads.
pub fn heads(base: Option<u64>) -> [String; 5] {
    let extract = base.map_or_else(|| head_extract().to_owned(), head_extract_of);
    [head_column().to_owned(), extract, head_directory().to_owned(), head_file().to_owned(), head_outcome().to_owned()]
}

/// What becomes of a cell, and why.
pub fn outcome(cell: &ExplainedCell, has_base: bool) -> &'static str {
    match (cell.state, cell.side) {
        (CellState::Same, _) if cell.base.is_some() && cell.base != cell.stored => cell_theirs_stays(),
        (CellState::Same, _) => cell_same(),
        (CellState::Blank, _) => cell_blank(),
        (CellState::Absent, _) => cell_absent(),
        (CellState::Cleared, _) => cell_cleared(),
        (CellState::Changed, _) if has_base => cell_edited(),
        (CellState::Changed, _) => cell_differs(),
        (CellState::Conflict, Some(Side::Yours)) => cell_yours(),
        (CellState::Conflict, Some(Side::Theirs)) => cell_theirs(),
        (CellState::Conflict, None) => cell_undecided(),
        (CellState::Ignored, _) => cell_ignored(),
    }
}
