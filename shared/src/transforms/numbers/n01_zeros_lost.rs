//! The zeros before a number are lost.

use crate::transform::transform;
use crate::values::digits;
use crate::words;

transform! {
    /// Digits that were taken for a number, and written without the zeros before them; also where spaces, hyphens or
    /// brackets stood between the digits and went, too.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2 opening a CSV file; pandas 2 reading a column without a type.
    ///
    /// ```made
    /// text: 00017 → 17
    /// phone: 030 5550201 → 305550201
    /// text: 01067 → 1067
    /// text: 000 → 0
    /// list: 007 → 7
    /// text: 00-17 → 17
    /// ```
    ///
    /// ```left
    /// text: 17 → 017
    /// text: 00017 → 18
    /// text: A017 → A17
    /// phone: 030 5550201 → 0305550201
    /// phone: 0049 30 555 → +49 30 555
    /// ```
    pub(crate) static TRANSFORM = {
        name: "zeros-lost", said_by: "X001", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, ADDRESS, LIST],
        stored: [DIGIT] without [LETTER, POINT, QUOTE, ESCAPE, HIGH, OTHER],
        file: [DIGIT] without [LETTER, SPACE, POINT, SIGN, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH, CONTROL],
        explains: |change| digits::are_spaced(change.stored) && lost(&digits::only(change.stored), change.stored, change.file), undone: None,
        says: words!("the zeros before the number are lost"),
    };
}

fn lost(was: &str, stored: &str, file: &str) -> bool {
    was.starts_with('0') && was != file && !stored.contains('+') && digits::bare(was) == file
}
