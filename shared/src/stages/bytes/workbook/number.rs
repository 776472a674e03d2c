//! A number as its format shows it, and what the sheet shows otherwise than it is read.

use super::code::{Format, Shape};
use super::pattern::plain;
use crate::values::date::{self, DateFormat};

/// The days between the two first days from which spreadsheets count.
const DAYS_TO_1904: f64 = 1462.0;
const SECONDS_A_DAY: f64 = 86_400.0;
/// So many digits a number of a spreadsheet keeps. Programs that write more mean them.
const KEPT_DIGITS: usize = 15;

/// The text of a number, and how it differs from what the sheet shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) apart: Option<Apart>,
}

/// How what is read differs from what the sheet shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    /// The format shows nothing.
    Hidden,
    /// Nobody here knows how the format shows it.
    Unknown,
    /// The format shows the day alone, and the value holds a time of day.
    TimeCut,
}

/// The text of a number that a cell holds as `raw`.
pub(super) fn shown(raw: &str, format: &Format, from_1904: bool) -> Shown {
    let as_it_is = |text: String| Shown { text, apart: None };
    let raw = raw.trim();
    let Some(value) = raw.parse::<f64>().ok().filter(|value| value.is_finite()) else {
        return as_it_is(raw.to_owned());
    };
    let number = || number(raw, value);
    match format.shape(value) {
        // A format without a section for it, and none at all, show it as it is.
        None | Some(Shape::General) => as_it_is(number()),
        Some(Shape::Unknown) => Shown { text: number(), apart: Some(Apart::Unknown) },
        Some(Shape::Hidden) => Shown { text: number(), apart: Some(Apart::Hidden) },
        Some(Shape::Word(word)) => as_it_is(word.clone()),
        Some(Shape::Digits(pattern)) => match pattern.show(value) {
            text if text.is_empty() => Shown { text: number(), apart: Some(Apart::Hidden) },
            _ if digits(raw) > KEPT_DIGITS => as_it_is(number()),
            text => as_it_is(text),
        },
        Some(Shape::Time { day, time }) => match moment(value, *day, *time, from_1904) {
            Some((text, cut)) => Shown { text, apart: cut.then_some(Apart::TimeCut) },
            None => as_it_is(number()),
        },
    }
}

/// A number in full: a whole one that is written with more digits than a spreadsheet keeps is meant so.
fn number(raw: &str, value: f64) -> String {
    if digits(raw) > KEPT_DIGITS { raw.to_owned() } else { plain(value) }
}

/// How many digits a whole number is written with; 0 for any other.
fn digits(raw: &str) -> usize {
    let digits = raw.trim_start_matches('-').trim_start_matches('0');
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.len() } else { 0 }
}

/// A day, a time of day, or both, as ISO 8601 writes them, and whether a time was left out.
fn moment(value: f64, day: bool, time: bool, from_1904: bool) -> Option<(String, bool)> {
    if value < 0.0 {
        return None;
    }
    let value = if from_1904 && day { value + DAYS_TO_1904 } else { value };
    // A second is less than what a day's fraction is off by when it was typed as a time.
    let seconds = ((value - value.floor()) * SECONDS_A_DAY).round();
    let (days, seconds) = if seconds >= SECONDS_A_DAY { (value.floor() + 1.0, 0.0) } else { (value.floor(), seconds) };
    let clock = {
        let (hours, rest) = ((seconds / 3600.0).floor(), seconds % 3600.0);
        format!("{hours:02.0}:{:02.0}:{:02.0}", (rest / 60.0).floor(), rest % 60.0)
    };
    if !day || days == 0.0 && time {
        return Some((clock, false));
    }
    let date = date::parse(&plain(days), Some(DateFormat::ExcelSerial), false)?;
    Some(if time && seconds > 0.0 { (format!("{date} {clock}"), false) } else { (date, seconds > 0.0) })
}

/// A moment that a cell holds as ISO 8601 writes it, as its format shows it.
pub(super) fn iso(raw: &str, format: &Format) -> Shown {
    let (day, clock) = raw.trim().split_once('T').unwrap_or((raw.trim(), ""));
    let clock = clock.trim_end_matches('Z');
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let is_midnight = clock.bytes().all(|byte| matches!(byte, b'0' | b':'));
    match (is_midnight, format.shows_day_only()) {
        (true, _) => Shown { text: day.to_owned(), apart: None },
        (false, true) => Shown { text: day.to_owned(), apart: Some(Apart::TimeCut) },
        (false, false) => Shown { text: format!("{day} {clock}"), apart: None },
    }
}

#[cfg(test)]
mod tests {
    use super::{Apart, Format, iso, shown};

    #[test]
    fn numbers_say_all_that_they_say() {
        for (raw, code, text) in [
            ("17", "00000", "00017"),
            ("123456", "00000", "123456"),
            ("15550117", "000-0000", "1555-0117"),
            ("4915550117", "+00 0000 0000", "+49 1555 0117"),
            ("12.5", "0", "12.5"),
            ("12.5", "0.00", "12.50"),
            ("1234.5", "#,##0.00 \"€\"", "1234.50 €"),
            ("0.5", "0%", "50%"),
            ("-3", "0", "-3"),
            ("-3", "0;(0)", "-3"),
            ("5550117", "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "555-0117"),
            ("2025550143", "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "(202) 555-0143"),
            ("4711", "_-* #,##0_-", "4711"),
            ("4711", "general", "4711"),
            ("4711", "[>9999]00000", "4711"),
            ("123456789012", "General", "123456789012"),
            ("0.1", "", "0.1"),
            ("1E3", "General", "1000"),
            ("0.30000000000000004", "General", "0.3"),
            ("12345678901234567890", "General", "12345678901234567890"),
            ("6011000990139424", "0", "6011000990139424"),
            ("x", "General", "x"),
        ] {
            assert_eq!(shown(raw, &Format::from_code(code), false).text, text, "{raw} as {code}");
        }
        let largest = shown("1.7976931348623157E+308", &Format::default(), false).text;
        assert!(largest.len() == 309 && largest.bytes().all(|byte| byte.is_ascii_digit()), "{largest}");
    }

    #[test]
    fn what_the_sheet_shows_otherwise_is_known() {
        for (raw, code, text, apart) in [
            ("0", "#", "0", Some(Apart::Hidden)),
            ("0", "0;-0;;@", "0", Some(Apart::Hidden)),
            ("4711", ";;;", "4711", Some(Apart::Hidden)),
            ("4711", "Standard", "4711", Some(Apart::Unknown)),
            ("45292.9583", "yyyy-mm-dd", "2024-01-01", Some(Apart::TimeCut)),
            ("45292", "yyyy-mm-dd", "2024-01-01", None),
        ] {
            let shown = shown(raw, &Format::from_code(code), false);
            assert_eq!((shown.text.as_str(), shown.apart), (text, apart), "{raw} as {code}");
        }
    }

    #[test]
    fn days_are_iso() {
        let day = Format::from_code("dd/mm/yyyy");
        let both = Format::from_code("dd/mm/yyyy hh:mm");
        let time = Format::from_code("hh:mm");
        for (raw, format, from_1904, text) in [
            ("45292", &day, false, "2024-01-01"),
            ("43830", &day, true, "2024-01-01"),
            ("45292.75", &both, false, "2024-01-01 18:00:00"),
            ("45292", &both, false, "2024-01-01"),
            ("0.75", &time, false, "18:00:00"),
            ("-1", &day, false, "-1"),
        ] {
            assert_eq!(shown(raw, format, from_1904).text, text);
        }
        assert_eq!(iso("2024-02-29T00:00:00.000Z", &Format::default()).text, "2024-02-29");
        assert_eq!(iso("2024-02-29T01:30:00", &Format::default()).text, "2024-02-29 01:30:00");
        assert_eq!(iso("2024-02-29T01:30:00", &day).text, "2024-02-29");
    }
}
