//! A minus is lost, or written otherwise.

use crate::transform::transform;
use crate::values::digits::Number;
use crate::words;

transform! {
    /// A number below zero whose minus is gone, stands behind it, became brackets or another kind of dash.
    ///
    /// Seen: Excel 365 with the formats Number and Accounting; SAP and other mainframes; word processors.
    ///
    /// ```made
    /// text: -5 → (5)
    /// text: -5 → 5-
    /// text: -5 → 5
    /// text: -12 → ⟨2212⟩12
    /// ```
    ///
    /// ```left
    /// text: -5 → -6
    /// text: 5 → -5
    /// text: -5a → 5a
    /// ```
    pub(crate) static TRANSFORM = {
        name: "sign-moved", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, QUOTE, ESCAPE, HIGH, BRACKET, SLASH],
        file: [DIGIT] without [LETTER, QUOTE, ESCAPE, OTHER, SLASH],
        explains: |change| moved(change.stored, change.file), undone: None,
        says: words!("the minus of a number is lost or moved"),
    };
}

fn moved(stored: &str, file: &str) -> bool {
    let Some(number) = Number::plain(stored).filter(|number| number.negative) else { return false };
    let bare = stored.trim_start_matches('-');
    let without = [
        file.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')),
        file.strip_suffix('-'),
        file.strip_prefix("- "),
        file.strip_prefix('\u{2212}'),
        file.strip_prefix('\u{2013}'),
        Some(file),
    ];
    !number.whole.is_empty() && without.into_iter().flatten().any(|rest| rest == bare)
}
