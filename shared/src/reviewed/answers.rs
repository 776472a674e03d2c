//! The answers that several rules offer to a value that looks damaged: the stored one stays, or the new one is meant.

use super::{ChangedCell, Reviewed};
use crate::fix::{Action, Fix, Safety};
use crate::stages::rows::Row;
use crate::words;

impl Reviewed<'_> {
    /// The stored value, where an oracle takes the new one for its damaged form and nobody said that it is meant.
    pub fn damaged<'c>(&self, cell: &'c ChangedCell<'_>, oracle: fn(&str, &str) -> bool) -> Option<&'c str> {
        let stored = cell.stored.as_deref().filter(|stored| oracle(stored, &cell.value))?;
        (!self.options.means(&cell.column.header, &cell.value)).then_some(stored)
    }

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
