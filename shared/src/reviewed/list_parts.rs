//! Values of a list that most likely are several: taken apart where no pipe separates them.

use super::{ChangedCell, Reviewed};
use crate::values::{list, separators};
use std::collections::BTreeSet;

/// A list with one or more of its values taken apart.
#[derive(Debug)]
pub struct Apart {
    /// The list.
    pub values: Vec<String>,
    /// Whether every part is a value that somebody has or had.
    pub all_known: bool,
}

impl Reviewed<'_> {
    /// A list whose values are several, if any of them seems to be.
    pub fn taken_apart(&self, cell: &ChangedCell<'_>) -> Option<Apart> {
        let before: BTreeSet<String> = list::decode(cell.stored.as_deref().unwrap_or_default()).into_iter().collect();
        let mut apart = Apart { values: Vec::new(), all_known: true };
        let mut any = false;
        for value in list::decode(&cell.value) {
            let parts = self.parts_of(cell, &before, &value);
            any |= parts.is_some();
            let parts = parts.unwrap_or_else(|| (vec![value], true));
            apart.all_known &= parts.1;
            apart.values.extend(parts.0);
        }
        list::keep_first(&mut apart.values);
        any.then_some(apart)
    }

    /// The parts of one value, and whether all of them are known; `None` where it is one value.
    fn parts_of(&self, cell: &ChangedCell<'_>, before: &BTreeSet<String>, value: &str) -> Option<(Vec<String>, bool)> {
        let knows = |name: &String| before.contains(name) || self.directory.holds_value(cell.index, name);
        // What people write between the words of one name separates only what is known on both sides.
        let within_a_name = |value: &str| !value.contains([',', ';', '\n', '\t', '[', '{']);
        let mut some = None;
        let mut readings = separators::readings(value).peekable();
        readings.peek()?;
        if knows(&value.to_owned()) {
            return None;
        }
        for parts in readings {
            let known = parts.iter().filter(|part| knows(part)).count();
            if known == parts.len() && !parts.is_empty() {
                return Some((parts, true));
            }
            if known > 0 && some.is_none() && !within_a_name(value) {
                some = Some((parts, false));
            }
        }
        some
    }
}
