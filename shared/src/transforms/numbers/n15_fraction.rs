//! A fraction was worked out.

use crate::transform::transform;
use crate::values::digits::Number;
use crate::words;

transform! {
    /// Two numbers with a slash between them that were taken for a fraction.
    ///
    /// Seen: Excel 365 with `0 1/2`, Google Sheets with `=1/2` written without its sign, and calculators that read CSV.
    ///
    /// ```made
    /// text: 1/2 → 0.5
    /// text: 3/4 → 0,75
    /// ```
    ///
    /// ```left
    /// text: 1/2 → 1/3
    /// text: 1/2 → 0.6
    /// ```
    pub(crate) static TRANSFORM = {
        name: "fraction", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LIST],
        stored: [DIGIT, SLASH] without [LETTER, SPACE, POINT, SIGN, QUOTE, HIGH],
        file: [DIGIT, POINT] without [LETTER, SPACE, SLASH, QUOTE, HIGH],
        explains: |change| worked_out(change.stored, change.file), undone: None,
        says: words!("a fraction was worked out"),
    };
}

fn worked_out(stored: &str, file: &str) -> bool {
    let Some((above, below)) = stored.split_once('/') else { return false };
    let (Ok(above), Ok(below)) = (above.parse::<f64>(), below.parse::<f64>()) else { return false };
    let value =
        Number::readings(file).find(|number| number.grouping.is_none() && number.marked).and_then(|n| n.value());
    below != 0.0 && value.is_some_and(|value| (value - above / below).abs() < 0.005)
}
