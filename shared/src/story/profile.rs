//! The changed cells of each column that nothing explains yet, in numbers: which values came for which, and a sample.

use super::moves::{BLANK, Moves};
use crate::reviewed::Reviewed;
use crate::stages::merge::{CellState, MergedCell, MergedRow, RowState};
use hashbrown::HashMap;

/// The fewest cells of a column that have a story.
pub(super) const FEWEST: usize = 3;
/// How many different values, or changes of one into another, are told apart.
const MOST_DIFFERENT: usize = 64;
/// How many cells of a column are looked at more closely, spread over the file.
const SAMPLE: usize = 32;

/// How often something came, and a row where it did.
type Counts<K> = HashMap<K, (usize, u32), foldhash::fast::FixedState>;

/// The changed cells of one column.
#[derive(Debug, Default)]
pub(crate) struct Profile {
    /// How many there are.
    pub(super) cells: usize,
    /// How many held nothing before.
    pub(super) filled: usize,
    /// How many hold nothing now.
    pub(super) cleared: usize,
    /// Each old value with its new one, while these are few.
    pub(super) pairs: Few<(u32, u32)>,
    /// Each new value, while these are few.
    pub(super) new: Few<u32>,
    sample: Sample,
}

/// Things that are counted as long as they are few.
#[derive(Debug, Default)]
pub(super) struct Few<K> {
    counts: Counts<K>,
    too_many: bool,
}

/// Rows spread evenly over all that were seen.
#[derive(Debug, Default)]
struct Sample {
    rows: Vec<u32>,
    seen: usize,
    step: usize,
}

/// The cells of a row that are changed on purpose, as far as anybody knows.
pub(super) fn told_cells<'m>(reviewed: &Reviewed<'m>, merged: &MergedRow) -> impl Iterator<Item = &'m MergedCell> {
    let merge = reviewed.merge;
    let counts = merged.person().is_some() && merged.state != RowState::Duplicate;
    merge.cells(merged).iter().filter(move |cell| counts && cell.state != CellState::Theirs && !cell.explained)
}

impl Profile {
    /// Of so few cells that they have no story.
    pub(super) fn of_few(cells: usize) -> Self {
        Self { cells, ..Self::default() }
    }

    /// Of what is left of a column's moves once accidents took theirs.
    pub(super) fn of(moves: &Moves) -> Self {
        let mut profile = Self::of_few(moves.all.len());
        if profile.cells >= FEWEST {
            moves.all.iter().for_each(|entry| profile.take(entry.row, entry.old, entry.new));
        }
        profile
    }

    fn take(&mut self, row: u32, old: u32, new: u32) {
        self.filled += usize::from(old == BLANK);
        self.cleared += usize::from(new == BLANK);
        self.pairs.take((old, new), row);
        self.new.take(new, row);
        self.sample.take(row);
    }

    /// Some of the rows, in the order of the file.
    pub(super) fn sample(&self) -> &[u32] {
        &self.sample.rows
    }
}

impl<K: Eq + std::hash::Hash + Copy + Ord> Few<K> {
    fn take(&mut self, what: K, row: u32) {
        if let Some((count, _)) = self.counts.get_mut(&what) {
            *count += 1;
        } else if self.counts.len() < MOST_DIFFERENT {
            self.counts.insert(what, (1, row));
        } else {
            self.too_many = true;
        }
    }

    /// All of them, the most frequent first: each with its number and a row; `None` where they are too many to count.
    pub(super) fn all(&self) -> Option<Vec<(K, usize, u32)>> {
        (!self.too_many).then(|| self.known())
    }

    /// The most frequent one, its number and a row: exact for whatever came early.
    pub(super) fn first(&self) -> Option<(K, usize, u32)> {
        self.known().into_iter().next()
    }

    fn known(&self) -> Vec<(K, usize, u32)> {
        let mut all: Vec<(K, usize, u32)> =
            self.counts.iter().map(|(what, (count, row))| (*what, *count, *row)).collect();
        all.sort_by_key(|(what, count, row)| (std::cmp::Reverse(*count), *row, *what));
        all
    }
}

impl Sample {
    fn take(&mut self, row: u32) {
        self.step = self.step.max(1);
        if self.seen.is_multiple_of(self.step) {
            if self.rows.len() == SAMPLE {
                let mut position = 0;
                self.rows.retain(|_| {
                    position += 1;
                    position % 2 == 1
                });
                self.step *= 2;
            }
            if self.seen.is_multiple_of(self.step) {
                self.rows.push(row);
            }
        }
        self.seen += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Few, SAMPLE, Sample};

    #[test]
    fn a_sample_spreads_over_all() {
        let mut sample = Sample::default();
        (0..10_000).for_each(|row| sample.take(row));
        assert!(sample.rows.len() <= SAMPLE && sample.rows.len() * 2 >= SAMPLE, "{:?}", sample.rows);
        assert!(sample.rows.last().is_some_and(|last| *last > 9_000), "{:?}", sample.rows);
    }

    #[test]
    fn few_things_are_counted() {
        let mut few = Few::default();
        (0..100).for_each(|number: u32| few.take(number % 3, number));
        assert_eq!(few.first(), Some((0, 34, 0)));
        assert_eq!(few.all().map(|all| all.len()), Some(3));
        (0..100).for_each(|number: u32| few.take(number, number));
        assert_eq!(few.all(), None);
    }
}
