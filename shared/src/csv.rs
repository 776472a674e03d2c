//! The one CSV grammar: how a record falls into cells, and how cells become a record.
//!
//! Reading is Muster's own, because it must be strict and must say where: the `csv` crate, as its documentation says, always
//! finds a parse, so a file that is damaged passes unseen. Where records begin and end, and what is refused, is settled by
//! [`crate::stages::records`]; what it accepted falls into cells here, as spans over bytes that are never copied.
//!
//! Writing is the `csv` crate's core: a cell that needs quotes is quoted by it, as RFC 4180 has it. Which cells need them is
//! Muster's own, and wider than RFC 4180: LibreOffice splits at semicolons and tabs, too, and trims outer space.

mod split;
mod write;

pub use split::{Field, split_record};
pub(crate) use split::{fields_of, next_field};
pub(crate) use write::{push_cell, push_record};
