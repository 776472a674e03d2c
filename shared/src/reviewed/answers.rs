//! The answers that several rules offer to a value that looks damaged: the stored one stays, or the new one is meant.

use super::{ChangedCell, Reviewed};
use crate::fix::{Action, Fix, Safety};
use crate::stages::rows::Row;
use crate::words;

impl Reviewed<'_> {
    /// The stored value stays, or the new one is meant.
    pub fn kept_or_meant(&self, row: &Row<'_>, cell: &ChangedCell<'_>) -> Vec<Fix> {
        self.keep_stored(row, cell, Safety::Safe).into_iter().chain([self.meant(cell)]).collect()
    }

    /// The new value is meant.
    pub fn meant(&self, cell: &ChangedCell<'_>) -> Fix {
        let (header, value) = (cell.column.header.clone(), cell.value.clone().into_owned());
        Fix::needs_a_look(words!("It is meant"), Action::TakeValueAsMeant { header, value })
    }
}
