//! People by a column whose values are unique, without owning the values.

use super::Directory;
use crate::schema::Kind;
use crate::values::key::{comparison_form, hash, is_plain};
use hashbrown::HashTable;
use std::borrow::Cow;

/// Positions of people, found by the hash of a value. The value itself is read from the extract.
#[derive(Debug, Default)]
pub(super) struct KeyIndex {
    positions: HashTable<u32>,
    /// People whose value an earlier person has, too.
    pub(super) repeated: Vec<u32>,
}

impl KeyIndex {
    /// Indexes a column of the schema.
    pub(super) fn of(directory: &Directory, column: usize) -> Self {
        let mut index = Self { positions: HashTable::with_capacity(directory.people()), repeated: Vec::new() };
        for position in 0..u32::try_from(directory.people()).unwrap_or(u32::MAX) {
            let Some(form) = form_of(directory, column, position).filter(|form| !form.is_empty()) else { continue };
            let same = |other: &u32| form_of(directory, column, *other).as_ref() == Some(&form);
            let hash_of = |other: &u32| hash(&form_of(directory, column, *other).unwrap_or_default());
            let hash = hash(&form);
            if index.positions.find(hash, same).is_some() {
                index.repeated.push(position);
            } else {
                index.positions.insert_unique(hash, position, hash_of);
            }
        }
        index
    }

    /// The first person with a value.
    pub(super) fn find(&self, directory: &Directory, column: usize, value: &str) -> Option<usize> {
        let form = form(directory, column, Cow::Borrowed(value));
        let same = |position: &u32| form_of(directory, column, *position).is_some_and(|other| other == form);
        self.positions.find(hash(&form), same).map(|position| *position as usize)
    }

    /// A person whose value most likely has a hash. Nothing but the index itself is read.
    pub(super) fn likely(&self, hash: u64) -> Option<usize> {
        self.positions.iter_hash(hash).next().map(|position| *position as usize)
    }

    /// Whether each of so many people has a value.
    pub(super) fn covers(&self, people: usize) -> bool {
        self.positions.len() + self.repeated.len() == people
    }
}

fn form_of(directory: &Directory, column: usize, position: u32) -> Option<Cow<'_, str>> {
    let person = directory.person(position as usize)?;
    match person.row().cell_of(column) {
        Some(Cow::Borrowed(cell)) if is_plain(cell) => Some(Cow::Borrowed(cell)),
        _ => Some(form(directory, column, person.value(column))),
    }
}

/// Usernames are compared whatever their case and Unicode form, other keys to the letter.
fn form<'a>(directory: &Directory, column: usize, value: Cow<'a, str>) -> Cow<'a, str> {
    if is_plain(&value) {
        return value;
    }
    let folds = directory.schema.column(column).is_some_and(|column| column.kind == Kind::Username);
    match value {
        value if !folds => value,
        Cow::Borrowed(value) => comparison_form(value),
        Cow::Owned(value) => Cow::Owned(comparison_form(&value).into_owned()),
    }
}
