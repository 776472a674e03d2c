//! Accidents, planted into a file that holds honest edits, too.

use crate::honest::Touched;
use crate::sheet::{Dice, Sheet};
use shared::options::{Blanks, Create, Options};

/// What should be found: a rule, a column, rows.
pub(crate) struct Planted {
    pub(crate) code: &'static str,
    pub(crate) columns: Vec<usize>,
    pub(crate) rows: Vec<usize>,
    /// Whether the first fix gives the honest edits alone.
    pub(crate) mends: bool,
    pub(crate) options: Options,
}

/// A file under a planter's hands.
pub(crate) struct Field<'a> {
    pub(crate) sheet: &'a mut Sheet,
    pub(crate) dice: &'a mut Dice,
    pub(crate) touched: &'a Touched,
}

impl Field<'_> {
    /// A column without honest edits that fits, or none after many tries.
    pub(crate) fn column(&mut self, fits: impl Fn(&Sheet, usize) -> bool) -> Option<usize> {
        let free = |column: &usize| *column > 0 && !self.touched.iter().any(|(_, touched)| touched == column);
        let columns: Vec<usize> =
            (0..self.sheet.header.len()).filter(free).filter(|column| fits(self.sheet, *column)).collect();
        (!columns.is_empty()).then(|| *self.dice.pick(&columns))
    }

    /// A row without honest edits of which the cell fits.
    pub(crate) fn row(&mut self, header: &str, fits: impl Fn(&str) -> bool) -> Option<usize> {
        let column = self.sheet.column(header);
        let free = |row: &usize| !self.touched.iter().any(|(touched, _)| touched == row);
        let rows: Vec<usize> =
            (0..self.sheet.rows.len()).filter(free).filter(|row| fits(&self.sheet.rows[*row][column])).collect();
        (!rows.is_empty()).then(|| *self.dice.pick(&rows))
    }

    /// Damages one cell.
    pub(crate) fn damage(
        &mut self,
        code: &'static str,
        header: &str,
        fits: impl Fn(&str) -> bool,
        damage: impl Fn(&str, &mut Dice) -> String,
    ) -> Option<Planted> {
        let row = self.row(header, |cell| fits(cell))?;
        let column = self.sheet.column(header);
        let cell = damage(&self.sheet.rows[row][column], self.dice);
        assert_ne!(self.sheet.rows[row][column], cell, "{code} damages");
        self.sheet.rows[row][column] = cell;
        Some(Planted { code, columns: vec![column], rows: vec![row], mends: true, options: Options::default() })
    }

    /// Replaces a stretch of a column, and says which rows changed.
    pub(crate) fn replace(
        &mut self,
        code: &'static str,
        column: usize,
        first: usize,
        cells: Vec<String>,
    ) -> Option<Planted> {
        let mut rows = Vec::new();
        for (row, cell) in (first..).zip(cells) {
            let old = &mut self.sheet.rows[row][column];
            if *old != cell {
                // A blank cell keeps what is stored, and nothing but a default is no change to it.
                let default = matches!(cell.as_str(), "ACTIVE" | "EVERYBODY") && old.is_empty();
                if !cell.is_empty() && !default {
                    rows.push(row);
                }
                *old = cell;
            }
        }
        (rows.len() >= 6).then(|| Planted {
            code,
            columns: vec![column],
            rows,
            mends: true,
            options: Options::default(),
        })
    }

    pub(crate) fn cells(&self, column: usize, first: usize, count: usize) -> Vec<String> {
        self.sheet.rows.iter().skip(first).take(count).map(|row| row[column].clone()).collect()
    }
}

pub(crate) fn clear() -> Options {
    Options { blanks: Blanks::Clear, ..Options::default() }
}

pub(crate) fn create() -> Options {
    Options { create: Create::Allow, ..Options::default() }
}
