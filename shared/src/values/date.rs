//! Days. Stored and extracted as `YYYY-MM-DD`; other notations are read only when the admin picks one for the file.

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
    /// `31-Dec-26`: two-digit years up to 29 are 20xx, as in Excel.
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
/// A day without a year is `--MM-DD`, and read only where the column allows it.
pub fn parse(text: &str, format: Option<DateFormat>, yearless: bool) -> Option<String> {
    if let Some(day) = parse_iso(text) {
        return Some(day);
    }
    if yearless && let Some(rest) = text.strip_prefix("--") {
        let (month, day) = rest.split_once('-')?;
        // A leap year, so that the 29th of February stands.
        return stored(2000, fixed(month, 2)?, fixed(day, 2)?).map(|_| text.to_owned());
    }
    match format? {
        DateFormat::DayMonthYearSlash => {
            split_three(text, '/').and_then(|(d, m, y)| stored(year(y)?, number(m)?, number(d)?))
        }
        DateFormat::MonthDayYearSlash => {
            split_three(text, '/').and_then(|(m, d, y)| stored(year(y)?, number(m)?, number(d)?))
        }
        DateFormat::DayMonthYearDot => {
            split_three(text, '.').and_then(|(d, m, y)| stored(year(y)?, number(m)?, number(d)?))
        }
        DateFormat::DayMonthNameYear => {
            split_three(text, '-').and_then(|(d, m, y)| stored(year(y)?, month_named(m)?, number(d)?))
        }
        DateFormat::ExcelSerial => from_serial(text),
    }
}

fn parse_iso(text: &str) -> Option<String> {
    let (y, m, d) = split_three(text, '-')?;
    stored(fixed(y, 4)?, fixed(m, 2)?, fixed(d, 2)?)
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

fn month_named(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.to_ascii_lowercase();
    (1..).zip(MONTHS).find(|(_, name)| *name == lower).map(|(month, _)| month)
}

fn stored(year: u32, month: u32, day: u32) -> Option<String> {
    if !(1..=9999).contains(&year) || day == 0 || day > days_in(year, month)? {
        return None;
    }
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

fn days_in(year: u32, month: u32) -> Option<u32> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
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
            return stored(year, month, days + 1);
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
        assert_eq!(parse("2023-2-9", None, false), None);
        assert_eq!(parse("--02-29", None, true).as_deref(), Some("--02-29"));
        assert_eq!(parse("--02-29", None, false), None);
    }
}
