//! What a cell's text means, one file per kind of value. Nothing here knows of files, rows or people.

pub mod account_state;
pub mod damage;
pub mod date;
pub mod email;
pub mod guard;
pub mod key;
pub mod line;
pub mod list;
pub mod mojibake;
pub mod nearest;
pub mod series;
pub mod sheet;
pub mod sheet_date;
pub mod synonyms;
pub mod text;
pub mod words;
