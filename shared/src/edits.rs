//! What the admin changed in an upload: a list that lies over its bytes, which stay as they were, and of which every
//! entry can be taken back.

mod kept;

use kept::Kept;
use std::collections::{BTreeMap, BTreeSet};

/// What the admin changed in the upload.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edits {
    cells: BTreeMap<(usize, usize), String>,
    left_out: BTreeSet<usize>,
    left_out_columns: BTreeSet<usize>,
    kept: Kept,
}

impl Edits {
    /// Writes a cell, by row and column of the file.
    pub fn set(&mut self, row: usize, column: usize, value: String) {
        self.kept.release(row, column);
        self.cells.insert((row, column), value);
    }

    /// Gives a cell its own text back.
    pub fn reset(&mut self, row: usize, column: usize) {
        self.kept.release(row, column);
        self.cells.remove(&(row, column));
    }

    /// Leaves a row out, or takes it in again.
    pub fn leave_out(&mut self, row: usize, out: bool) {
        if out {
            self.left_out.insert(row);
        } else {
            self.left_out.remove(&row);
        }
    }

    /// Lets a stretch of a column keep the stored values.
    pub fn keep_stored(&mut self, column: usize, first: usize, last: usize) {
        self.cells.retain(|(row, of), _| *of != column || !(first..=last).contains(row));
        self.kept.keep(column, first, last);
    }

    /// Whether a cell keeps the stored value, as if the file lacked it.
    pub fn is_kept(&self, row: usize, column: usize) -> bool {
        self.kept.holds(row, column)
    }

    /// The text that an edit gave a cell.
    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        self.cells.get(&(row, column)).map(String::as_str)
    }

    /// Whether a cell of a row is edited.
    pub fn touches(&self, row: usize) -> bool {
        !self.cells.is_empty() && self.cells.range((row, 0)..=(row, usize::MAX)).next().is_some()
            || self.kept.touches(row)
    }

    /// Whether a row is left out.
    pub fn is_left_out(&self, row: usize) -> bool {
        self.left_out.contains(&row)
    }

    /// Leaves a column of the file out, or takes it in again.
    pub fn leave_out_column(&mut self, column: usize, out: bool) {
        if out {
            self.left_out_columns.insert(column);
        } else {
            self.left_out_columns.remove(&column);
        }
    }

    /// Whether a column of the file is left out.
    pub fn is_column_left_out(&self, column: usize) -> bool {
        self.left_out_columns.contains(&column)
    }

    /// Whether other columns are left out than in other edits.
    pub fn columns_differ(&self, other: &Self) -> bool {
        self.left_out_columns != other.left_out_columns
    }

    /// The cells, row and column, in which two lists of edits differ; `None` where they differ in more than cells.
    pub(crate) fn cells_that_differ(&self, other: &Self) -> Option<Vec<(usize, usize)>> {
        let same = self.left_out == other.left_out && !self.columns_differ(other) && self.kept == other.kept;
        let not_in = |one: &Self, other: &Self| -> Vec<(usize, usize)> {
            let differs =
                |(place, text): (&(usize, usize), &String)| (other.cells.get(place) != Some(text)).then_some(*place);
            one.cells.iter().filter_map(differs).collect()
        };
        same.then(|| {
            let mut cells = not_in(self, other);
            cells.extend(not_in(other, self));
            cells.sort_unstable();
            cells.dedup();
            cells
        })
    }

    /// How many cells are edited.
    pub fn edited_cells(&self) -> usize {
        self.cells.len()
    }

    /// How many rows are left out.
    pub fn left_out_rows(&self) -> usize {
        self.left_out.len()
    }
}
