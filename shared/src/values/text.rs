//! One form for text, so that what a spreadsheet does to a cell without changing its meaning is not a change.

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text as it is stored: NFC, line ends as LF, no outer space.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let trimmed = trim(text);
    if trimmed.bytes().all(|byte| byte.is_ascii() && byte != b'\r') {
        return Cow::Borrowed(trimmed);
    }
    let composed = compose(trimmed);
    if composed.contains('\r') {
        return Cow::Owned(composed.replace("\r\n", "\n").replace('\r', "\n"));
    }
    composed
}

/// Most cells neither begin nor end with space, which two bytes tell.
fn trim(text: &str) -> &str {
    let stands = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if stands(text.as_bytes().first()) && stands(text.as_bytes().last()) { text } else { text.trim() }
}

fn compose(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// The first character that nobody sees and that no script needs where it stands, and the text before it.
pub fn is_invisible(text: &str) -> Option<(&str, char)> {
    if text.is_ascii() {
        return None;
    }
    let mut last = None;
    for (at, character) in text.char_indices() {
        if is_out_of_place(character, last) {
            return Some((text.get(..at).unwrap_or_default(), character));
        }
        last = Some(character);
    }
    None
}

/// The text without such characters.
pub fn without(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        if !is_out_of_place(character, plain.chars().next_back()) {
            plain.push(character);
        }
    }
    plain
}

/// Whether a character controls machines; line breaks and tabs are text.
pub fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}

/// The text without such characters.
pub fn without_controls(text: &str) -> String {
    text.chars().filter(|character| !is_control(*character)).collect()
}

fn is_out_of_place(character: char, before: Option<char>) -> bool {
    match character {
        '\u{ad}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}' => true,
        // Joiners belong to emoji and to scripts beyond the Latin one.
        '\u{200c}' | '\u{200d}' => before.is_none_or(|before| before < '\u{500}'),
        _ => false,
    }
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

/// A whole number with its thousands grouped, as English writes it: `12,480`.
pub fn grouped(number: usize) -> String {
    grouped_by(number, ',')
}

/// A whole number with something between its thousands.
pub fn grouped_by(number: usize, separator: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
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
