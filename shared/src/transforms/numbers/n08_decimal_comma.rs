//! A decimal point became a comma, or the other way round.

use crate::transform::transform;
use crate::values::digits::Number;
use crate::words;

transform! {
    /// A number whose decimal mark changed to that of another country.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2 in German, French and others, saving CSV.
    ///
    /// ```made
    /// text: 1.5 → 1,5
    /// text: 1,5 → 1.5
    /// text: 0.25 → 0,25
    /// text: 1.50 → 1,5
    /// ```
    ///
    /// ```left
    /// text: 1.5 → 1.6
    /// text: 1,5 → 15
    /// ```
    pub(crate) static TRANSFORM = {
        name: "decimal-comma", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LONG_TEXT],
        stored: [DIGIT, POINT] without [LETTER, SPACE, QUOTE, ESCAPE, HIGH],
        file: [DIGIT, POINT] without [LETTER, SPACE, QUOTE, ESCAPE, HIGH],
        explains: |change| is_other(change.stored, change.file) || is_other(change.file, change.stored), undone: None,
        says: words!("the mark of its decimals changed"),
    };
}

/// Whether one has a decimal point, and the other the same number with a comma.
fn is_other(point: &str, comma: &str) -> bool {
    let with_comma = || Number::readings(comma).any(|number| number.grouping.is_none() && number.is(point));
    Number::plain(point).is_some_and(|number| number.marked) && !comma.contains('.') && with_comma()
}
