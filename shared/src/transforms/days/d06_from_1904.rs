//! A day moved by 1462 days.

use crate::transform::transform;
use crate::values::date;
use crate::words;

transform! {
    /// Workbooks of old Macs count days from 1904 on, others from 1900: read by the wrong count, every day moves by
    /// four years and a day.
    ///
    /// Seen: Excel 2008 for Mac, pasting from a workbook with the 1904 date system into one without; exceljs issue
    /// 1343.
    ///
    /// ```made
    /// day: 1968-07-16 → 1972-07-17
    /// day: 1972-07-17 → 1968-07-16
    /// ```
    ///
    /// ```left
    /// day: 1968-07-16 → 1972-07-16
    /// ```
    pub(crate) static TRANSFORM = {
        name: "from-1904", said_by: "X011", verdict: Story,
        kinds: [DAY],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        explains: |change| date::day_number(change.stored).zip(date::day_number(change.file)).is_some_and(|(was, is)| (is - was).abs() == 1462), undone: None,
        says: words!("a program counted days from 1904 instead of 1900"),
    };
}
