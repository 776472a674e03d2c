//! Values that come from other columns of the same row: copied, two joined, or a part of one.

use crate::story::moves::bare;
use crate::story::seen::{Seen, mostly};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What stands between two texts that are joined.
const SEPARATORS: [&str; 6] = [" ", ", ", "-", ".", "_", ""];

/// Two columns in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::story) struct Joined {
    pub(super) first: usize,
    pub(super) second: usize,
    separator: &'static str,
}

/// A part of another column, or of what the column itself held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::story) struct Part {
    pub(super) of: usize,
    first: bool,
}

/// The guess that most of a sample makes.
fn elected<T: Ord + Copy>(sample: &[Seen<'_>], guesses: impl Fn(&Seen<'_>) -> Vec<T>) -> Option<T> {
    // Where the first cells show nothing, the others aren't asked.
    const FIRST: usize = 6;
    let mut votes: BTreeMap<T, usize> = BTreeMap::new();
    for (order, seen) in sample.iter().enumerate() {
        for guess in guesses(seen) {
            *votes.entry(guess).or_insert(0) += 1;
        }
        if order + 1 == FIRST && votes.is_empty() {
            return None;
        }
    }
    let (guess, count) = votes.into_iter().rev().max_by_key(|(_, count)| *count)?;
    mostly(count, sample.len()).then_some(guess)
}

pub(super) fn guess_copied(sample: &[Seen<'_>], columns: usize) -> Option<usize> {
    elected(sample, |seen| (0..columns).filter(|column| is_copied(seen, *column)).collect())
}

/// Whether a cell says what another column of the row says or said.
pub(super) fn is_copied(seen: &Seen<'_>, other: usize) -> bool {
    let same = |text: &str| !text.is_empty() && text == seen.new;
    other != seen.column && texts(seen, other).iter().any(|text| same(text))
}

pub(super) fn guess(sample: &[Seen<'_>], columns: usize) -> Option<Joined> {
    elected(sample, |seen| {
        let held: Vec<(usize, Cow<'_, str>)> = (0..columns)
            .map(|column| (column, seen.before.value(column)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let begins = held.iter().filter_map(|(first, text)| Some((*first, seen.new.strip_prefix(&**text)?)));
        let pairs = begins.flat_map(|(first, rest)| {
            let with = |separator: &&'static str| Some((*separator, rest.strip_prefix(*separator)?));
            let rests = SEPARATORS.iter().filter_map(with).filter(|(_, rest)| !rest.is_empty());
            let held = &held;
            rests.flat_map(move |(separator, rest)| {
                let seconds = held.iter().filter(move |(second, text)| *second != first && *text == rest);
                seconds.map(move |(second, _)| Joined { first, second: *second, separator })
            })
        });
        pairs.collect()
    })
}

pub(super) fn guess_part(sample: &[Seen<'_>], columns: usize) -> Option<Part> {
    elected(sample, |seen| {
        let parts = (0..columns).flat_map(|of| [Part { of, first: true }, Part { of, first: false }]);
        parts.filter(|part| part.explains(seen)).collect()
    })
}

/// What another column of the row held before, and what it holds now.
fn texts<'a>(seen: &Seen<'a>, column: usize) -> [Cow<'a, str>; 2] {
    let now = seen.row.cell_of(column).map(|cell| Cow::Owned(bare(&cell))).unwrap_or_default();
    [seen.before.value(column), now]
}

impl Joined {
    pub(super) fn explains(&self, seen: &Seen<'_>) -> bool {
        let (first, second) = (texts(seen, self.first), texts(seen, self.second));
        let makes = |(first, second): (&Cow<'_, str>, &Cow<'_, str>)| {
            !second.is_empty() && *seen.new == format!("{first}{}{second}", self.separator)
        };
        first.iter().zip(&second).any(makes)
    }
}

impl Part {
    pub(super) fn explains(&self, seen: &Seen<'_>) -> bool {
        const BETWEEN: [char; 4] = [' ', ',', ';', '|'];
        if seen.new.is_empty() {
            return false;
        }
        let whole = seen.before.value(self.of);
        let rest = if self.first { whole.strip_prefix(&*seen.new) } else { whole.strip_suffix(&*seen.new) };
        rest.is_some_and(|rest| if self.first { rest.starts_with(BETWEEN) } else { rest.ends_with(BETWEEN) })
    }
}
