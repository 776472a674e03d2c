//! A number became a percentage, or a percentage a number.

use crate::transform::transform;
use crate::values::digits::Number;
use crate::words;

transform! {
    /// Digits that were taken for a share: a percent sign stands behind them, as they were or times a hundred; or a
    /// percentage became its fraction.
    ///
    /// Seen: Excel 365 and Google Sheets with the format Percentage; Excel 365 reading `50%`.
    ///
    /// ```made
    /// text: 17 → 1700%
    /// text: 17 → 17%
    /// text: 50% → 0.5
    /// text: 0.25 → 25.00%
    /// text: 50% → 0,5
    /// ```
    ///
    /// ```left
    /// text: 17 → 18%
    /// text: 50% → 60%
    /// text: 50% → 5
    /// ```
    pub(crate) static TRANSFORM = {
        name: "percent", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST],
        stored: [DIGIT] without [LETTER, QUOTE, HIGH],
        file: [DIGIT] without [LETTER, QUOTE, HIGH],
        explains: |change| is_share(change.stored, change.file), undone: None,
        says: words!("a percent sign was put on or taken away"),
    };
}

fn is_share(stored: &str, file: &str) -> bool {
    let share = |text: &str| text.strip_suffix('%').map(|rest| rest.trim_end().to_owned());
    let value = |text: &str| Number::readings(text).find(|number| number.grouping.is_none())?.value();
    let near = |one: Option<f64>, other: Option<f64>| {
        one.zip(other).is_some_and(|(one, other)| (one - other).abs() <= 1e-9 * one.abs().max(1.0))
    };
    match (share(stored), share(file)) {
        (None, Some(is)) => {
            let was = value(stored);
            near(was, value(&is)) || near(was.map(|was| was * 100.0), value(&is))
        }
        (Some(was), None) => near(value(&was).map(|was| was / 100.0), value(file)),
        _ => false,
    }
}
