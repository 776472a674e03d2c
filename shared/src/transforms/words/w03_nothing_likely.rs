//! A word that most likely means nothing.

use crate::transform::transform;
use crate::values::nothing::WORDS;
use crate::words;

transform! {
    /// What programs write where nothing stands, and a name or a nickname may be, too.
    ///
    /// Seen: pandas 2 (`nan`), Python 3 (`None`), JavaScript and JSON (`null`, `undefined`), Ruby (`nil`), reports of
    /// every kind (`N/A`).
    ///
    /// ```made
    /// text: ⟨⟩ → NULL
    /// text: ⟨⟩ → nan
    /// list: ⟨⟩ → None
    /// text: ⟨⟩ → undefined
    /// phone: ⟨⟩ → N/A
    /// ```
    ///
    /// ```left
    /// text: ⟨⟩ → Nan
    /// text: Quist → Null
    /// text: ⟨⟩ → Nil
    /// ```
    pub(crate) static TRANSFORM = {
        name: "nothing-likely", said_by: "X013", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST],
        stored: [] without [DIGIT, LETTER, SPACE, CONTROL, POINT, SIGN, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [] without [SPACE, DIGIT],
        explains: |change| WORDS.contains(&change.file) || FURTHER.contains(&change.file), undone: Some(|_| Some(String::new())),
        says: words!("it is what programs write where nothing stands"),
    };
}

const FURTHER: [&str; 3] = ["Undefined", "n.a.", "N.A."];
