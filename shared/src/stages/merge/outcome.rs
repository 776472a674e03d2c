//! What merging yields: of every row what it does, and what no row alone shows.

use super::accident::Accident;
use super::kept::KeptBlanks;
use super::merged::{CellState, MergedCell, MergedRow};
use crate::values::words::Words;

/// What every row of a file does.
#[derive(Debug, Clone, Default)]
pub struct Merge {
    /// One entry for each row of the file.
    pub rows: Vec<MergedRow>,
    pub(super) cells: Vec<MergedCell>,
    pub(super) notable: Vec<u32>,
    /// Rows about nobody, with the person whose Username was most likely changed.
    pub candidates: Vec<Candidate>,
    /// Rows with one key: the key, and the rows in the order of the file.
    pub duplicates: Vec<(String, Vec<usize>)>,
    /// Values that must be unique and that somebody else holds.
    pub taken: Vec<Taken>,
    /// How many people of the directory no row is about.
    pub absent: usize,
    /// Empty cells that keep what is stored.
    pub kept: KeptBlanks,
    /// What happened to whole columns.
    pub accidents: Vec<Accident>,
}

impl Merge {
    /// The cells of a row that differ from what is stored.
    pub fn cells(&self, row: &MergedRow) -> &[MergedCell] {
        self.cells.get(row.range()).unwrap_or_default()
    }

    /// The rows of which anything can be said, in the order of the file: all but those that are as stored.
    pub fn notable(&self) -> impl Iterator<Item = (usize, &MergedRow)> {
        self.notable.iter().filter_map(|row| Some((*row as usize, self.rows.get(*row as usize)?)))
    }

    /// Those of some rows, in the order of the file, of which anything can be said.
    pub(crate) fn notable_among(&self, rows: &[u32]) -> impl Iterator<Item = (usize, &MergedRow)> {
        let merged = |row: &u32| Some((*row as usize, self.rows.get(*row as usize)?));
        rows.iter().filter(|row| self.notable.binary_search(row).is_ok()).filter_map(merged)
    }

    /// Takes in what happened to whole columns, and marks the cells that it explains.
    pub fn take_accidents(&mut self, accidents: Vec<Accident>) {
        for accident in accidents.iter().filter(|accident| !accident.mild) {
            for (nth, row) in accident.rows.iter().enumerate() {
                let Some(merged) = self.rows.get(*row) else { continue };
                for cell in self.cells.get_mut(merged.range()).into_iter().flatten() {
                    cell.explained |= accident.explains(nth, cell.column());
                }
            }
        }
        self.accidents = accidents;
    }

    /// Whether a row has a conflict that nobody decided.
    pub fn in_conflict(&self, row: &MergedRow) -> bool {
        self.cells(row).iter().any(|cell| cell.state == CellState::Conflict)
    }
}

/// A row about nobody, and the person whom it most likely means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The row of the file.
    pub row: usize,
    /// The person's position in the directory.
    pub person: usize,
    /// What speaks for it, such as `the same EmployeeId`.
    pub evidence: Vec<Words>,
}

/// A value that must be unique and that somebody else would hold, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The row that claims it.
    pub row: usize,
    /// The column, by its position in the schema.
    pub column: usize,
    /// The value.
    pub value: String,
    /// Who else would hold it: a Username.
    pub holder: String,
}
