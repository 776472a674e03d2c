//! Quotes stand round the value.

use crate::transform::transform;
use crate::values::escapes;
use crate::words;

transform! {
    /// A value in quotes of one kind or another, which belonged to a file's syntax or to a program's.
    ///
    /// Seen: CSV written twice; SQL and Python literals; Excel 365 copying cells with line breaks as text.
    ///
    /// ```made
    /// text: Ann → "Ann"
    /// text: Ann → 'Ann'
    /// text: Ann → “Ann”
    /// text: Ann → «Ann»
    /// text: Ann → `Ann`
    /// text: Ann → ""Ann""
    /// ```
    ///
    /// ```left
    /// text: Ann → Ann "Nan" Lee
    /// text: Ann → "Anna"
    /// ```
    pub(crate) static TRANSFORM = {
        name: "quotes-added", said_by: "X014", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS, PHONE, DAY, CHOICE],
        stored: [] without [],
        file: [] without [],
        explains: |change| escapes::in_quotes(change.file).is_some_and(|inner| inner == change.stored || escapes::in_quotes(inner) == Some(change.stored)), undone: Some(|file| escapes::in_quotes(file).map(str::to_owned)),
        says: words!("quotes were put round it"),
    };
}
