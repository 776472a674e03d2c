//! A day became its serial number.

use crate::transform::transform;
use crate::values::date;
use crate::words;

transform! {
    /// The count of days since the beginning of 1900, or in workbooks of old Macs since that of 1904; a fraction behind
    /// it is a time of day.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2 with the format General; xlrd and SheetJS reading raw values; Excel
    /// 2008 for Mac.
    ///
    /// ```made
    /// day: 2020-04-03 → 43924
    /// day: 2020-04-03 → 42462
    /// day: 2020-04-03 → 43924.0
    /// day: 2020-04-03 → 43924.5
    /// ```
    ///
    /// ```left
    /// day: 2020-04-03 → 43925
    /// day: 2020-04-03 → 2020
    /// ```
    pub(crate) static TRANSFORM = {
        name: "serial-number", said_by: "X004", verdict: Damage,
        kinds: [DAY],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT] without [LETTER, SPACE, SIGN, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH, CONTROL],
        explains: |change| is_serial(change.stored, change.file), undone: None,
        says: words!("a program wrote the day as a count of days"),
    };
}

/// Days from 1899-12-30 and from 1904-01-01 to 1970-01-01.
const STARTS: [i64; 2] = [25_569, 24_107];

fn is_serial(stored: &str, file: &str) -> bool {
    let whole = file.split(['.', ',']).next().unwrap_or_default();
    let count = whole.parse().ok().filter(|_| whole.len() <= 7);
    date::day_number(stored).zip(count).is_some_and(|(day, count): (i64, i64)| STARTS.contains(&(count - day)))
}
