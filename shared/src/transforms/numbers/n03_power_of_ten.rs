//! A number became a power of ten.

use crate::transform::transform;
use crate::words;

transform! {
    /// A long number that was written with an exponent, and so without its last digits; or a text such as `12E5` that
    /// was taken for one.
    ///
    /// Seen: Excel 365 opening a CSV file: from twelve digits on; LibreOffice Calc 24.2: from fifteen on, and in narrow
    /// columns.
    ///
    /// ```made
    /// text: 123456789012 → 1.23457E+11
    /// phone: 1202555010011 → 1,20256E+12
    /// text: 108E5 → 10800000
    /// text: 108E5 → 1.08E+07
    /// phone: 030 → 1.2E+11
    /// ```
    ///
    /// ```left
    /// text: 123456789012 → 123456789013
    /// text: 123456789012 → 4.5e11
    /// text: GRADE → GRADE+11
    /// ```
    pub(crate) static TRANSFORM = {
        name: "power-of-ten", said_by: "X002", verdict: Damage,
        kinds: [TEXT, PHONE, LIST],
        stored: [] without [],
        file: [DIGIT] without [SPACE, CONTROL, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        explains: |change| is_written_scientific(change.file) || became_scientific(change.stored, change.file), undone: None,
        says: words!("a long number became a power of ten"),
    };
}

/// Whether a number lost its digits to an exponent, or an exponent was worked out.
fn became_scientific(stored: &str, file: &str) -> bool {
    let (Some(was), Some(is)) = (number(stored), number(file)) else { return false };
    if !(is_scientific(stored) || is_scientific(file)) || was == 0.0 {
        return false;
    }
    let digits = file.split(['e', 'E']).next().unwrap_or_default().bytes().filter(u8::is_ascii_digit).count();
    let digits = i32::try_from(digits).unwrap_or(1).clamp(1, 15);
    ((was - is) / was).abs() <= 0.51 * 10_f64.powi(1 - digits)
}

/// Whether a text is a number with an exponent, as spreadsheets write it: `1.23457E+11`.
fn is_written_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once("E+") else { return false };
    number(mantissa).is_some()
        && (2..=3).contains(&exponent.len())
        && exponent.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_scientific(text: &str) -> bool {
    text.contains(['e', 'E']) && number(text).is_some()
}

fn number(text: &str) -> Option<f64> {
    let plain = |byte: u8| byte.is_ascii_digit() || b"+-.,eE".contains(&byte);
    if !text.bytes().all(plain) || !text.starts_with(|first: char| first.is_ascii_digit() || first == '+') {
        return None;
    }
    text.replacen(',', ".", 1).parse().ok()
}
