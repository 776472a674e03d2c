//! A text was cut in the middle of a word.

use crate::transform::transform;
use crate::words;

transform! {
    /// The first part of a longer text, ending inside a word, or with an ellipsis where the rest was: a narrower field
    /// cut it.
    ///
    /// Seen: Databases and forms with fields of 20 to 100 characters; reports that show the beginning only.
    ///
    /// ```made
    /// text: Assistant to the regional manager → Assistant to the regional man
    /// long text: We moved the mill to the harbour in spring. → We moved the mill to the…
    /// text: Deputy head of procurement services → Deputy head of procure...
    /// ```
    ///
    /// ```left
    /// text: Assistant to the regional manager → Assistant to the regional
    /// text: Anna → Ann
    /// ```
    pub(crate) static TRANSFORM = {
        name: "cut-in-a-word", said_by: "X007", verdict: Habit,
        kinds: [TEXT, LONG_TEXT, LIST],
        stored: [] without [DIGIT],
        file: [] without [],
        explains: |change| is_cut(change.stored, change.file), undone: None,
        says: words!("it was cut in the middle of a word"),
    };
}

/// The shortest that a narrow field leaves; shorter ones are names and nicknames.
const SHORTEST: usize = 15;

fn is_cut(stored: &str, file: &str) -> bool {
    let shown = file.strip_suffix('…').or_else(|| file.strip_suffix("..."));
    let kept = shown.unwrap_or(file).trim_end();
    let Some(rest) = stored.strip_prefix(kept).filter(|rest| rest.chars().nth(2).is_some()) else { return false };
    let inside = kept.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    kept.len() >= SHORTEST && kept.contains(' ') && (inside || shown.is_some())
}
