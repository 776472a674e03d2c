//! The apostrophe at the beginning is lost.

use crate::transform::transform;
use crate::words;

transform! {
    /// A spreadsheet takes an apostrophe before a value for its own sign that what follows is text.
    ///
    /// Seen: Excel 365 typing `'t Hooft` into a cell; LibreOffice Calc 24.2 and Google Sheets likewise.
    ///
    /// ```made
    /// text: 't Hooft → t Hooft
    /// text: 'Ohana → Ohana
    /// ```
    ///
    /// ```left
    /// text: O'Brien → OBrien
    /// text: 'Ann' → Ann
    /// ```
    pub(crate) static TRANSFORM = {
        name: "apostrophe-lost", said_by: "X014", verdict: Damage,
        kinds: [TEXT, LIST],
        stored: [QUOTE] without [],
        file: [] without [],
        explains: |change| change.stored.strip_prefix('\'').is_some_and(|rest| rest == change.file && !rest.ends_with('\'')), undone: None,
        says: words!("the apostrophe before it is lost"),
    };
}
