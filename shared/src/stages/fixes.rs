//! Stage 8: chosen fixes → an edit list over the upload, and the corrected file.
//!
//! The upload's bytes stay as they were; edits lie over them and can be taken back one by one. The corrected file is
//! the upload with its edits written in: what is sent, and what "download the corrected file" gives.

mod kept;

use crate::options::Options;
use crate::record::push_cell;
use crate::stages::bytes::Bytes;
use crate::stages::columns::{Columns, Target};
use crate::stages::dialect::Dialect;
use crate::stages::records::Records;
use crate::stages::rows::rows_from_records;
use kept::Kept;
use std::borrow::Cow;
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

/// Writes the corrected file: UTF-8 with its mark, commas, CRLF, the columns and rows that are read, in their order,
/// under the schema's own names. Only where a choice speaks of such a name, and thus not of this column, the column
/// keeps the file's name.
///
/// Reading it with the same choices gives the same plan as reading the upload with its edits. `stored` says what a row's
/// cell keeps where it keeps the stored value, by row and column of the file.
pub fn corrected_file(
    bytes: &Bytes,
    dialect: &Dialect,
    records: &Records,
    columns: &Columns,
    options: &Options,
    edits: &Edits,
    stored: &dyn Fn(usize, usize) -> Option<String>,
) -> Vec<u8> {
    let mut file = String::with_capacity(bytes.text.len() + bytes.text.len() / 8);
    file.push('\u{feff}');
    let kept: Vec<usize> =
        (0..).zip(&columns.cells).filter(|(_, cell)| cell.target.is_kept()).map(|(position, _)| position).collect();
    let chosen = |name: &&String| options.ignored_columns.contains(*name) || options.read_as.contains_key(*name);
    let texts = columns.cells.iter().filter(|cell| cell.target.is_kept()).map(|cell| match cell.target {
        Target::Column { index, .. } => columns.expected.get(index).filter(|name| !chosen(name)).unwrap_or(&cell.text),
        _ => &cell.text,
    });
    push_line(&mut file, texts.map(String::as_str));
    let rows = rows_from_records(bytes, dialect, records, columns, edits);
    for row in rows.iter() {
        // Cells that are missing at the end of a row stay missing: an empty cell may mean "clear".
        let cell = |position: &usize| {
            if edits.is_kept(row.position, *position) {
                return stored(row.position, *position).map(Cow::Owned).or_else(|| row.own_cell(*position));
            }
            row.cell(*position)
        };
        let cells: Vec<_> = kept.iter().map_while(cell).collect();
        if cells.iter().all(|cell| cell.is_empty()) {
            // A line without any text would be no row at all, and what is wrong with this one would go unsaid.
            file.push_str("\"\"");
        }
        push_line(&mut file, cells.iter().map(AsRef::as_ref));
    }
    file.into_bytes()
}

fn push_line<'a>(file: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            file.push(',');
        }
        push_cell(file, cell);
    }
    file.push_str("\r\n");
}
