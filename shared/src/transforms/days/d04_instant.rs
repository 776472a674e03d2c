//! A day became a moment.

use crate::transform::transform;
use crate::values::clock;
use crate::values::date;
use crate::words;

transform! {
    /// A day with a time behind it that isn't its midnight: the evening before in world time, or an hour that a cell
    /// held and didn't show.
    ///
    /// Seen: `JSON.stringify` of a Date in JavaScript (the time of UTC); SheetJS 0.18 and openSIS with a time zone; SQL
    /// Server and Oracle exports.
    ///
    /// ```made
    /// day: 2020-04-03 → 2020-04-02T22:00:00.000Z
    /// day: 2020-04-03 → 2020-04-03 12:00:00
    /// day: 2020-04-03 → 2020-04-02 23:59:32
    /// day: 2020-04-03 → 2020-04-03T05:00:00-05:00
    /// ```
    ///
    /// ```left
    /// day: 2020-04-03 → 2020-04-01T22:00:00.000Z
    /// day: 2020-04-03 → 2020-04-05 12:00
    /// day: 2020-04-03 → 2020-04-02
    /// ```
    pub(crate) static TRANSFORM = {
        name: "instant", said_by: "X004", verdict: Damage,
        kinds: [DAY],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT, SLASH] without [],
        explains: |change| is_near(change.stored, change.file), undone: None,
        says: words!("a program wrote the day as a moment, with a time of day"),
    };
}

/// The widest distance of a zone from UTC, in seconds.
const WIDEST: i64 = 14 * 3600;

fn is_near(stored: &str, file: &str) -> bool {
    let Some((day, time)) = clock::split(file) else { return false };
    let (Some(was), Some(is), Some((seconds, _))) =
        (date::day_number(stored), date::day_number(day), clock::read(time))
    else {
        return false;
    };
    was == is || ((is - was) * 86_400 + seconds).abs() <= WIDEST
}
