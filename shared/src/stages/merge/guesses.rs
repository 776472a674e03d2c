//! Whom the next rows are most likely about.
//!
//! Rows mostly follow the directory's order: then the next row is about the next person. In a file that somebody
//! sorted, the next rows are looked up many at a time, each step for all of them before the next step: a processor that
//! waits for one person's place in memory can ask for the others' meanwhile. A guess proves nothing; whoever takes it
//! compares the record or the key.

use super::claims::Claims;
use super::sides::Sides;
use crate::stages::rows::Rows;
use std::hint::black_box;

/// How many rows are looked up together.
const AHEAD: usize = 64;
/// How sure a file must make us of its order, and how much of that a row out of order takes.
const SURE: u8 = 8;
const DOUBT: u8 = 4;

/// Guesses, row by row.
#[derive(Debug)]
pub(super) struct Guesses {
    /// The person after the last row's.
    next: usize,
    /// How sure it is that rows follow the directory's order; 0 where they don't.
    sure: u8,
    /// The row from which on people were looked up.
    first: usize,
    found: Vec<Option<usize>>,
    hashes: Vec<Option<u64>>,
}

impl Guesses {
    /// Nothing guessed yet.
    pub(super) fn new() -> Self {
        Self { next: 0, sure: SURE, first: 0, found: Vec::new(), hashes: Vec::new() }
    }

    /// Whom a row is most likely about.
    pub(super) fn of(&mut self, position: usize, rows: Rows<'_>, sides: Sides<'_>, claims: &Claims) -> Option<usize> {
        if self.sure > 0 {
            return Some(self.next);
        }
        if !(self.first..self.first + self.found.len()).contains(&position) {
            self.look_ahead(position, rows, sides, claims);
        }
        self.found.get(position - self.first).copied().flatten()
    }

    /// Takes in whom a row turned out to be about.
    pub(super) fn met(&mut self, person: Option<usize>) {
        let Some(person) = person else { return };
        self.sure = if person == self.next { SURE.min(self.sure + 1) } else { self.sure.saturating_sub(DOUBT) };
        self.next = person + 1;
    }

    fn look_ahead(&mut self, position: usize, rows: Rows<'_>, sides: Sides<'_>, claims: &Claims) {
        self.first = position;
        let wanted = position..rows.len().min(position + AHEAD);
        self.hashes.clear();
        self.hashes.extend(wanted.map(|position| sides.plain_key_hash(&rows.row(position)?)));
        self.found.clear();
        let candidate = |hash: &Option<u64>| sides.directory.likely_person(sides.options.key, (*hash)?);
        self.found.extend(self.hashes.iter().map(candidate));
        for person in self.found.iter().flatten() {
            black_box((sides.directory.first_byte(*person), claims.holds(*person)));
        }
    }
}
