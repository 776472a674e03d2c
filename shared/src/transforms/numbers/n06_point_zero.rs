//! A number has decimals that it hadn't.

use crate::transform::{Change, transform};
use crate::values::digits::Number;
use crate::words;

transform! {
    /// Digits that were taken for a number with a fraction: a point or a comma and zeros stand behind them, and zeros
    /// before them may be gone. One empty cell in a column is enough for a data frame.
    ///
    /// Seen: pandas 2 writing a column of integers with an empty cell; Excel 365 with the format Number; openpyxl 3 and
    /// Apache POI reading whole numbers as doubles.
    ///
    /// ```made
    /// text: 10457 → 10457.0
    /// text: 10457 → 10457,00
    /// text: 01067 → 1067.0
    /// phone: 030 555 → 30555.0
    /// text: 1.5 → 1.50
    /// text: 17 → 17.
    /// list: 7 → 7.0
    /// ```
    ///
    /// ```left
    /// text: 10457 → 10458.0
    /// text: 10457 → 10457.5
    /// text: v2 → v2.0
    /// text: 2 → 2.0.1
    /// ```
    pub(crate) static TRANSFORM = {
        name: "point-zero", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST],
        stored: [DIGIT] without [LETTER, QUOTE, ESCAPE, HIGH],
        file: [DIGIT, POINT] without [LETTER, SPACE, QUOTE, ESCAPE, BRACKET, SLASH, HIGH, OTHER, CONTROL],
        explains: has_zeros, undone: Some(undone),
        says: words!("a program wrote it as a number with decimals"),
    };
}

fn undone(file: &str) -> Option<String> {
    let number =
        Number::readings(file).find(|number| number.marked && number.grouping.is_none() && number.is_whole())?;
    (!number.negative).then_some(number.whole)
}

fn has_zeros(change: &Change<'_>) -> bool {
    let zeros = |number: &Number| number.marked && (number.is_whole() || change.file.starts_with(change.stored));
    Number::readings(change.file).any(|number| number.grouping.is_none() && zeros(&number) && number.is(change.stored))
}
