//! Stretches of columns that keep the stored values: a million cells are one entry.

use std::collections::BTreeMap;

/// Per column of the file, stretches of rows that never overlap: first row → last row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Kept {
    columns: BTreeMap<usize, BTreeMap<usize, usize>>,
}

impl Kept {
    /// Adds a stretch.
    pub(super) fn keep(&mut self, column: usize, mut first: usize, mut last: usize) {
        let stretches = self.columns.entry(column).or_default();
        let met: Vec<(usize, usize)> =
            stretches.range(..=last).rev().map(|(from, to)| (*from, *to)).take_while(|(_, to)| *to >= first).collect();
        for (from, to) in met {
            stretches.remove(&from);
            (first, last) = (first.min(from), last.max(to));
        }
        stretches.insert(first, last);
    }

    /// Takes one cell out again.
    pub(super) fn release(&mut self, row: usize, column: usize) {
        let Some(stretches) = self.columns.get_mut(&column) else { return };
        let Some((first, last)) = stretches.range(..=row).next_back().map(|(first, last)| (*first, *last)) else {
            return;
        };
        if last < row {
            return;
        }
        stretches.remove(&first);
        if first < row {
            stretches.insert(first, row - 1);
        }
        if row < last {
            stretches.insert(row + 1, last);
        }
        if stretches.is_empty() {
            self.columns.remove(&column);
        }
    }

    /// Whether a cell lies in a stretch.
    pub(super) fn holds(&self, row: usize, column: usize) -> bool {
        !self.columns.is_empty() && self.columns.get(&column).is_some_and(|stretches| holds(stretches, row))
    }

    /// Whether any cell of a row does.
    pub(super) fn touches(&self, row: usize) -> bool {
        self.columns.values().any(|stretches| holds(stretches, row))
    }
}

fn holds(stretches: &BTreeMap<usize, usize>, row: usize) -> bool {
    stretches.range(..=row).next_back().is_some_and(|(_, last)| *last >= row)
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn stretches_join_and_split() {
        let mut kept = Kept::default();
        kept.keep(2, 3, 5);
        kept.keep(2, 8, 9);
        kept.keep(2, 5, 8);
        assert!((3..=9).all(|row| kept.holds(row, 2)));
        kept.release(6, 2);
        assert!(!kept.holds(6, 2) && kept.holds(5, 2) && kept.holds(7, 2) && !kept.holds(7, 1));
        (3..=9).for_each(|row| kept.release(row, 2));
        assert_eq!(kept, Kept::default());
    }
}
