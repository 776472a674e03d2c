//! One form for text, so that what a spreadsheet does to a cell without changing its meaning is not a change.

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text as it is stored: NFC, line ends as LF, no outer space.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if trimmed.bytes().all(|byte| byte.is_ascii() && byte != b'\r') {
        return Cow::Borrowed(trimmed);
    }
    let composed = compose(trimmed);
    if composed.contains('\r') {
        return Cow::Owned(composed.replace("\r\n", "\n").replace('\r', "\n"));
    }
    composed
}

fn compose(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// Shortens a value for a message: at most 60 characters, then an ellipsis.
pub fn shortened(value: &str) -> Cow<'_, str> {
    const MOST: usize = 60;
    if value.chars().nth(MOST).is_none() {
        return Cow::Borrowed(value);
    }
    let mut short: String = value.chars().take(MOST).collect();
    short.push('…');
    Cow::Owned(short)
}

/// A whole number with its thousands grouped, as messages write it: `12,480`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count with its noun: `1 row`, `12,480 rows`.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::{counted, normalise, shortened};

    #[test]
    fn the_same_text_in_other_forms_is_one_text() {
        assert_eq!(normalise(" a\r\nb\rc "), "a\nb\nc");
        assert_eq!(normalise("jose\u{301}"), "josé");
        assert_eq!(normalise("\u{a0}x\u{a0}"), "x");
    }

    #[test]
    fn messages_stay_short() {
        assert_eq!(shortened(&"x".repeat(61)).chars().count(), 61);
        assert_eq!(counted(1, "row", "rows"), "1 row");
        assert_eq!(counted(1_048_576, "row", "rows"), "1,048,576 rows");
    }
}
