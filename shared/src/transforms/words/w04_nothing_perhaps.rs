//! A sign that may mean nothing.

use crate::transform::transform;
use crate::words;

transform! {
    /// A hyphen, a zero or a question mark where nothing stood: people write it, and so does a lookup that found an
    /// empty cell.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2: a formula that refers to an empty cell gives 0; the format Accounting
    /// shows a hyphen for it.
    ///
    /// ```made
    /// text: ⟨⟩ → 0
    /// text: ⟨⟩ → -
    /// list: ⟨⟩ → 0
    /// phone: ⟨⟩ → ?
    /// ```
    ///
    /// ```left
    /// text: 17 → 0
    /// text: ⟨⟩ → x
    /// ```
    pub(crate) static TRANSFORM = {
        name: "nothing-perhaps", said_by: "X013", verdict: Habit,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST],
        stored: [] without [DIGIT, LETTER, SPACE, CONTROL, POINT, SIGN, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [] without [SPACE, LETTER],
        explains: |change| WORDS.contains(&change.file), undone: Some(|_| Some(String::new())),
        says: words!("it is what programs write where nothing stands"),
    };
}

const WORDS: [&str; 15] = ["0", "-", "–", "—", "--", "---", "?", "??", "0.0", "0.00", "0,00", ".", "/", "_", "-1"];
