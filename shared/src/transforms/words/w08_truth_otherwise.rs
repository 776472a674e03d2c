//! True or False as a number or as another word.

use crate::transform::transform;
use crate::values::truth;
use crate::words;

transform! {
    /// What databases, forms and people write for a truth value: 1 and 0, yes and no, on and off.
    ///
    /// Seen: MySQL and SQLite exports (1 and 0), PostgreSQL COPY (t and f), web forms (on), Access (-1).
    ///
    /// ```made
    /// boolean: True → 1
    /// boolean: False → 0
    /// boolean: True → yes
    /// boolean: False → Nein
    /// boolean: True → t
    /// boolean: True → -1
    /// ```
    ///
    /// ```left
    /// boolean: True → False
    /// boolean: True → perhaps
    /// ```
    pub(crate) static TRANSFORM = {
        name: "truth-otherwise", said_by: "X008", verdict: Damage,
        kinds: [BOOLEAN],
        stored: [] without [],
        file: [] without [SPACE, POINT, QUOTE, ESCAPE, SLASH, BRACKET, CONTROL],
        explains: |change| truth::in_other_words(change.file).is_some(), undone: Some(|file| truth::in_other_words(file).map(|value| truth::word(value).to_owned())),
        says: words!("True or False is written in another way"),
    };
}
