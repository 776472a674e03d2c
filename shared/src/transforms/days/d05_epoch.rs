//! A day became seconds since 1970.

use crate::transform::transform;
use crate::values::date;
use crate::words;

transform! {
    /// The moment at which a day begins, in seconds or milliseconds since the first day of 1970, in some zone.
    ///
    /// Seen: JavaScript's `Date.getTime()`, `/Date(…)/` of JSON.NET, pandas 2 (`to_json`), Elasticsearch exports.
    ///
    /// ```made
    /// day: 2020-04-03 → 1585872000
    /// day: 2020-04-03 → 1585872000000
    /// day: 2020-04-03 → 1585864800
    /// day: 2020-04-03 → /Date(1585872000000)/
    /// day: 1968-07-16 → -46137600
    /// ```
    ///
    /// ```left
    /// day: 2020-04-03 → 1586000000
    /// day: 2020-04-03 → 17
    /// ```
    pub(crate) static TRANSFORM = {
        name: "epoch", said_by: "X004", verdict: Damage,
        kinds: [DAY],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT] without [SPACE, POINT, QUOTE, ESCAPE, HIGH, CONTROL],
        explains: |change| is_moment(change.stored, change.file), undone: None,
        says: words!("a program wrote the day as seconds since 1970"),
    };
}

const WIDEST: i64 = 14 * 3600;

fn is_moment(stored: &str, file: &str) -> bool {
    let bare = file.trim_start_matches("/Date(").trim_end_matches(")/");
    let digits = bare.trim_start_matches('-').len();
    let (Some(day), Ok(moment)) = (date::day_number(stored), bare.parse::<i64>()) else { return false };
    let Some(begins) = day.checked_mul(86_400) else { return false };
    let near = |moment: i64| (moment - begins).abs() <= WIDEST;
    match digits {
        5..=10 => near(moment),
        11..=14 => near(moment / 1000),
        _ => false,
    }
}
