//! What several rules ask of the whole file: worked out once, when the first of them asks.

use super::whom::KnownBy;
use super::{DateEvidence, Reviewed};
use crate::limits::{MOST_CAUSES, MOST_COMPARED_LENGTH};
use crate::stages::merge::{MergedRow, RowState};
use crate::values::key::comparison_form;
use crate::values::nearest::{nearest, same_digits};
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// Answers about the whole file that were given before.
#[derive(Debug, Default)]
pub struct Gathered {
    dates: OnceCell<Option<DateEvidence>>,
    arriving: OnceCell<BTreeSet<String>>,
    leaving: OnceCell<BTreeMap<String, String>>,
    known_by: OnceCell<KnownBy>,
    likely: RefCell<BTreeMap<(usize, String), Option<String>>>,
}

/// How alike two names must be for one to be offered for the other.
const ALIKE: f64 = 0.7;

impl Reviewed<'_> {
    /// In which notation the file writes its days; `None` where the admin picked one, or no day is written otherwise than
    /// YYYY-MM-DD.
    pub fn date_evidence(&self) -> Option<&DateEvidence> {
        self.gathered.dates.get_or_init(|| DateEvidence::of(self)).as_ref()
    }

    /// What people are known by, besides their Usernames.
    pub(super) fn known_by(&self) -> &KnownBy {
        self.gathered.known_by.get_or_init(|| KnownBy::of(self))
    }

    /// The Usernames that the file brings, in their form for comparing.
    pub fn arriving(&self) -> &BTreeSet<String> {
        self.gathered.arriving.get_or_init(|| {
            let username = self.schema.username();
            let notable = self.merge.notable();
            let brings = notable.filter(|(_, row)| matches!(row.state, RowState::Create | RowState::Rename));
            let value = |(position, _)| self.value(&self.rows.row(position)?, username);
            brings.filter_map(value).map(|value| comparison_form(&value).into_owned()).collect()
        })
    }

    /// By the stored Username, in its form for comparing, of everybody whom the file renames: her new one.
    pub fn leaving(&self) -> &BTreeMap<String, String> {
        self.gathered.leaving.get_or_init(|| {
            let username = self.schema.username();
            let renamed = self.merge.notable().filter(|(_, row)| row.state == RowState::Rename);
            let names = |(position, row): (usize, &MergedRow)| {
                let old = self.person(row)?.username().into_owned();
                let new = self.value(&self.rows.row(position)?, username)?.into_owned();
                Some((comparison_form(&old).into_owned(), new))
            };
            renamed.filter_map(names).collect()
        })
    }

    /// Which value of a list that somebody has a new one most likely means. Each is looked for once, and where most values
    /// of a file are new, only for the first of them: such a file is no matter of spelling.
    pub fn likely_value(&self, column: usize, new: &str) -> Option<&str> {
        let known = self.directory.known_values(column).filter(|_| new.len() <= 4 * MOST_COMPARED_LENGTH)?;
        // A name with another number is another place, however much the rest is alike.
        let comparable = known.iter().filter(|name| same_digits(name, new));
        let likely = || nearest(new, comparable.map(|name| (name, name.as_str())), ALIKE).map(str::to_owned);
        let mut seen = self.gathered.likely.borrow_mut();
        let found = match seen.get(&(column, new.to_owned())) {
            Some(found) => found.clone(),
            None if seen.len() >= MOST_CAUSES => None,
            None => seen.entry((column, new.to_owned())).or_insert_with(likely).clone(),
        };
        known.get(&found?).map(String::as_str)
    }
}
