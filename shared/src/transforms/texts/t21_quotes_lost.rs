//! The quotes in a value are lost.

use crate::transform::transform;
use crate::words;

transform! {
    /// Quotes round a part of the value are gone, or an apostrophe is: a program dropped them so that it needn't escape
    /// them. People take them away, too.
    ///
    /// Seen: hand-made exporters of CSV, web forms that guard against injection.
    ///
    /// ```made
    /// text: the "Mill" → the Mill
    /// text: O'Brien → OBrien
    /// ```
    ///
    /// ```left
    /// text: the "Mill" → Mill
    /// text: the Mill → the "Mill"
    /// ```
    pub(crate) static TRANSFORM = {
        name: "quotes-lost", said_by: "C016", verdict: Habit,
        kinds: [TEXT, LONG_TEXT, LIST],
        stored: [QUOTE] without [],
        file: [] without [QUOTE],
        explains: |change| change.stored.replace(['"', '\''], "") == change.file,
        undone: None,
        says: words!("its quotes or apostrophes are lost"),
    };
}
