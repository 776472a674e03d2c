//! Days in any notation: which days a text may mean. Only a day with the year first is read without being asked for,
//! as nobody writes year, day, month.

use super::{calendar, clock, month};

/// A part of a day's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A number, and with how many digits it is written.
    Number(u32, usize),
    /// A month's name.
    Month(u32),
    /// Anything else.
    Other,
}

impl Part {
    /// Whether it can be a day, a month or a year.
    pub fn fits_a_day(self) -> bool {
        match self {
            Self::Number(number, _) => number <= 99 || (1900..2100).contains(&number),
            Self::Month(_) => true,
            Self::Other => false,
        }
    }

    /// The number that it stands for.
    pub fn value(self) -> u32 {
        match self {
            Self::Number(value, _) | Self::Month(value) => value,
            Self::Other => u32::MAX / 2,
        }
    }
}

/// The parts of a text that may be a day: numbers, months' names, and what is neither.
pub fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for word in
        text.split(['-', '/', '.', ' ', ',', '\u{a0}', '\u{202f}', '年', '月', '日']).filter(|word| !word.is_empty())
    {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let letters = word.get(digits..).unwrap_or_default();
        let trailing = letters.bytes().rev().take_while(u8::is_ascii_digit).count();
        let name = letters.get(..letters.len() - trailing).unwrap_or_default();
        for number in [word.get(..digits), letters.get(letters.len() - trailing..)].into_iter().flatten() {
            if !number.is_empty() {
                parts.push(number.parse().map_or(Part::Other, |value| Part::Number(value, number.len())));
            }
        }
        if !name.is_empty() && !is_weekday(name) {
            parts.push(month::named(name).map_or(Part::Other, Part::Month));
        }
    }
    parts
}

fn is_weekday(word: &str) -> bool {
    const NAMES: [&str; 22] = [
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
    ];
    NAMES.iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// A day that is written with its year first, in digits: `2020/4/3`, `2020.04.03.`, `20200403`, `2020年4月3日`. Its stored
/// form; also of `YYYY-MM-DD` with a midnight behind it.
pub fn year_first(text: &str) -> Option<String> {
    let text = clock::without_midnight(text).trim_end_matches('.');
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Other numbers of eight digits begin with no year of ours.
        let (year, month, day) = (number(text, 0, 4)?, number(text, 4, 6)?, number(text, 6, 8)?);
        return calendar::of_numbers(year, month, day).filter(|_| (1800..2200).contains(&year));
    }
    let begins = text.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    let separated = |character: char| "/-. 年月日".contains(character) || character.is_ascii_digit();
    if !begins || text.len() > 24 || !text.chars().all(separated) {
        return None;
    }
    let numbers: Vec<&str> =
        text.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = numbers.as_slice() else { return None };
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    calendar::of_numbers(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Whether a text may mean a stored day, with its parts in whatever order, by digits or by a month's name, and with a year
/// of two or four digits.
pub fn may_mean(text: &str, stored: &str) -> bool {
    let (Some(year), Some(month), Some(day)) = (number(stored, 0, 4), number(stored, 5, 7), number(stored, 8, 10))
    else {
        return false;
    };
    let text = clock::split(text).map_or(text, |(day, _)| day);
    let is_year = |part: &Part| match part {
        Part::Number(value, 3..) => *value == year,
        Part::Number(value, 2) => *value == year % 100,
        _ => false,
    };
    let is_day = |part: &Part| matches!(part, Part::Number(value, 1..=2) if *value == day);
    let is_month = |part: &Part| match part {
        Part::Number(value, 1..=2) | Part::Month(value) => *value == month,
        _ => false,
    };
    match parts(text).as_slice() {
        [one, two, three] => [
            [one, two, three],
            [one, three, two],
            [two, one, three],
            [two, three, one],
            [three, one, two],
            [three, two, one],
        ]
        .iter()
        .any(|[first, second, third]| is_year(first) && is_month(second) && is_day(third)),
        [Part::Number(_, 6 | 8)] => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let long = [format!("{day:02}{month:02}{year:04}"), format!("{month:02}{day:02}{year:04}")];
            let short = year % 100;
            let orders = [
                format!("{short:02}{month:02}{day:02}"),
                format!("{day:02}{month:02}{short:02}"),
                format!("{month:02}{day:02}{short:02}"),
            ];
            long.iter().chain(&orders).any(|order| *order == digits)
        }
        _ => false,
    }
}

fn number(stored: &str, from: usize, to: usize) -> Option<u32> {
    stored.get(from..to)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{may_mean, year_first};

    #[test]
    fn the_year_first_can_be_read_in_one_way() {
        for text in [
            "2020/4/3",
            "2020/04/03 0:00",
            "20200403",
            "2020.04.03.",
            "2020. 4. 3.",
            "2020年4月3日",
            "2020-4-3",
            "2020-04-03T00:00:00Z",
        ] {
            assert_eq!(year_first(text).as_deref(), Some("2020-04-03"), "{text}");
        }
        for text in ["03042020", "2020/13/01", "12345678", "2020-04-03 23:00", "2020/4", "1234", "2020/4/3/1", ""] {
            assert_eq!(year_first(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_known_in_any_order() {
        for text in [
            "3.4.2020",
            "04/03/20",
            "3-Apr-20",
            "April 3, 2020",
            "3. Apr. 20",
            "03042020",
            "20-04-03",
            "Fri, 3 Apr 2020 10:00:00 GMT",
        ] {
            assert!(may_mean(text, "2020-04-03"), "{text}");
        }
        for text in ["4.4.2020", "3-May-20", "3/4", "", "2020"] {
            assert!(!may_mean(text, "2020-04-03"), "{text}");
        }
    }
}
