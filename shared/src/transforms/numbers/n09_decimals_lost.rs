//! Zeros behind a decimal point are lost.

use crate::transform::transform;
use crate::words;

transform! {
    /// A number's last zeros say nothing to a program, and everything to a version or a grade: `1.10` isn't `1.1`.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2 opening a CSV file; YAML readers.
    ///
    /// ```made
    /// text: 1.10 → 1.1
    /// text: 2.0 → 2
    /// text: 3,50 → 3,5
    /// ```
    ///
    /// ```left
    /// text: 1.10 → 1.2
    /// text: 1.1 → 1.10
    /// ```
    pub(crate) static TRANSFORM = {
        name: "decimals-lost", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LIST],
        stored: [DIGIT, POINT] without [LETTER, SPACE, QUOTE, ESCAPE, HIGH],
        file: [DIGIT] without [LETTER, SPACE, QUOTE, ESCAPE, HIGH],
        explains: |change| change.stored.ends_with('0') && lost(change.stored, change.file), undone: None,
        says: words!("the zeros behind its decimal point are lost"),
    };
}

fn lost(stored: &str, file: &str) -> bool {
    let Some((whole, decimals)) = stored.split_once(['.', ',']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(decimals) && stored.trim_end_matches('0').trim_end_matches(['.', ',']) == file
}
