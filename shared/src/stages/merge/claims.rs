//! Which rows are about which person, or about the same stranger.

use super::merged::{MergedRow, RowState};
use super::outcome::Merge;
use super::sides::Sides;
use crate::stages::rows::Rows;
use crate::values::key::comparison_form;
use hashbrown::{HashMap, HashSet};
use std::borrow::Cow;

/// The claims that rows lay to people and to new Usernames.
#[derive(Debug, Default)]
pub(super) struct Claims {
    /// By person, a bit each: whether a row is about her. Few bytes, as every row of a sorted file asks for another.
    seen: Vec<u64>,
    /// How many people a row is about.
    pub(super) claimed: usize,
    /// People whom several rows are about.
    repeated: HashSet<usize, foldhash::fast::FixedState>,
    /// Rows about nobody, by the comparison form of their key.
    strangers: HashMap<String, Vec<usize>, foldhash::fast::FixedState>,
}

impl Claims {
    /// No claims on that many people.
    pub(super) fn of(people: usize) -> Self {
        Self { seen: vec![0; people.div_ceil(64)], ..Self::default() }
    }

    /// A row is about a person.
    pub(super) fn person(&mut self, person: usize) {
        let Some(word) = self.seen.get_mut(person / 64) else { return };
        let bit = 1 << (person % 64);
        if *word & bit == 0 {
            *word |= bit;
            self.claimed += 1;
        } else {
            self.repeated.insert(person);
        }
    }

    /// A row is about a person, and changes nothing.
    pub(super) fn unchanged(&mut self, person: usize) -> MergedRow {
        self.person(person);
        MergedRow::about(RowState::Same, Some(person))
    }

    /// A row is about nobody.
    pub(super) fn stranger(&mut self, key: &str, row: usize) {
        self.strangers.entry(comparison_form(key).into_owned()).or_default().push(row);
    }

    /// Whether any row is about a person.
    pub(super) fn holds(&self, person: usize) -> bool {
        self.seen.get(person / 64).is_some_and(|word| word & (1 << (person % 64)) != 0)
    }

    /// Marks the rows that share a key.
    pub(super) fn settle(&self, rows: Rows<'_>, sides: Sides<'_>, merge: &mut Merge) {
        let of_strangers = self.strangers.values().filter(|rows| rows.len() > 1);
        let of_people = self.rows_of_repeated(merge);
        let mut repeated: Vec<&Vec<usize>> = of_people.values().chain(of_strangers).collect();
        repeated.sort();
        let column = sides.schema.key(sides.options.key).unwrap_or_default();
        for positions in repeated {
            for row in positions {
                if let Some(merged) = merge.rows.get_mut(*row) {
                    merged.state = RowState::Duplicate;
                }
                merge.notable.extend(u32::try_from(*row));
            }
            let first = positions.first().and_then(|row| rows.row(*row));
            let key = first.and_then(|row| sides.value(&row, column).map(Cow::into_owned)).unwrap_or_default();
            merge.duplicates.push((key, positions.clone()));
        }
        if !merge.duplicates.is_empty() {
            merge.notable.sort_unstable();
            merge.notable.dedup();
        }
    }

    /// The rows about each person whom several are about.
    fn rows_of_repeated(&self, merge: &Merge) -> HashMap<usize, Vec<usize>, foldhash::fast::FixedState> {
        let mut rows: HashMap<usize, Vec<usize>, _> = HashMap::default();
        if self.repeated.is_empty() {
            return rows;
        }
        for (position, merged) in merge.rows.iter().enumerate() {
            if let Some(person) = merged.person().filter(|person| self.repeated.contains(person)) {
                rows.entry(person).or_default().push(position);
            }
        }
        rows
    }
}
