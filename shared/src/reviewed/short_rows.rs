//! Rows with fewer cells than the header: lost at the end, where spreadsheets drop empty cells, or lost in the middle?
//!
//! Lost in the middle, every later value stands in the wrong column. So a short row passes only if nothing speaks
//! against it: its typed cells fit their columns, and the cells that it lacks are empty in the directory, too.

use super::Reviewed;
use crate::schema::{Column, Kind};
use crate::stages::rows::{Row, value_from_cell};
use crate::values::date;

/// A row with fewer cells than the header.
#[derive(Debug)]
pub struct ShortRow<'a> {
    /// The row.
    pub row: Row<'a>,
    /// How many cells it has.
    pub cells: usize,
    /// Whether it only lacks its end.
    pub lacks_its_end: bool,
}

impl<'a> Reviewed<'a> {
    /// The short rows that aren't left out. An edit past a row's end lengthens it, and a row that lacks nothing but
    /// columns that are left out isn't short.
    pub fn short_rows(&self) -> impl Iterator<Item = ShortRow<'a>> {
        let reviewed = *self;
        // Without a header nobody knows how many cells a row should have, and a remark has none. Of a row that moved
        // sideways more is known than how many cells it has.
        let has_header = self.table.columns.recognised() > 0;
        let says_more = move |row: usize| reviewed.no_person(row).is_some() || reviewed.moved_sideways(row);
        let short = self.table.records.short.iter();
        let short = short.filter(move |(row, _)| has_header && !reviewed.rows.is_left_out(*row) && !says_more(*row));
        short.filter_map(move |(position, cells)| {
            let row = reviewed.rows.row(*position)?;
            let kept =
                |column: &usize| reviewed.table.columns.cells.get(*column).is_some_and(|cell| cell.target.is_kept());
            let mut lacking = (*cells..reviewed.table.records.width).filter(kept);
            let first = lacking.find(|column| row.cell(*column).is_none())?;
            let lacks_its_end = reviewed.fits(&row, first);
            let last = (*cells..first).rev().find(|column| row.cell(*column).is_some());
            Some(ShortRow { row, cells: last.map_or(*cells, |last| last + 1), lacks_its_end })
        })
    }

    fn fits(&self, row: &Row<'_>, cells: usize) -> bool {
        let of_file = |position: usize| Some((position, self.table.columns.schema_column_of(position)?));
        let typed = (0..cells).filter_map(of_file).all(|(position, index)| {
            let (Some(column), Some(cell)) = (self.schema.column(index), row.cell(position)) else { return true };
            plausible(column, &value_from_cell(column, &cell, self.options), self)
        });
        let person = self.merge.rows.get(row.position).and_then(|merged| self.person(merged));
        let mut absent = (cells..self.table.records.width).filter_map(of_file);
        typed
            && person
                .is_none_or(|person| absent.all(|(_, index)| self.is_system(index) || person.value(index).is_empty()))
    }

    fn is_system(&self, index: usize) -> bool {
        self.schema.column(index).is_some_and(|column| column.system)
    }
}

fn plausible(column: &Column, value: &str, reviewed: &Reviewed<'_>) -> bool {
    if value.is_empty() {
        return true;
    }
    match &column.kind {
        Kind::Username | Kind::Email | Kind::Reference => value.contains('@'),
        Kind::Choice { options, .. } => options.iter().any(|option| option == value),
        Kind::Boolean => matches!(value, "True" | "False"),
        Kind::Date { yearless } => date::parse(value, reviewed.options.dates, *yearless).is_some(),
        Kind::Revision => value.bytes().all(|byte| byte.is_ascii_digit()),
        _ => true,
    }
}
