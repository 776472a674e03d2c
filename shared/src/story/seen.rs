//! One changed cell with what stands around it, and how cells, values and people are spoken of.

use crate::directory::Person;
use crate::stages::rows::Row;
use crate::values::text::shortened;
use crate::values::words::{Words, counted};
use crate::words;
use std::borrow::Cow;

/// One changed cell, with what stands around it.
pub(super) struct Seen<'a> {
    /// What stood there.
    pub(super) old: Cow<'a, str>,
    /// What stands there now.
    pub(super) new: Cow<'a, str>,
    /// The person before.
    pub(super) before: &'a Person<'a>,
    /// Her row.
    pub(super) row: &'a Row<'a>,
    /// The column's position in the schema.
    pub(super) column: usize,
}

/// So many people.
pub(super) fn people(count: usize) -> Words {
    counted(count, words!("{count} person"), words!("{count} people"))
}

/// A value within a sentence.
pub(super) fn short(value: &str) -> String {
    shortened(value).replace('\n', " ")
}

/// Whether so many are as good as all.
pub(super) fn mostly(count: usize, of: usize) -> bool {
    count > 0 && count * 10 >= of * 8
}
