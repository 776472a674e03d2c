//! Digits of another script.

use crate::transform::transform;
use crate::values::digits;
use crate::words;

transform! {
    /// The same digits, written full-width or in another script: they look like the number, and equal nothing.
    ///
    /// Seen: Japanese and Chinese input methods in full-width mode; Excel 365 in Arabic and Persian.
    ///
    /// ```made
    /// text: 10457 → １０４５７
    /// phone: 030 555 → ٠٣٠ ٥٥٥
    /// text: A17 → A１７
    /// text: 00017 → １７
    /// ```
    ///
    /// ```left
    /// text: 10457 → １０４５８
    /// ```
    pub(crate) static TRANSFORM = {
        name: "other-digits", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST, ADDRESS],
        stored: [DIGIT] without [HIGH],
        file: [HIGH] without [],
        explains: |change| plain(change.file).is_some_and(|plain| is_same(change.stored, &plain)), undone: Some(plain),
        says: words!("its digits are those of another script"),
    };
}

/// The text with plain digits; `None` where it has no others.
fn plain(text: &str) -> Option<String> {
    let plain: String = text.chars().map(|character| digits::digit(character).unwrap_or(character)).collect();
    (plain != text).then_some(plain)
}

fn is_same(stored: &str, plain: &str) -> bool {
    stored == plain || digits::are_all(stored) && digits::are_all(plain) && digits::bare(stored) == digits::bare(plain)
}
