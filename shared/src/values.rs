//! What a cell's text means, one file per kind of value. Nothing here knows of files, rows or people.

pub mod account_state;
pub mod calendar;
pub mod class;
pub mod clock;
pub mod date;
pub mod day_text;
pub mod digits;
pub mod email;
pub mod escapes;
pub mod formula;
pub mod guard;
pub mod key;
pub mod line;
pub mod list;
pub mod looks;
pub mod mojibake;
pub mod month;
pub mod nearest;
pub(crate) mod nothing;
pub mod separators;
pub mod series;
pub mod synonyms;
pub mod text;
pub mod truth;
pub mod words;
