//! Letters were read in a wrong encoding.

use crate::transform::transform;
use crate::values::mojibake;
use crate::words;

transform! {
    /// UTF-8 that was read as Windows or Macintosh text: two or three odd characters stand for each letter beyond
    /// ASCII.
    ///
    /// Seen: Excel 365 opening UTF-8 without a mark; FTP clients; MySQL with latin1 tables.
    ///
    /// ```made
    /// text: José → JosÃ©
    /// text: Müller → MÃ¼ller
    /// text: ⟨⟩ → Jos√©
    /// ```
    ///
    /// ```left
    /// text: José → Jose
    /// text: ⟨⟩ → Ürsã
    /// ```
    pub(crate) static TRANSFORM = {
        name: "misread", said_by: "B005", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS, PHONE],
        stored: [] without [],
        file: [HIGH] without [],
        explains: |change| mojibake::undone(change.file).is_some(), undone: Some(mojibake::undone),
        says: words!("its letters were read in a wrong encoding"),
    };
}
