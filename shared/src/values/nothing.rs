//! What programs write where nothing stands, whatever the column.

/// Words that nobody writes but a program.
pub(crate) const MARKS: [&str; 16] = [
    "\\N", "<NA>", "NaT", "[NULL]", "<NULL>", "(null)", "(NULL)", "{null}", "<null>", "<nil>", "(blank)", "(empty)",
    "<empty>", "(leer)", "#NULL", "#NULL#",
];

/// Words that may also be somebody's name or nickname.
pub(crate) const WORDS: [&str; 15] = [
    "NULL",
    "null",
    "Null",
    "nan",
    "NaN",
    "NAN",
    "None",
    "NONE",
    "nil",
    "NIL",
    "undefined",
    "N/A",
    "n/a",
    "NA",
    "none",
];
