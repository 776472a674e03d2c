//! Letters became question marks.

use crate::transform::transform;
use crate::values::mojibake;
use crate::words;

transform! {
    /// Letters that an encoding doesn't have were written as `?`, `_` or U+FFFD.
    ///
    /// Seen: Excel 365 saving CSV (not CSV UTF-8); Windows code pages; databases with a narrow character set.
    ///
    /// ```made
    /// text: Zoë → Zo?
    /// text: 東京 → ??
    /// text: Zoë → Zo⟨FFFD⟩⟨FFFD⟩
    /// text: José_1 → Jos__1
    /// ```
    ///
    /// ```left
    /// text: Zoë → Zoe?
    /// text: Ann → An?
    /// text: Zoë → Zoë?
    /// ```
    pub(crate) static TRANSFORM = {
        name: "letters-lost", said_by: "B006", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS, PHONE],
        stored: [HIGH] without [],
        file: [] without [],
        explains: |change| mojibake::lost_letters(change.stored, change.file), undone: None,
        says: words!("letters became question marks"),
    };
}
