//! Which rows are about which person, or about the same stranger.

use super::{Merge, MergedRow, RowState, Sides};
use crate::stages::rows::Rows;
use crate::values::key::comparison_form;
use hashbrown::HashMap;
use std::borrow::Cow;

/// No row is about a person.
const NOBODY: u32 = u32::MAX;

/// The claims that rows lay to people and to new Usernames.
#[derive(Debug, Default)]
pub(super) struct Claims {
    /// By person: the first row about her.
    first_row: Vec<u32>,
    /// How many people a row is about.
    pub(super) claimed: usize,
    /// People whom several rows are about: all those rows.
    repeated: HashMap<usize, Vec<usize>, foldhash::fast::FixedState>,
    /// Rows about nobody, by the comparison form of their key.
    strangers: HashMap<String, Vec<usize>, foldhash::fast::FixedState>,
}

impl Claims {
    /// No claims on that many people.
    pub(super) fn of(people: usize) -> Self {
        Self { first_row: vec![NOBODY; people], ..Self::default() }
    }

    /// A row is about a person.
    pub(super) fn person(&mut self, person: usize, row: usize) {
        let Some(first) = self.first_row.get_mut(person) else { return };
        if *first == NOBODY {
            *first = u32::try_from(row).unwrap_or(NOBODY - 1);
            self.claimed += 1;
        } else {
            self.repeated.entry(person).or_insert_with(|| vec![*first as usize]).push(row);
        }
    }

    /// A row is about a person, and changes nothing.
    pub(super) fn unchanged(&mut self, person: usize, row: usize) -> MergedRow {
        self.person(person, row);
        MergedRow::about(RowState::Same, Some(person))
    }

    /// A row is about nobody.
    pub(super) fn stranger(&mut self, key: &str, row: usize) {
        self.strangers.entry(comparison_form(key).into_owned()).or_default().push(row);
    }

    /// Whether any row is about a person.
    pub(super) fn holds(&self, person: usize) -> bool {
        self.first_row.get(person).is_some_and(|row| *row != NOBODY)
    }

    /// Marks the rows that share a key.
    pub(super) fn settle(&self, rows: Rows<'_>, sides: Sides<'_>, merge: &mut Merge) {
        let of_strangers = self.strangers.values().filter(|rows| rows.len() > 1);
        let mut repeated: Vec<&Vec<usize>> = self.repeated.values().chain(of_strangers).collect();
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
}
