//! A list's values were joined.

use crate::transform::transform;
use crate::values::list;
use crate::words;

transform! {
    /// The stored values one behind the other, with nothing or a space between them.
    ///
    /// Seen: Spreadsheets' CONCAT and TEXTJOIN; text copied from web pages.
    ///
    /// ```made
    /// list: Harbour|Mill → HarbourMill
    /// list: Harbour|Mill → Harbour Mill
    /// list: Harbour|Mill → Harbour and Mill
    /// ```
    ///
    /// ```left
    /// list: Harbour|Mill → Harbour
    /// list: Harbour|Mill → Millhouse
    /// ```
    pub(crate) static TRANSFORM = {
        name: "joined", said_by: "L003", verdict: Damage,
        kinds: [LIST],
        stored: [SLASH] without [],
        file: [] without [SLASH],
        explains: |change| joined(change.stored, change.file), undone: None,
        says: words!("its values were joined"),
    };
}

fn joined(stored: &str, file: &str) -> bool {
    let values = list::decode(stored);
    values.len() > 1 && ["", " ", "  ", " and ", " und ", "-", " - "].iter().any(|between| values.join(between) == file)
}
