//! The last digits became zeros.

use crate::transform::transform;
use crate::values::digits;
use crate::words;

transform! {
    /// A spreadsheet's numbers have fifteen digits: from the sixteenth on, zeros stand in their place.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2 opening a CSV file.
    ///
    /// ```made
    /// text: 4111111111111111 → 4111111111111110
    /// text: 4111 1111 1111 1111 → 4111111111111110
    /// text: 12345678901234567890 → 12345678901234500000
    /// ```
    ///
    /// ```left
    /// text: 4111111111111111 → 4111111111111112
    /// text: 12345 → 12340
    /// ```
    pub(crate) static TRANSFORM = {
        name: "digits-zeroed", said_by: "X003", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST],
        stored: [DIGIT] without [LETTER, ESCAPE, HIGH, CONTROL],
        file: [DIGIT] without [LETTER, ESCAPE, HIGH, CONTROL],
        explains: |change| lost_digits(change.stored, change.file), undone: None,
        says: words!("the last digits became zeros"),
    };
}

fn lost_digits(stored: &str, file: &str) -> bool {
    const KEPT: usize = 15;
    if stored.len() <= KEPT || file.len() <= KEPT {
        return false;
    }
    let bare = |text: &str| -> String { text.chars().filter(|character| !" -.'".contains(*character)).collect() };
    let (stored, file) = (bare(stored), bare(file));
    if !digits::are_all(&stored) || !digits::are_all(&file) || stored == file {
        return false;
    }
    let stored = stored.trim_start_matches('0');
    let (Some(was), Some(is), Some(rest)) = (stored.get(..KEPT - 1), file.get(..KEPT - 1), file.get(KEPT..)) else {
        return false;
    };
    stored.len() == file.len() && was == is && rest.bytes().all(|byte| byte == b'0')
}
