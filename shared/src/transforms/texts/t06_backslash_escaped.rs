//! A backslash before quotes, or letters by their numbers.

use crate::transform::transform;
use crate::values::escapes;
use crate::words;

transform! {
    /// Quotes, line breaks and letters were written as programs' source code, JSON or SQL write them.
    ///
    /// Seen: MySQL SELECT … INTO OUTFILE, PHP's addslashes, `JSON.stringify`, Python's repr.
    ///
    /// ```made
    /// text: O'Brien → O\'Brien
    /// text: José → Jos\u00e9
    /// long text: a⟨A⟩b → a\nb
    /// text: the "Mill" → the \"Mill\"
    /// text: José → Jos\xe9
    /// ```
    ///
    /// ```left
    /// text: a → C:\new
    /// text: R\D → R\E
    /// ```
    pub(crate) static TRANSFORM = {
        name: "backslash-escaped", said_by: "X014", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS, PHONE],
        stored: [] without [],
        file: [ESCAPE] without [],
        explains: |change| escapes::backslash(change.file).is_some_and(|plain| plain == change.stored), undone: Some(escapes::backslash),
        says: words!("backslashes of a program stand in it"),
    };
}
