//! An apostrophe stands before the value.

use crate::transform::transform;
use crate::words;

transform! {
    /// A guard that keeps a spreadsheet from converting a value, and that was stored as a part of it.
    ///
    /// Seen: Scripts that protect numbers, Google Sheets with text typed behind an apostrophe, Access exports.
    ///
    /// ```made
    /// text: Annie → 'Annie
    /// text: Ann → `Ann
    /// ```
    ///
    /// ```left
    /// text: Annie → 's Annie
    /// ```
    pub(crate) static TRANSFORM = {
        name: "apostrophe-added", said_by: "X014", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, PHONE],
        stored: [] without [],
        file: [QUOTE] without [],
        explains: |change| change.file.strip_prefix(['\'', '`', '’']).is_some_and(|rest| rest == change.stored), undone: Some(|file| file.strip_prefix(['\'', '`', '’']).map(str::to_owned)),
        says: words!("an apostrophe was put before it"),
    };
}
