//! Capitals and small letters changed.

use crate::transform::transform;
use crate::words;

transform! {
    /// The same letters, larger or smaller. People do so on purpose, in whole columns, too.
    ///
    /// Seen: Spreadsheets' UPPER, LOWER and PROPER; directories that fold names.
    ///
    /// ```made
    /// text: Ann Lee → ANN LEE
    /// text: Ann Lee → ann lee
    /// address: Ann@example.com → ann@example.com
    /// ```
    ///
    /// ```left
    /// text: Ann Lee → Ann Leigh
    /// ```
    pub(crate) static TRANSFORM = {
        name: "case", said_by: "", verdict: Honest,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS],
        stored: [] without [],
        file: [] without [],
        explains: |change| change.stored.to_lowercase() == change.file.to_lowercase(), undone: None,
        says: words!("capitals and small letters changed"),
    };
}
