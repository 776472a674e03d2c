//! Decimals are rounded away.

use crate::transform::transform;
use crate::values::digits::Number;
use crate::words;

transform! {
    /// A number with many digits, of which a column's format showed fewer, and the file kept what was shown.
    ///
    /// Seen: Excel 365 saving CSV: what is shown is written, not what the cell holds.
    ///
    /// ```made
    /// text: 13.376543921 → 13.38
    /// text: 52.520006599 → 52.52001
    /// ```
    ///
    /// ```left
    /// text: 3.14 → 3.1
    /// text: 13.376543921 → 13.39
    /// ```
    pub(crate) static TRANSFORM = {
        name: "decimals-rounded", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LONG_TEXT],
        stored: [DIGIT, POINT] without [LETTER, SPACE, QUOTE, ESCAPE, HIGH],
        file: [DIGIT] without [LETTER, SPACE, QUOTE, ESCAPE, HIGH],
        explains: |change| rounded(change.stored, change.file), undone: None,
        says: words!("its decimals are rounded"),
    };
}

/// The fewest digits that nobody rounds by hand.
const FEWEST: usize = 9;

fn rounded(stored: &str, file: &str) -> bool {
    let (Some(was), Some(is)) = (Number::plain(stored), Number::plain(file)) else { return false };
    let (Some(exact), Some(shown)) = (was.value(), is.value()) else { return false };
    let kept = is.decimals.len();
    if was.whole.len() + was.decimals.len() < FEWEST || kept >= was.decimals.len() || kept > FEWEST {
        return false;
    }
    let shown_as = format!("{exact:.kept$}");
    shown_as.parse().is_ok_and(|nearest: f64| (nearest - shown).abs() < f64::EPSILON)
}
