//! Days. Stored and extracted as `YYYY-MM-DD`; other notations are read only when the admin picks one for the file.

use super::calendar::{days_in, of_numbers};
use super::{clock, day_text, month};
use serde::{Deserialize, Serialize};

/// A notation that an admin can pick for the dates of a file, beside `YYYY-MM-DD`, which is always read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateFormat {
    /// `31/12/2026`
    DayMonthYearSlash,
    /// `12/31/2026`
    MonthDayYearSlash,
    /// `31.12.2026`
    DayMonthYearDot,
    /// `31-Dec-26`, `31. Dez. 26`: a month's name between day and year. Years of two digits up to 29 are 20xx, as in Excel.
    DayMonthNameYear,
    /// Excel's count of days since 1899-12-30.
    ExcelSerial,
}

impl DateFormat {
    /// Every notation, in the order in which a person is offered them.
    pub const ALL: [Self; 5] = [
        Self::DayMonthYearSlash,
        Self::MonthDayYearSlash,
        Self::DayMonthYearDot,
        Self::DayMonthNameYear,
        Self::ExcelSerial,
    ];

    /// How the notation writes the last day of 2026.
    pub fn example(self) -> &'static str {
        match self {
            Self::DayMonthYearSlash => "31/12/2026",
            Self::MonthDayYearSlash => "12/31/2026",
            Self::DayMonthYearDot => "31.12.2026",
            Self::DayMonthNameYear => "31-Dec-26",
            Self::ExcelSerial => "46387",
        }
    }
}

/// The stored form of a day, or `None` where the text is no day in `YYYY-MM-DD` or the picked notation.
///
/// A midnight behind it is the day itself, and a day with the year first is read whatever stands between its numbers.
///
/// A day without a year is `--MM-DD`, and read only where the column allows it.
pub fn parse(text: &str, format: Option<DateFormat>, yearless: bool) -> Option<String> {
    if let Some(day) = parse_iso(text).or_else(|| day_text::year_first(text)) {
        return Some(day);
    }
    if yearless && let Some(rest) = text.strip_prefix("--") {
        let (month, day) = rest.split_once('-')?;
        // A leap year, so that the 29th of February stands.
        return of_numbers(2000, fixed(month, 2)?, fixed(day, 2)?).map(|_| text.to_owned());
    }
    let format = format?;
    let text = clock::without_midnight(text);
    match format {
        DateFormat::DayMonthYearSlash => {
            split_three(text, '/').and_then(|(d, m, y)| of_numbers(year(y)?, number(m)?, number(d)?))
        }
        DateFormat::MonthDayYearSlash => {
            split_three(text, '/').and_then(|(m, d, y)| of_numbers(year(y)?, number(m)?, number(d)?))
        }
        DateFormat::DayMonthYearDot => {
            split_three(text, '.').and_then(|(d, m, y)| of_numbers(year(y)?, number(m)?, number(d)?))
        }
        DateFormat::DayMonthNameYear => {
            let mut parts = text.split(['-', ' ', '.', '/']).filter(|part| !part.is_empty());
            let (day, name, of) = (parts.next()?, parts.next()?, parts.next()?);
            parts.next().is_none().then_some(())?;
            of_numbers(year(of)?, month::named(name)?, number(day)?)
        }
        DateFormat::ExcelSerial => from_serial(text),
    }
}

fn parse_iso(text: &str) -> Option<String> {
    let (y, m, d) = split_three(text, '-')?;
    of_numbers(fixed(y, 4)?, fixed(m, 2)?, fixed(d, 2)?)
}

fn split_three(text: &str, separator: char) -> Option<(&str, &str, &str)> {
    let (first, rest) = text.split_once(separator)?;
    let (second, third) = rest.split_once(separator)?;
    Some((first, second, third))
}

fn fixed(text: &str, digits: usize) -> Option<u32> {
    (text.len() == digits).then_some(())?;
    number(text)
}

fn number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn year(text: &str) -> Option<u32> {
    let value = number(text)?;
    match text.len() {
        4 => Some(value),
        2 if value < 30 => Some(2000 + value),
        2 => Some(1900 + value),
        _ => None,
    }
}

fn from_serial(text: &str) -> Option<String> {
    // Day 61 is 1900-03-01; before it Excel counts a 29th of February that never was.
    let serial = number(text).filter(|serial| (61..=2_958_465).contains(serial))?;
    let mut days = serial - 61;
    let (mut year, mut month) = (1900, 3);
    loop {
        let length = days_in(year, month)?;
        if days < length {
            return of_numbers(year, month, days + 1);
        }
        days -= length;
        month += 1;
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
}

/// The days from 1970-01-01 to a stored day, which may lie before; `None` for days without a year and for other text.
pub fn day_number(stored: &str) -> Option<i64> {
    let day = parse_iso(stored)?;
    let (year, month, day) = split_three(&day, '-')?;
    let (year, month, day) = (i64::from(number(year)?), i64::from(number(month)?), i64::from(number(day)?));
    // Years from March on, in eras of 400 years, so that leap days come last.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::{DateFormat, parse};

    #[test]
    fn each_notation_reads_its_own_example() {
        for format in DateFormat::ALL {
            assert_eq!(parse(format.example(), Some(format), false).as_deref(), Some("2026-12-31"), "{format:?}");
            assert_eq!(parse(format.example(), None, false), None, "{format:?}");
        }
    }

    #[test]
    fn only_days_that_exist_are_days() {
        assert_eq!(parse("2024-02-29", None, false).as_deref(), Some("2024-02-29"));
        assert_eq!(parse("2023-02-29", None, false), None);
        assert_eq!(parse("2023-2-30", None, false), None);
        assert_eq!(parse("--02-29", None, true).as_deref(), Some("--02-29"));
        assert_eq!(parse("--02-29", None, false), None);
    }
}
