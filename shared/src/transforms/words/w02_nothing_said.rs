//! A program's word for nothing.

use crate::transform::transform;
use crate::values::nothing::MARKS;
use crate::words;

transform! {
    /// What databases and data frames write where nothing stands, and nobody else writes.
    ///
    /// Seen: MySQL and PostgreSQL COPY (`\N`), pandas 2 (`<NA>`, `NaT`, `NaN`), R (`NA`), SQL Server Management Studio
    /// (`NULL`), JavaScript (`undefined`), Excel's pivot tables (`(blank)`).
    ///
    /// ```made
    /// text: ⟨⟩ → \N
    /// text: ⟨⟩ → <NA>
    /// list: ⟨⟩ → NaT
    /// text: ⟨⟩ → [NULL]
    /// phone: ⟨⟩ → (blank)
    /// text: ⟨⟩ → #NULL
    /// ```
    ///
    /// ```left
    /// text: ⟨⟩ → Nan
    /// text: Annie → NULL
    /// text: Annie → \N
    /// ```
    pub(crate) static TRANSFORM = {
        name: "nothing-said", said_by: "X013", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST],
        stored: [] without [DIGIT, LETTER, SPACE, CONTROL, POINT, SIGN, QUOTE, ESCAPE, BRACKET, SLASH, OTHER, HIGH],
        file: [] without [SPACE],
        explains: |change| MARKS.contains(&change.file) || FURTHER.contains(&change.file), undone: Some(|_| Some(String::new())),
        says: words!("it is what a program writes where nothing stands"),
    };
}

const FURTHER: [&str; 6] = ["DBNull", "System.DBNull", "__NULL__", "1.#QNAN", "-nan", "-NaN"];
