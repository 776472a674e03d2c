//! True or False in a spreadsheet's own language.

use crate::schema::Kind;
use crate::transform::{Change, transform};
use crate::values::truth;
use crate::words;

transform! {
    /// A spreadsheet takes True and False for truth values, and writes them in the language that it speaks; a text such
    /// as `true` becomes one, too.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2 in German, French, Spanish and many others.
    ///
    /// ```made
    /// boolean: True → WAHR
    /// boolean: False → FAUX
    /// boolean: True → FALSCH
    /// text: true → WAHR
    /// text: false → FALSO
    /// boolean: ⟨⟩ → VRAI
    /// ```
    ///
    /// ```left
    /// boolean: True → False
    /// text: Annie → Vero
    /// text: true → FALSCH
    /// ```
    pub(crate) static TRANSFORM = {
        name: "truth-named", said_by: "X008", verdict: Damage,
        kinds: [BOOLEAN, TEXT],
        stored: [] without [],
        file: [] without [DIGIT, SPACE, POINT, SIGN, QUOTE, ESCAPE, SLASH, BRACKET, OTHER, CONTROL],
        explains: |change| is_named(change), undone: Some(|file| truth::in_other_language(file).map(|value| truth::word(value).to_owned())),
        says: words!("a spreadsheet wrote True or False in its own language"),
    };
}

fn is_named(change: &Change<'_>) -> bool {
    let Some(value) = truth::in_other_language(change.file) else { return false };
    // TRUE for True may be somebody who writes names in capitals.
    *change.kind == Kind::Boolean || truth::word(value).eq_ignore_ascii_case(change.stored)
}
