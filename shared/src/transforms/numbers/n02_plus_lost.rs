//! The plus before a number is lost.

use crate::transform::transform;
use crate::values::digits;
use crate::words;

transform! {
    /// Digits with a + before them that were taken for a sum: the + is lost, and perhaps what stood between the digits.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2 opening a CSV file.
    ///
    /// ```made
    /// phone: +49 30 1 → 49 30 1
    /// phone: +49 30 1 → 49301
    /// phone: +1 (202) 555-0117 → 1 202 555 0117
    /// text: +5 → 5
    /// ```
    ///
    /// ```left
    /// phone: +49 30 1 → 0049 30 1
    /// phone: +49 30 1 → +49301
    /// phone: 49301 → +49301
    /// ```
    pub(crate) static TRANSFORM = {
        name: "plus-lost", said_by: "X005", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE],
        stored: [DIGIT, SIGN] without [LETTER, POINT, QUOTE, ESCAPE, HIGH, OTHER],
        file: [DIGIT] without [LETTER, QUOTE, ESCAPE, HIGH, OTHER],
        explains: |change| change.stored.starts_with('+') && !change.file.contains('+') && digits::are_spaced(change.file) && digits::only(change.stored) == digits::only(change.file), undone: None,
        says: words!("the + is lost"),
    };
}
