//! What spreadsheets make of text when they open a CSV file, as an oracle: would one turn this value into that one?
//!
//! Observed of Excel and LibreOffice Calc in several languages. None of these is ever right in a directory.

/// Whether a number lost its digits to an exponent: `123456789012` became `1.23457E+11`, or `12E5` became `1200000`.
pub fn became_scientific(stored: &str, file: &str) -> bool {
    let (Some(was), Some(is)) = (number(stored), number(file)) else { return false };
    if !(is_scientific(stored) || is_scientific(file)) || stored == file || was == 0.0 {
        return false;
    }
    let digits = file.split(['e', 'E']).next().unwrap_or_default().bytes().filter(u8::is_ascii_digit).count();
    let digits = i32::try_from(digits).unwrap_or(1).clamp(1, 15);
    ((was - is) / was).abs() <= 0.51 * 10_f64.powi(1 - digits)
}

/// Whether a text is a number with an exponent, as spreadsheets write it: `1.23457E+11`.
pub fn is_written_scientific(text: &str) -> bool {
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

/// Whether the digits after the fifteenth became zeros: a spreadsheet's numbers have no more.
pub fn lost_digits(stored: &str, file: &str) -> bool {
    const KEPT: usize = 15;
    let bare = |text: &str| -> String { text.chars().filter(|character| !" -.'".contains(*character)).collect() };
    let (stored, file) = (bare(stored), bare(file));
    let digits = |text: &str| text.len() > KEPT && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(&stored) || !digits(&file) || stored == file {
        return false;
    }
    let stored = stored.trim_start_matches('0');
    let (Some(was), Some(is), Some(rest)) = (stored.get(..KEPT - 1), file.get(..KEPT - 1), file.get(KEPT..)) else {
        return false;
    };
    stored.len() == file.len() && was == is && rest.bytes().all(|byte| byte == b'0')
}

/// Whether digits lost their leading zeros: `00123` became `123`.
pub fn lost_zeros(stored: &str, file: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let bare = stored.trim_start_matches('0');
    let bare = if bare.is_empty() { "0" } else { bare };
    digits(stored) && stored.starts_with('0') && stored != bare && file == bare
}

/// Whether a phone number lost its plus, and perhaps its spaces: `+49 30 1` became `49 30 1`, or `49301`.
pub fn lost_plus(stored: &str, file: &str) -> bool {
    stored.strip_prefix('+').is_some_and(|rest| file == rest || file == rest.replace(' ', ""))
}

/// What a truth value is called where spreadsheets speak other languages than files do.
pub fn truth_value(text: &str) -> Option<bool> {
    const TRUE: [&str; 14] = [
        "wahr",
        "vrai",
        "verdadero",
        "verdadeiro",
        "vero",
        "waar",
        "sant",
        "sand",
        "sann",
        "prawda",
        "истина",
        "doğru",
        "tosi",
        "真",
    ];
    const FALSE: [&str; 14] = [
        "falsch", "faux", "falso", "onwaar", "falskt", "falsk", "usann", "fałsz", "ложь", "yanliş", "yanlış",
        "epätosi", "hamis", "假",
    ];
    let lower = text.to_lowercase();
    if TRUE.contains(&lower.as_str()) || lower == "igaz" {
        return Some(true);
    }
    FALSE.contains(&lower.as_str()).then_some(false)
}

#[cfg(test)]
mod tests {
    use super::{became_scientific, is_written_scientific, lost_digits};

    #[test]
    fn long_numbers_become_powers_of_ten() {
        for (stored, file) in [
            ("123456789012", "1.23457E+11"),
            ("123456789012", "1,23457E+11"),
            ("1202555010011", "1.20256E+12"),
            ("108E5", "10800000"),
            ("108E5", "1.08E+07"),
        ] {
            assert!(became_scientific(stored, file), "{stored} {file}");
        }
        assert!(!became_scientific("123456789012", "123456789013"));
        assert!(!became_scientific("123456789012", "4.5E+11"));
        assert!(is_written_scientific("1.2E+11") && !is_written_scientific("GRADE+11"));
    }

    #[test]
    fn numbers_have_fifteen_digits() {
        assert!(lost_digits("4111111111111111", "4111111111111110"));
        assert!(lost_digits("12345678901234567890", "12345678901234500000"));
        assert!(!lost_digits("4111111111111111", "4111111111111112"));
        assert!(!lost_digits("12345", "12340"));
    }
}
