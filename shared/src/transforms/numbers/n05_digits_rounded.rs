//! A long number was rounded.

use crate::transform::transform;
use crate::values::digits;
use crate::words;

transform! {
    /// A machine's number of eight bytes holds sixteen digits and not all of the seventeenth: longer numbers become
    /// their nearest neighbour.
    ///
    /// Seen: JSON.parse in every browser, Node 20, and any program that reads numbers as IEEE 754 doubles.
    ///
    /// ```made
    /// text: 9007199254740993 → 9007199254740992
    /// text: 12345678901234567 → 12345678901234568
    /// ```
    ///
    /// ```left
    /// text: 9007199254740993 → 9007199254740994
    /// text: 10457 → 10458
    /// ```
    pub(crate) static TRANSFORM = {
        name: "digits-rounded", said_by: "X003", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST],
        stored: [DIGIT] without [LETTER, SPACE, POINT, SIGN],
        file: [DIGIT] without [LETTER, SPACE, POINT, SIGN],
        explains: |change| rounded(change.stored, change.file), undone: None,
        says: words!("a long number was rounded"),
    };
}

fn rounded(stored: &str, file: &str) -> bool {
    (16..=22).contains(&stored.len())
        && digits::are_all(stored)
        && stored.parse().is_ok_and(|number: f64| format!("{number:.0}") == file)
}
