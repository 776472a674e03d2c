//! Quotes or apostrophes are doubled.

use crate::transform::transform;
use crate::words;

transform! {
    /// A quote inside the value stands there twice, as CSV and SQL write it.
    ///
    /// Seen: CSV written by hand-made exporters; SQL dumps.
    ///
    /// ```made
    /// text: the "Mill" → the ""Mill""
    /// text: O'Brien → O''Brien
    /// text: 6" pipe → 6"" pipe
    /// ```
    ///
    /// ```left
    /// text: O'Brien → OBrien
    /// text: the Mill → the "Mill"
    /// ```
    pub(crate) static TRANSFORM = {
        name: "quotes-doubled", said_by: "X014", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS],
        stored: [QUOTE] without [],
        file: [] without [],
        explains: |change| is_doubled(change.stored, change.file), undone: None,
        says: words!("its quotes were doubled"),
    };
}

fn is_doubled(stored: &str, file: &str) -> bool {
    let doubled = |quote: char| stored.contains(quote) && stored.replace(quote, &format!("{quote}{quote}")) == file;
    doubled('"') || doubled('\'')
}
