//! What the directory was before: the Usernames that people had, and what cells held. A keeper tells it, and the desk asks
//! for it, so that an old name is known for the person's, and an old value for an old value.

use crate::values::key::comparison_form;
use hashbrown::HashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a keeper remembers of the directory's past. As JSON it travels from the server to the desk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Past {
    /// Every Username that somebody had before the one that she has now.
    pub names: Vec<FormerName>,
    /// Values that cells had before, newest first; none where they weren't asked for.
    pub cells: Vec<FormerCell>,
    /// What changed at this revision or before isn't among the cells: 0 if nothing is missing.
    pub cut_at: u64,
    /// Who made the revisions that names and cells speak of, as far as it is known, by their number.
    pub steps: BTreeMap<u64, Step>,
}

/// A Username that somebody had before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerName {
    /// The Username.
    pub name: String,
    /// Hers now.
    pub now: String,
    /// The revision that gave her another one.
    pub until: u64,
}

/// A value that a cell had before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerCell {
    /// Whose cell, by her Username now.
    pub username: String,
    /// The column's header.
    pub column: String,
    /// What it held.
    pub value: String,
    /// The revision that gave it another value.
    pub until: u64,
}

/// Who made a revision, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The admin's name, as she was called then.
    pub by: String,
    /// When, as RFC 3339 has it, in UTC.
    pub at: String,
}

type Index = HashMap<String, Vec<usize>, foldhash::fast::FixedState>;

/// A past that can be asked.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    past: Past,
    /// By the comparison form of a former Username: where it stands among the names.
    by_name: Index,
    /// By the comparison form of a Username of now: where her cells stand.
    by_person: Index,
}

impl Remembered {
    /// A past, indexed.
    pub(crate) fn of(past: Past) -> Self {
        let by = |keys: &mut dyn Iterator<Item = &str>| {
            let mut index = Index::default();
            for (position, key) in keys.enumerate() {
                index.entry(comparison_form(key).into_owned()).or_default().push(position);
            }
            index
        };
        let by_name = by(&mut past.names.iter().map(|name| name.name.as_str()));
        let by_person = by(&mut past.cells.iter().map(|cell| cell.username.as_str()));
        Self { past, by_name, by_person }
    }

    /// Who had a Username: at a revision, if one is given, or else the last who had it.
    pub(crate) fn who_had(&self, username: &str, at: Option<u64>) -> Option<&FormerName> {
        if self.past.names.is_empty() {
            return None;
        }
        let held = self.by_name.get(comparison_form(username).as_ref())?.iter();
        let held = held.filter_map(|position| self.past.names.get(*position));
        match at {
            Some(at) => held.filter(|name| name.until > at).min_by_key(|name| name.until),
            None => held.max_by_key(|name| name.until),
        }
    }

    /// The newest of the values that a person's cell had before of which something is true.
    pub(crate) fn held(&self, username: &str, header: &str, is: impl Fn(&str) -> bool) -> Option<&FormerCell> {
        let cells = self.by_person.get(comparison_form(username).as_ref())?.iter();
        let cells = cells.filter_map(|position| self.past.cells.get(*position));
        cells.filter(|cell| cell.column == header && is(&cell.value)).max_by_key(|cell| cell.until)
    }

    /// Who made a revision, if that is known.
    pub(crate) fn step(&self, revision: u64) -> Option<&Step> {
        self.past.steps.get(&revision)
    }

    /// The revision up to which nothing is known of what cells held.
    pub(crate) fn cut_at(&self) -> u64 {
        self.past.cut_at
    }
}
