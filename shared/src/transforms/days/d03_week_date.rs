//! A day became a week and a weekday, or a day of the year.

use crate::transform::transform;
use crate::values::date;
use crate::words;

transform! {
    /// The two other notations of ISO 8601: the week's number with the day in it, and the day's number in the year.
    ///
    /// Seen: `isocalendar()` of Python 3, formats `GGGG-[W]WW-E` of reports, and mainframes that count days of a year.
    ///
    /// ```made
    /// day: 2020-04-03 → 2020-W14-5
    /// day: 2020-04-03 → 2020W145
    /// day: 2020-04-03 → 2020-094
    /// day: 2020-04-03 → 2020094
    /// ```
    ///
    /// ```left
    /// day: 2020-04-03 → 2020-W15-5
    /// day: 2020-04-03 → 2020-095
    /// ```
    pub(crate) static TRANSFORM = {
        name: "week-date", said_by: "X004", verdict: Damage,
        kinds: [DAY],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT] without [SPACE, POINT, QUOTE, ESCAPE, SLASH, BRACKET, OTHER, HIGH, CONTROL],
        explains: |change| is_otherwise(change.stored, change.file), undone: None,
        says: words!("a program wrote the day by its week or by its number in the year"),
    };
}

fn is_otherwise(stored: &str, file: &str) -> bool {
    let Some(day) = date::day_number(stored) else { return false };
    let Some(year) = stored.get(..4).and_then(|year| year.parse::<i64>().ok()) else { return false };
    let text = file.replace('-', "");
    let first = |year: i64| date::day_number(&format!("{year:04}-01-01"));
    if text.len() == 7 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return first(year).is_some_and(|first| text == format!("{year:04}{:03}", day - first + 1));
    }
    // The week belongs to the year of its Thursday; day 0 of 1970 was one.
    let weekday = (day + 3).rem_euclid(7);
    let thursday = day - weekday + 3;
    let of = [year - 1, year, year + 1].into_iter().find_map(|year| {
        let (first, next) = (first(year)?, first(year + 1)?);
        (first..next).contains(&thursday).then_some((year, (thursday - first) / 7 + 1))
    });
    of.is_some_and(|(year, week)| text.eq_ignore_ascii_case(&format!("{year:04}W{week:02}{}", weekday + 1)))
}
