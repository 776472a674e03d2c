//! Rows that moved sideways, and what puts them back.

use super::Reviewed;
use crate::stages::merge::{AccidentKind, Moved};
use crate::stages::rows::Row;
use crate::values::guard::guard;
use std::borrow::Cow;

impl Reviewed<'_> {
    /// Whether a row moved sideways.
    pub fn moved_sideways(&self, row: usize) -> bool {
        let sideways = self.merge.accidents.iter().filter(|of| matches!(of.kind, AccidentKind::Sideways { .. }));
        sideways.into_iter().any(|accident| accident.rows.binary_search(&row).is_ok())
    }

    /// The cells that put a row back, by their column of the file, with the text that each should hold: what moved goes
    /// back, with the edits in it, and what was lost is the stored value.
    pub fn put_back(&self, row: &Row<'_>, moved: &Moved) -> Vec<(usize, String)> {
        let width = self.table.columns.cells.len();
        let person = self.merge.rows.get(row.position).and_then(|merged| self.person(merged));
        let text = |column: usize| row.cell(column).unwrap_or_default();
        let stored = |column: usize| -> Option<String> {
            let value = person.as_ref()?.value(self.table.columns.schema_column_of(column)?);
            Some(guard(&value).into_owned())
        };
        let back = |column: usize| -> Option<Cow<'_, str>> {
            let from = if moved.right { Some(column + moved.by) } else { column.checked_sub(moved.by) };
            let within = |from: &usize| *from >= moved.from && *from < width;
            match from.filter(within) {
                Some(from) => Some(text(from)),
                None => stored(column).map(Cow::Owned),
            }
        };
        let fell_apart = (moved.first < moved.from).then_some(moved.first);
        let first = fell_apart.and_then(|column| Some((column, stored(column)?)));
        let cells = (moved.from..width).filter_map(|column| Some((column, back(column)?.into_owned())));
        first.into_iter().chain(cells).filter(|(column, mended)| text(*column) != mended.as_str()).collect()
    }
}
