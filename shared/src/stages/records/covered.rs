//! Cells of a sheet that lie under another one: somebody joined them. They are missing, whatever they hold: nobody saw it.

use super::found::{Covered, Records};
use crate::stages::bytes::Range;

impl Records {
    /// Takes in the ranges that a sheet joined, once the records' lines are the sheet's rows.
    pub(crate) fn cover(&mut self, ranges: &[Range]) {
        let columns = self.width + self.nameless_after;
        for (number, range) in ranges.iter().enumerate() {
            let cell = |column: u32| column as usize - usize::from(column > 0);
            let (first, last) = (cell(range.columns.0), cell(range.columns.1).min(columns.saturating_sub(1)));
            let from = self.rows.partition_point(|span| span.line < range.rows.0);
            let within = self.rows.iter().enumerate().skip(from).take_while(|(_, span)| span.line <= range.rows.1);
            for (row, span) in within {
                // The first cell of all is the one that is seen.
                let first = first + usize::from(span.line == range.rows.0);
                if first <= last {
                    self.covered.push(Covered { row, cells: (first, last), range: number });
                }
            }
        }
        self.covered.sort_unstable_by_key(|covered| (covered.row, covered.cells));
    }

    /// The stretches of a row that lie under other cells.
    pub(crate) fn covered_in(&self, row: usize) -> &[Covered] {
        let from = self.covered.partition_point(|covered| covered.row < row);
        let rest = self.covered.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|covered| covered.row == row)).unwrap_or_default()
    }

    /// Whether a cell lies under another one.
    pub(crate) fn covers(&self, row: usize, cell: usize) -> bool {
        !self.covered.is_empty()
            && self.covered_in(row).iter().any(|covered| (covered.cells.0..=covered.cells.1).contains(&cell))
    }
}
