//! Letters of another script.

use crate::transform::transform;
use crate::values::looks;
use crate::words;

transform! {
    /// The same text to the eye, with a letter of another script in it: a Cyrillic а for an a.
    ///
    /// Seen: Keyboards with two layouts; scanned text (OCR); whoever wants to be taken for somebody else.
    ///
    /// ```made
    /// text: Anna → Аnna
    /// list: HQ → НQ
    /// ```
    ///
    /// ```left
    /// text: Anna → Анна
    /// text: corner → comer
    /// text: Анна → Anna
    /// ```
    pub(crate) static TRANSFORM = {
        name: "look-alike", said_by: "X015", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST],
        stored: [LETTER] without [],
        file: [HIGH, LETTER] without [],
        explains: |change| looks::mixes_scripts(change.file) && !looks::mixes_scripts(change.stored) && looks::skeleton_of(change.file) == looks::skeleton_of(change.stored), undone: None,
        says: words!("it looks the same, with letters of another script"),
    };
}
