//! People by a column whose values are unique, without owning the values.

use crate::values::key::hash;
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
    /// Indexes so many people by the value that each of them has, in its form for comparing.
    pub(super) fn of<'a>(people: usize, form_of: impl Fn(u32) -> Option<Cow<'a, str>>) -> Self {
        let mut index = Self { positions: HashTable::with_capacity(people), repeated: Vec::new() };
        for position in 0..u32::try_from(people).unwrap_or(u32::MAX) {
            let Some(form) = form_of(position).filter(|form| !form.is_empty()) else { continue };
            let same = |other: &u32| form_of(*other).as_ref() == Some(&form);
            let hash_of = |other: &u32| hash(&form_of(*other).unwrap_or_default());
            let hash = hash(&form);
            if index.positions.find(hash, same).is_some() {
                index.repeated.push(position);
            } else {
                index.positions.insert_unique(hash, position, hash_of);
            }
        }
        index
    }

    /// The first person with a value, given in its form for comparing.
    pub(super) fn find<'a>(&self, form: &str, form_of: impl Fn(u32) -> Option<Cow<'a, str>>) -> Option<usize> {
        let same = |position: &u32| form_of(*position).is_some_and(|other| other == form);
        self.positions.find(hash(form), same).map(|position| *position as usize)
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
