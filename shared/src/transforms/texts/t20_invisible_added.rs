//! A character was put in that nobody sees.

use crate::transform::transform;
use crate::values::text;
use crate::words;

transform! {
    /// A zero-width space, a soft hyphen, a mark of the byte order or the like stands in the value.
    ///
    /// Seen: text copied from web pages and chats; files put together with a mark of the byte order at each beginning.
    ///
    /// ```made
    /// text: Annie → An⟨200B⟩nie
    /// text: 10457 → ⟨FEFF⟩10457
    /// ```
    ///
    /// ```left
    /// text: Ann → Annie⟨200B⟩
    /// ```
    pub(crate) static TRANSFORM = {
        name: "invisible-added", said_by: "C007", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS, PHONE, CHOICE],
        stored: [] without [],
        file: [HIGH] without [],
        explains: |change| text::without(change.file) == change.stored,
        undone: Some(|file| Some(text::without(file)).filter(|plain| plain != file)),
        says: words!("an invisible character was put in"),
    };
}
