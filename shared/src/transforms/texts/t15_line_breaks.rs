//! Line breaks became something else.

use crate::transform::transform;
use crate::words;

transform! {
    /// A text of several lines whose line breaks became spaces, another character, or nothing.
    ///
    /// Seen: Excel 365 pasting into one cell; FileMaker (vertical tab); exports that keep one line for each record;
    /// Notes (U+2028).
    ///
    /// ```made
    /// long text: Two⟨A⟩lines → Two lines
    /// long text: Two⟨A⟩lines → Twolines
    /// long text: Two⟨A⟩lines → Two⟨B⟩lines
    /// long text: Two⟨A⟩lines → Two⟨2028⟩lines
    /// long text: Two⟨A⟩lines → Two / lines
    /// list: a⟨A⟩b → a b
    /// ```
    ///
    /// ```left
    /// long text: Two⟨A⟩lines → Two words
    /// ```
    pub(crate) static TRANSFORM = {
        name: "line-breaks", said_by: "C016", verdict: Habit,
        kinds: [TEXT, LONG_TEXT, LIST],
        stored: [CONTROL] without [],
        file: [] without [],
        explains: |change| joined(change.stored, change.file), undone: None,
        says: words!("its line breaks became something else"),
    };
}

fn joined(stored: &str, file: &str) -> bool {
    const INSTEAD: [&str; 12] =
        [" ", "", "\u{b}", "\u{2028}", "\u{2029}", "\u{85}", " / ", "; ", ", ", " | ", "\t", "⏎"];
    stored.contains('\n') && INSTEAD.iter().any(|instead| stored.replace('\n', instead) == file)
}
