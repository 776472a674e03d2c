//! Empty cells that keep what is stored: no change, but worth a word where somebody emptied a column.

use std::collections::BTreeMap;

/// How many are remembered; of more nothing is said.
const MOST: usize = 2_000_000;

/// The empty cells that keep what is stored.
#[derive(Debug, Clone, Default)]
pub struct KeptBlanks {
    /// By row, then by column of the schema.
    cells: Vec<(u32, u16)>,
    too_many: bool,
}

impl KeptBlanks {
    /// Takes in a row's, by column of the schema; rows come in the order of the file.
    pub(super) fn take(&mut self, row: usize, columns: &mut Vec<u16>) {
        let Ok(row) = u32::try_from(row) else { return };
        if self.cells.len() + columns.len() > MOST {
            (self.cells, self.too_many) = (Vec::new(), true);
        }
        if self.too_many {
            columns.clear();
        }
        self.cells.extend(columns.drain(..).map(|column| (row, column)));
    }

    /// Takes in a row's anew, after it was merged again.
    pub(super) fn replace(&mut self, row: usize, columns: &mut Vec<u16>) {
        let Ok(row) = u32::try_from(row) else { return };
        let from = self.cells.partition_point(|(of, _)| *of < row);
        let to = self.cells.partition_point(|(of, _)| *of <= row);
        let fresh: Vec<(u32, u16)> = columns.drain(..).filter(|_| !self.too_many).map(|column| (row, column)).collect();
        self.cells.splice(from..to, fresh);
    }

    /// How many there are in each column of the schema.
    pub fn by_column(&self) -> BTreeMap<usize, usize> {
        let mut counts = BTreeMap::new();
        for (_, column) in &self.cells {
            *counts.entry(usize::from(*column)).or_insert(0) += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::KeptBlanks;

    #[test]
    fn a_row_that_is_merged_again_is_counted_once() {
        let mut kept = KeptBlanks::default();
        kept.take(1, &mut vec![4, 5]);
        kept.take(3, &mut vec![4]);
        kept.replace(1, &mut vec![5]);
        kept.replace(2, &mut vec![4]);
        assert_eq!(kept.by_column().into_iter().collect::<Vec<_>>(), [(4, 2), (5, 1)]);
        kept.replace(3, &mut Vec::new());
        assert_eq!(kept.by_column().into_iter().collect::<Vec<_>>(), [(4, 1), (5, 1)]);
    }
}
