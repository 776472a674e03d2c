//! A day in another notation.

use crate::transform::transform;
use crate::values::clock;
use crate::values::date;
use crate::values::day_text;
use crate::words;

transform! {
    /// A stored day, written as some country or program writes days: in every order of day, month and year, with every
    /// separator, with two digits for the year or without separators, with a month's name and a weekday.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2 saving CSV in English, German, French, Hungarian and Japanese; Google
    /// Sheets; JavaScript's toString.
    ///
    /// ```made
    /// day: 2020-04-03 → 03/04/2020
    /// day: 2020-04-03 → 4/3/2020
    /// day: 2020-04-03 → 3.4.2020
    /// day: 2020-04-03 → 03-04-2020
    /// day: 2020-04-03 → 3-Apr-20
    /// day: 2020-04-03 → 3. Apr. 20
    /// day: 2020-04-03 → April 3, 2020
    /// day: 2020-04-03 → 03042020
    /// day: 2020-04-03 → 200403
    /// day: 2020-04-03 → 03/04/2020 00:00
    /// day: 2020-04-03 → Fri Apr 03 2020
    /// ```
    ///
    /// ```left
    /// day: 2020-04-03 → 2020-04-05
    /// day: 2020-04-03 → 05/06/2021
    /// day: 2020-04-03 → soon
    /// ```
    pub(crate) static TRANSFORM = {
        name: "other-notation", said_by: "X004", verdict: Damage,
        kinds: [DAY],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT] without [],
        explains: |change| is_written_otherwise(change.stored, change.file), undone: None,
        says: words!("a program wrote the day in another notation"),
    };
}

/// A day as it is stored, with a time behind it, is no other notation.
fn is_written_otherwise(stored: &str, file: &str) -> bool {
    let day = clock::split(file).map_or(file, |(day, _)| day);
    date::day_number(day).is_none() && day_text::may_mean(day, stored)
}
