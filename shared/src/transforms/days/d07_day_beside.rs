//! The day before or after.

use crate::transform::transform;
use crate::values::date;
use crate::words;

transform! {
    /// A program with a time zone took a day for its midnight, and wrote the day that it was elsewhere.
    ///
    /// Seen: SheetJS issue 874, openSIS-Classic issue 66, JavaScript's `new Date("2020-04-03")` west of Greenwich.
    ///
    /// ```made
    /// day: 2020-04-03 → 2020-04-02
    /// day: 2020-03-31 → 2020-04-01
    /// ```
    ///
    /// ```left
    /// day: 2020-04-03 → 2020-04-05
    /// ```
    pub(crate) static TRANSFORM = {
        name: "day-beside", said_by: "X011", verdict: Story,
        kinds: [DAY],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        explains: |change| date::day_number(change.stored).zip(date::day_number(change.file)).is_some_and(|(was, is)| (is - was).abs() == 1), undone: None,
        says: words!("a program with a time zone wrote the day before or after"),
    };
}
