//! A word for nothing where only other values can stand.

use crate::transform::transform;
use crate::values::nothing::{MARKS, WORDS};
use crate::words;

transform! {
    /// What programs write where nothing stands, in a column of days, addresses or a few words: it isn't one.
    ///
    /// Seen: Excel 365 (`1900-01-00`, `0`), MySQL (`0000-00-00`), pandas 2 (`NaT`, `nan`), and the others that write
    /// words for nothing.
    ///
    /// ```made
    /// day: ⟨⟩ → 0000-00-00
    /// day: ⟨⟩ → 1900-01-00
    /// day: ⟨⟩ → 0
    /// address: ⟨⟩ → NULL
    /// choice: ⟨⟩ → nan
    /// day: ⟨⟩ → \N
    /// day: ⟨⟩ → NaT
    /// ```
    ///
    /// ```left
    /// day: ⟨⟩ → 2020-04-03
    /// day: ⟨⟩ → soon
    /// day: 2020-04-03 → 0
    /// ```
    pub(crate) static TRANSFORM = {
        name: "nothing-refused", said_by: "X013", verdict: Damage,
        kinds: [DAY, ADDRESS, CHOICE],
        stored: [] without [DIGIT, LETTER, SPACE, CONTROL, POINT, SIGN, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [] without [],
        explains: |change| [&MARKS[..], &WORDS, &FURTHER].iter().any(|words| words.contains(&change.file)), undone: Some(|_| Some(String::new())),
        says: words!("it is what a program writes where nothing stands"),
    };
}

const FURTHER: [&str; 21] = [
    "0000-00-00",
    "0000-00-00 00:00:00",
    "1900-01-00",
    "1899-12-00",
    "1/0/1900",
    "0/1/1900",
    "00/01/1900",
    "00.01.1900",
    "0-Jan-00",
    "00/00/0000",
    "00.00.0000",
    "0",
    "-",
    "--",
    "–",
    "—",
    "?",
    "0.0",
    "00:00",
    "00:00:00",
    "Invalid Date",
];
