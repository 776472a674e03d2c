//! What spreadsheets make of text when they open a CSV file, as an oracle: would one turn this value into that one?
//!
//! Observed of Excel and LibreOffice Calc in several languages. None of these is ever right in a directory.

use super::date::{self, DateFormat};

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

/// Whether a day or something that resembles one was written in another notation: `2020-04-03` became `03/04/2020`,
/// `1-2` became `2-Jan`.
pub fn rewrote_date(stored: &str, file: &str) -> bool {
    if stored == file || file.is_empty() {
        return false;
    }
    if date::parse(stored, None, false).is_some() {
        return date::parse(file, None, false).is_none() && notations_of(stored, file).next().is_some();
    }
    // A day without a year may be given one.
    !stored.starts_with("--") && resembles_date(stored) && as_date(stored, file)
}

/// The notations in which a text is a stored day.
pub fn notations_of<'a>(stored: &'a str, file: &'a str) -> impl Iterator<Item = DateFormat> + 'a {
    // Times that a spreadsheet shows with a day are always midnight.
    let file = file.trim_end_matches(" 00:00:00").trim_end_matches(" 00:00").trim_end_matches(" 0:00");
    let padded = file.replace(['.', '-'], "/");
    DateFormat::ALL.into_iter().filter(move |format| {
        let reads = |text: &str| date::parse(text, Some(*format), false).is_some_and(|day| day == stored);
        reads(file) || reads(&padded)
    })
}

/// Two or three small numbers, or a number and a month's name, with nothing else: what spreadsheets take for a day.
fn resembles_date(text: &str) -> bool {
    let parts = parts(text);
    let numbers = parts.iter().filter(|part| matches!(part, Part::Number(_))).count();
    let months = parts.iter().filter(|part| matches!(part, Part::Month(_))).count();
    let others = parts.iter().filter(|part| matches!(part, Part::Other)).count();
    others == 0 && ((numbers == 2 || numbers == 3) && months == 0 || numbers >= 1 && months == 1)
}

fn as_date(stored: &str, file: &str) -> bool {
    let (was, is) = (parts(stored), parts(file));
    if is.contains(&Part::Other) {
        return false;
    }
    let month_named = is.iter().any(|part| matches!(part, Part::Month(_)));
    let year_added = is.iter().any(|part| matches!(part, Part::Number(number) if *number >= 1900));
    if !(month_named || year_added && is.len() == 3) {
        return false;
    }
    // Every number of the stored text stands in the day, as its number, its month or its year.
    was.iter().all(|part| {
        let wanted = part.value();
        is.iter()
            .any(|found| found.value() == wanted || found.value() == wanted + 1900 || found.value() == wanted + 2000)
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Number(u32),
    Month(u32),
    Other,
}

impl Part {
    fn value(self) -> u32 {
        match self {
            Self::Number(value) | Self::Month(value) => value,
            Self::Other => u32::MAX / 2,
        }
    }
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for word in text.split(['-', '/', '.', ' ', ',']).filter(|word| !word.is_empty()) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let letters = word.get(digits..).unwrap_or_default();
        let trailing = letters.bytes().rev().take_while(u8::is_ascii_digit).count();
        let name = letters.get(..letters.len() - trailing).unwrap_or_default();
        for number in [word.get(..digits), letters.get(letters.len() - trailing..)].into_iter().flatten() {
            if !number.is_empty() {
                parts.push(number.parse().map_or(Part::Other, Part::Number));
            }
        }
        if !name.is_empty() {
            parts.push(date::month_of(name).map_or(Part::Other, Part::Month));
        }
    }
    parts
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
    use super::{became_scientific, is_written_scientific, lost_digits, rewrote_date};

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

    #[test]
    fn days_are_written_anew() {
        for (stored, file) in [
            ("2020-04-03", "03/04/2020"),
            ("2020-04-03", "4/3/2020"),
            ("2020-04-03", "3.4.2020"),
            ("2020-04-03", "03-04-2020"),
            ("2020-04-03", "3-Apr-20"),
            ("2020-04-03", "43924"),
            ("2020-04-03", "03/04/2020 00:00"),
            ("1-2", "2-Jan"),
            ("1-2", "01-Feb"),
            ("10-12", "12. Okt"),
            ("1/2", "02/01/2026"),
            ("3-4-21", "2021-03-04"),
            ("MAR5", "5-Mar"),
        ] {
            assert!(rewrote_date(stored, file), "{stored} {file}");
        }
        for (stored, file) in [
            ("2020-04-03", "2020-04-05"),
            ("2020-04-03", "05/06/2021"),
            ("1-2", "1-3"),
            ("1-2", "Room 5"),
            ("HQ", "2-Jan"),
        ] {
            assert!(!rewrote_date(stored, file), "{stored} {file}");
        }
    }
}
