//! Day and month changed places.

use crate::transform::transform;
use crate::words;

transform! {
    /// Up to the twelfth, a program that expects the month first takes a day for a month. What it can't take for a day
    /// stays text.
    ///
    /// Seen: Excel 365 in the United States opening days as Britain writes them; craft-freeform issue 2615, BEXIS2
    /// issue 22.
    ///
    /// ```made
    /// day: 1958-03-12 → 1958-12-03
    /// ```
    ///
    /// ```left
    /// day: 1958-03-12 → 1959-12-03
    /// day: 1958-03-13 → 1958-03-12
    /// ```
    pub(crate) static TRANSFORM = {
        name: "day-month", said_by: "X012", verdict: Story,
        kinds: [DAY],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        explains: |change| exchanged(change.stored, change.file), undone: None,
        says: words!("day and month changed places"),
    };
}

fn exchanged(stored: &str, file: &str) -> bool {
    let part = |text: &'_ str, from: usize, to: usize| text.get(from..to).map(str::to_owned);
    stored.len() == 10
        && file.len() == 10
        && stored.get(..5) == file.get(..5)
        && part(stored, 5, 7) == part(file, 8, 10)
        && part(stored, 8, 10) == part(file, 5, 7)
}
