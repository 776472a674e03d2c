//! The first day of a calendar.

use crate::transform::transform;
use crate::words;

transform! {
    /// The day at which a program's count begins, where nothing stood: nothing, taken for 0. Somebody may be born on
    /// the first day of 1970.
    ///
    /// Seen: Excel 365 and SQL Server (1900-01-01), LibreOffice Calc 24.2 (1899-12-30), Excel for Mac (1904-01-01),
    /// Unix (1970-01-01), .NET (0001-01-01), Windows (1601-01-01), Oracle and SQL Server (9999-12-31).
    ///
    /// ```made
    /// day: ⟨⟩ → 1900-01-01
    /// day: ⟨⟩ → 1899-12-30
    /// day: ⟨⟩ → 1970-01-01
    /// day: ⟨⟩ → 0001-01-01
    /// ```
    ///
    /// ```left
    /// day: ⟨⟩ → 1970-01-02
    /// day: 1980-01-01 → 1970-01-01
    /// ```
    pub(crate) static TRANSFORM = {
        name: "first-day", said_by: "X013", verdict: Habit,
        kinds: [DAY],
        stored: [] without [DIGIT, LETTER, SPACE, CONTROL, POINT, SIGN, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT, SIGN] without [],
        explains: |change| DAYS.contains(&change.file), undone: Some(|_| Some(String::new())),
        says: words!("it is the day that programs write where nothing stands"),
    };
}

const DAYS: [&str; 12] = [
    "1899-12-30",
    "1899-12-31",
    "1900-01-01",
    "1904-01-01",
    "1904-01-02",
    "1970-01-01",
    "1969-12-31",
    "0001-01-01",
    "1601-01-01",
    "1753-01-01",
    "1899-12-29",
    "9999-12-31",
];
