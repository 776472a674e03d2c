//! Another century.

use crate::transform::transform;
use crate::words;

transform! {
    /// A year of two digits that was read back as another: each program has a year up to which it means the next
    /// century.
    ///
    /// Seen: Excel 365 (00 to 29 are 20xx), POSIX strptime and Python 3 (00 to 68 are 20xx).
    ///
    /// ```made
    /// day: 1925-05-08 → 2025-05-08
    /// day: 1968-07-16 → 2068-07-16
    /// day: 2035-01-01 → 1935-01-01
    /// ```
    ///
    /// ```left
    /// day: 2025-05-08 → 1925-05-08
    /// day: 1925-05-08 → 2025-05-09
    /// day: 1985-05-08 → 2085-05-08
    /// ```
    pub(crate) static TRANSFORM = {
        name: "other-century", said_by: "X011", verdict: Damage,
        kinds: [DAY],
        stored: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [DIGIT, SIGN] without [LETTER, SPACE, CONTROL, POINT, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        explains: |change| turned(change.stored, change.file), undone: None,
        says: words!("a program read its year of two digits as one of another century"),
    };
}

fn turned(stored: &str, file: &str) -> bool {
    let year = |text: &str| text.get(..4).and_then(|year| year.parse::<u32>().ok());
    let (Some(was), Some(is)) = (year(stored), year(file)) else { return false };
    let short = was % 100;
    // What programs take two digits for.
    let taken_for = |last: u32| if short <= last { 2000 + short } else { 1900 + short };
    stored.len() == 10
        && stored.get(4..) == file.get(4..)
        && was != is
        && [29, 68].into_iter().any(|last| {
            taken_for(last) == is && taken_for(last) != was && !(1930..=2029).contains(&was)
                || last == 68 && is == 2000 + short && (1930..=1968).contains(&was)
        })
}
