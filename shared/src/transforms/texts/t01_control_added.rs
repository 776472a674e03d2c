//! A control character was put in.

use crate::transform::transform;
use crate::values::text;
use crate::words;

transform! {
    /// An invisible character that controls machines stands in the value: a separator put before digits so that no
    /// program takes them for a number, or what was left of another file's structure.
    ///
    /// Seen: tableExport.jquery.plugin issue 103 (U+001F before numbers); terminals; mainframe exports.
    ///
    /// ```made
    /// text: 10457 → ⟨1F⟩10457
    /// text: 01067 → 01067⟨0⟩
    /// ```
    ///
    /// ```left
    /// text: 10457 → 10458⟨7⟩
    /// long text: a → a⟨A⟩
    /// ```
    pub(crate) static TRANSFORM = {
        name: "control-added", said_by: "B008", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS, PHONE, DAY, CHOICE],
        stored: [] without [],
        file: [CONTROL] without [],
        explains: |change| text::without_controls(change.file) == change.stored, undone: Some(|file| Some(text::without_controls(file)).filter(|plain| plain != file)),
        says: words!("an invisible control character was put in"),
    };
}
