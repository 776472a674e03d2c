//! HTML's escapes.

use crate::transform::transform;
use crate::values::escapes;
use crate::words;

transform! {
    /// An ampersand, a quote or a letter was written as HTML writes it, once or twice, or line breaks became `<br>`.
    ///
    /// Seen: PHP's htmlspecialchars and htmlentities, web forms, SharePoint and Confluence exports.
    ///
    /// ```made
    /// text: Smith & Co → Smith &amp; Co
    /// text: O'Brien → O&#39;Brien
    /// text: O'Brien → O&#x27;Brien
    /// text: José → Jos&eacute;
    /// text: Smith & Co → Smith &amp;amp; Co
    /// long text: a⟨A⟩b → a<br>b
    /// text: Ann Lee → Ann&nbsp;Lee
    /// ```
    ///
    /// ```left
    /// text: Smith & Co → Smith & Sons
    /// text: Ann → Ann &c;
    /// ```
    pub(crate) static TRANSFORM = {
        name: "html-escaped", said_by: "X014", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS, PHONE],
        stored: [] without [],
        file: [] without [],
        explains: |change| escapes::html(change.file).is_some_and(|plain| escapes::same(&plain, change.stored)), undone: Some(escapes::html),
        says: words!("HTML's escapes stand in it"),
    };
}
