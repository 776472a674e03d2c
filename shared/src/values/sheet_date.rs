//! What spreadsheets make of days, and of what they take for days.

use super::date::{self, DateFormat};

/// Whether a day or something that resembles one was written in another notation: `2020-04-03` became `03/04/2020`,
/// `1-2` became `2-Jan`.
pub fn rewrote_date(stored: &str, file: &str) -> bool {
    let digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    if stored == file || !digits(stored) || !digits(file) {
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
    let months = parts.iter().filter(|part| matches!(part, Part::Month(_))).count();
    let numbers = parts.len() - months;
    // Groups of digits with spaces between them are phone numbers.
    let written = months == 1 && numbers >= 1 || months == 0 && numbers >= 2 && !text.contains(' ');
    let long = parts.iter().filter(|part| matches!(part, Part::Number(number) if *number > 31)).count();
    written && parts.len() <= 3 && long <= 1 && parts.iter().all(|part| part.fits_a_day())
}

fn as_date(stored: &str, file: &str) -> bool {
    let (was, is) = (parts(stored), parts(file));
    if is.len() > 3 || !is.iter().all(|part| part.fits_a_day()) {
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
    /// Whether it can be a day, a month or a year.
    fn fits_a_day(self) -> bool {
        match self {
            Self::Number(number) => number <= 99 || (1900..2100).contains(&number),
            Self::Month(_) => true,
            Self::Other => false,
        }
    }

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
            parts.push(month_of(name).map_or(Part::Other, Part::Month));
        }
    }
    parts
}

/// The month that a word names, in full or by its first letters, in the languages that spreadsheets write months in.
fn month_of(word: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["january", "januar", "janvier", "enero", "gennaio", "janeiro", "jänner"],
        &["february", "februar", "février", "fevrier", "febrero", "fevereiro"],
        &["march", "märz", "mrz", "mars", "marzo", "março", "maart", "mrt"],
        &["april", "avril", "abril", "aprile", "avr", "abr"],
        &["may", "mai", "mayo", "maggio", "maio", "mei"],
        &["june", "juni", "juin", "junio", "giugno", "junho"],
        &["july", "juli", "juillet", "julio", "luglio", "julho", "juil"],
        &["august", "août", "aout", "agosto", "augustus"],
        &["september", "septembre", "septiembre", "settembre", "setembro"],
        &["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
        &["november", "novembre", "noviembre", "novembro"],
        &["december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro"],
    ];
    let lower = word.to_lowercase();
    if lower.chars().count() < 3 {
        return None;
    }
    (1..).zip(NAMES).find(|(_, names)| names.iter().any(|name| name.starts_with(&lower))).map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::rewrote_date;

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
            ("07700 900123", "07700 900123 456"),
            ("1 2", "1 2 1999"),
        ] {
            assert!(!rewrote_date(stored, file), "{stored} {file}");
        }
    }
}
