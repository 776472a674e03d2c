//! The same text in other characters.

use crate::transform::transform;
use crate::values::looks;
use crate::words;

transform! {
    /// Full-width letters, ligatures, letters in a circle or above the line, spaces that don't break, hyphens and
    /// quotes of other kinds: equal to the eye or after Unicode's compatibility normalisation, and another value to
    /// every program.
    ///
    /// Seen: Input methods in full-width mode, PDF text (ligatures), word processors' autocorrection, web pages (no-
    /// break spaces).
    ///
    /// ```made
    /// text: Ann → Ａｎｎ
    /// text: Sofia → So⟨FB01⟩a
    /// text: Ann Lee → Ann⟨A0⟩Lee
    /// text: Jo-Jo → Jo⟨2011⟩Jo
    /// text: Ann Lee → Ann⟨3000⟩Lee
    /// list: HQ → ＨＱ
    /// text: Ann Lee → Ann  Lee
    /// ```
    ///
    /// ```left
    /// text: Ann → Anne
    /// text: Ａｎｎ → Ann
    /// text: Ann⟨A0⟩Lee → Ann Lee
    /// text: Sofia → Sophia
    /// ```
    pub(crate) static TRANSFORM = {
        name: "same-to-the-eye", said_by: "X015", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, PHONE, CHOICE],
        stored: [] without [],
        file: [] without [],
        explains: |change| looks::is_odd_form(change.file, change.stored), undone: Some(|file| Some(looks::plain(file)).filter(|plain| plain != file)),
        says: words!("it looks the same, in other characters"),
    };
}
