//! Rows about nobody whose key is somebody's in disguise: as a number with decimals, escaped, or with a character in it
//! that nobody sees.

use super::Reviewed;
use crate::options::Key;
use crate::stages::merge::RowState;
use crate::transform::{Kinds, Transform, Verdict};
use crate::transforms::ALL;
use crate::values::class::Class;
use crate::values::digits;
use std::collections::BTreeMap;

/// How many zeros a key may have lost besides.
const MOST_ZEROS: usize = 12;

/// Whose key a row has, and what was done to it.
#[derive(Debug)]
pub struct Disguised {
    /// The key as the directory has it.
    pub stored: String,
    /// What made the file's of it.
    pub transform: &'static Transform,
}

impl Disguised {
    /// By row.
    pub(super) fn all(reviewed: &Reviewed<'_>) -> BTreeMap<usize, Self> {
        let about_nobody = |state: RowState| matches!(state, RowState::NotFound | RowState::Create);
        let strangers = reviewed.merge.notable().filter(|(_, merged)| about_nobody(merged.state));
        strangers.filter_map(|(position, _)| Some((position, Self::of(reviewed, position)?))).collect()
    }

    fn of(reviewed: &Reviewed<'_>, position: usize) -> Option<Self> {
        let key = reviewed.options.key;
        let column = reviewed.schema.key(key)?;
        let value = reviewed.value(&reviewed.rows.row(position)?, column)?;
        if reviewed.options.new_people.contains(value.as_ref()) {
            return None;
        }
        let kinds = Kinds::of(&reviewed.schema.column(column)?.kind);
        let class = Class::of(&value);
        let applies = |known: &&&Transform| {
            known.verdict == Verdict::Damage && known.kinds.has(kinds) && known.file.met_by(class)
        };
        ALL.iter().filter(applies).find_map(|transform| {
            let plain = transform.undone?(&value).filter(|plain| !plain.is_empty() && *plain != *value)?;
            Some(Self { stored: somebodys(reviewed, key, plain)?, transform })
        })
    }
}

/// The key, if somebody has it; else the one that is it with zeros before it.
fn somebodys(reviewed: &Reviewed<'_>, key: Key, plain: String) -> Option<String> {
    let find = |key_of: &str| match key {
        Key::Username => reviewed.directory.find_username(key_of),
        Key::EmployeeId => reviewed.directory.find_employee_id(key_of),
    };
    if find(&plain).is_some() {
        return Some(plain);
    }
    if !digits::are_all(&plain) {
        return None;
    }
    let mut padded = (1..=MOST_ZEROS).map(|zeros| "0".repeat(zeros) + &plain).filter(|padded| find(padded).is_some());
    padded.next().filter(|_| padded.next().is_none())
}
