//! Whether a row is a person at all, or a total, a footer, a line of dashes.

use super::Row;
use crate::values::line::{NoPerson, no_person};
use std::borrow::Cow;

impl Row<'_> {
    /// What the row is where it is no person. `key` is the column of the file that says whom rows are about.
    pub(crate) fn no_person(&self, key: Option<usize>) -> Option<NoPerson> {
        let text = |column: usize| {
            let text = self.cell(column)?;
            (!text.trim().is_empty()).then_some((column, text))
        };
        let texts: Vec<(usize, Cow<'_, str>)> = (0..self.columns.cells.len()).filter_map(text).collect();
        let texts: Vec<(usize, &str)> = texts.iter().map(|(column, text)| (*column, text.trim())).collect();
        no_person(&texts, key, self.columns.cells.len())
    }
}
