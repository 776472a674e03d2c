//! A number as its format shows it, and never with less than it says.

use crate::values::date::{self, DateFormat};

/// How a number is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Format {
    /// As it is.
    General,
    /// As a day, a time of day, or both.
    Time {
        /// Whether the day is shown.
        day: bool,
        /// Whether the time is shown.
        time: bool,
    },
    /// In digits with zeros, signs and words of the format's own.
    Digits(Pattern),
}

/// The days between the two first days from which spreadsheets count.
const DAYS_TO_1904: f64 = 1462.0;
const SECONDS_A_DAY: f64 = 86_400.0;

/// A format in digits: what stands before, among and after them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    /// The whole part, place by place: a digit, required or not, or a character of the format's own.
    whole: Vec<Place>,
    /// How many decimals are shown at least.
    decimals: usize,
    /// What stands behind the digits.
    after: String,
    /// Whether it shows hundredths.
    percent: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Digit { required: bool },
    Own(char),
}

impl Pattern {
    /// Reads a format's code; `None` for one that isn't of this kind. Its first section counts.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        let mut pattern = Self::default();
        let mut in_decimals = false;
        let mut characters = code.split(';').next()?.chars();
        let mut digits = 0_usize;
        while let Some(character) = characters.next() {
            match character {
                '0' | '#' | '?' if in_decimals => {
                    pattern.decimals += usize::from(character == '0');
                }
                '0' | '#' | '?' => {
                    digits += 1;
                    pattern.whole.push(Place::Digit { required: character == '0' });
                }
                '.' => in_decimals = true,
                ',' => {}
                '%' => {
                    pattern.percent = true;
                    pattern.after.push('%');
                }
                '"' => {
                    for own in characters.by_ref().take_while(|next| *next != '"') {
                        pattern.own(own, in_decimals);
                    }
                }
                '\\' => pattern.own(characters.next()?, in_decimals),
                '_' | '*' => drop(characters.next()),
                '[' => {
                    let word: String = characters.by_ref().take_while(|next| *next != ']').collect();
                    // A currency: `[$€-407]`.
                    let sign = word.strip_prefix('$').map(|word| word.split('-').next().unwrap_or_default());
                    for own in sign.unwrap_or_default().chars() {
                        pattern.own(own, in_decimals);
                    }
                }
                '$' | '+' | '-' | '(' | ')' | ':' | ' ' | '€' | '£' | '¥' => pattern.own(character, in_decimals),
                _ => return None,
            }
        }
        if digits == 0 {
            return None;
        }
        // What stands behind the last digit comes after the decimals.
        let last = pattern.whole.iter().rposition(|place| matches!(place, Place::Digit { .. }))?;
        let behind = pattern.whole.split_off(last + 1);
        let behind = behind.iter().filter_map(|place| match place {
            Place::Own(own) => Some(*own),
            Place::Digit { .. } => None,
        });
        pattern.after = behind.chain(pattern.after.chars()).collect();
        Some(pattern)
    }

    fn own(&mut self, own: char, in_decimals: bool) {
        if in_decimals { self.after.push(own) } else { self.whole.push(Place::Own(own)) }
    }

    fn show(&self, value: f64) -> String {
        let shown = if self.percent { value * 100.0 } else { value };
        let plain = plain(shown.abs());
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut digits = whole.trim_start_matches('0').chars().rev();
        let mut backwards = String::new();
        let mut left = self.whole.iter().filter(|place| matches!(place, Place::Digit { .. })).count();
        for place in self.whole.iter().rev() {
            match place {
                Place::Own(own) => backwards.push(*own),
                Place::Digit { required } => {
                    left -= 1;
                    match digits.next() {
                        Some(digit) => backwards.push(digit),
                        None if *required => backwards.push('0'),
                        None => {}
                    }
                    if left == 0 {
                        backwards.extend(digits.by_ref());
                    }
                }
            }
        }
        let mut text: String = backwards.chars().rev().collect();
        if !decimals.is_empty() || self.decimals > 0 {
            text.push('.');
            text.push_str(decimals);
            text.extend(std::iter::repeat_n('0', self.decimals.saturating_sub(decimals.len())));
        }
        text.push_str(&self.after);
        if value < 0.0 { format!("-{text}") } else { text }
    }
}

/// The text of a number that a cell holds as `raw`.
pub(super) fn shown(raw: &str, format: &Format, from_1904: bool) -> String {
    let Some(value) = raw.trim().parse::<f64>().ok().filter(|value| value.is_finite()) else { return raw.to_owned() };
    match format {
        Format::General => plain(value),
        Format::Digits(pattern) => pattern.show(value),
        Format::Time { day, time } => moment(value, *day, *time, from_1904).unwrap_or_else(|| plain(value)),
    }
}

/// A number with the fifteen digits that spreadsheets keep, and without an exponent.
fn plain(value: f64) -> String {
    let kept: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    if kept == 0.0 { "0".to_owned() } else { kept.to_string() }
}

/// A day, a time of day, or both, as ISO 8601 writes them.
fn moment(value: f64, day: bool, time: bool, from_1904: bool) -> Option<String> {
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
        return Some(clock);
    }
    let date = date::parse(&plain(days), Some(DateFormat::ExcelSerial), false)?;
    Some(if time && seconds > 0.0 { format!("{date} {clock}") } else { date })
}

#[cfg(test)]
mod tests {
    use super::{Format, Pattern, shown};

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
            ("0", "#", ""),
            ("-3", "0", "-3"),
            ("-3", "0;(0)", "-3"),
        ] {
            let pattern = Pattern::from_code(code).expect("a pattern of digits");
            assert_eq!(shown(raw, &Format::Digits(pattern), false), text, "{raw} as {code}");
        }
        for (raw, text) in [
            ("123456789012", "123456789012"),
            ("0.1", "0.1"),
            ("1E3", "1000"),
            ("0.30000000000000004", "0.3"),
            ("x", "x"),
        ] {
            assert_eq!(shown(raw, &Format::General, false), text);
        }
    }

    #[test]
    fn days_are_iso() {
        let day = Format::Time { day: true, time: false };
        let both = Format::Time { day: true, time: true };
        let time = Format::Time { day: false, time: true };
        assert_eq!(shown("45292", &day, false), "2024-01-01");
        assert_eq!(shown("43830", &day, true), "2024-01-01");
        assert_eq!(shown("45292.75", &both, false), "2024-01-01 18:00:00");
        assert_eq!(shown("45292.75", &day, false), "2024-01-01");
        assert_eq!(shown("0.75", &time, false), "18:00:00");
        assert_eq!(shown("-1", &day, false), "-1");
    }
}
