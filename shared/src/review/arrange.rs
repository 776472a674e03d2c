//! What the preview's table looks for and orders: rows that hold a text, and rows by one column.

use super::Review;
use std::cmp::Ordering;

impl Review {
    /// Of these rows, those with a cell that holds the words, whatever their case, in the same order.
    pub fn holding(&self, rows: Vec<usize>, words: &str) -> Vec<usize> {
        let wanted = words.trim().to_lowercase();
        if wanted.is_empty() {
            return rows;
        }
        let (of_file, columns) = (self.table.rows(&self.state.edits), self.table.columns.cells.len());
        let mut lower = String::new();
        let mut holds = |cell: &str| {
            lower.clear();
            if cell.is_ascii() {
                lower.push_str(cell);
                lower.make_ascii_lowercase();
            } else {
                lower.push_str(&cell.to_lowercase());
            }
            lower.contains(&wanted)
        };
        rows.into_iter()
            .filter(|row| {
                let Some(row) = of_file.row(*row) else { return false };
                (0..columns).any(|column| row.cell(column).is_some_and(|cell| holds(&cell)))
            })
            .collect()
    }

    /// Orders rows by a column's text, whatever its case; empty cells come last either way, and equal ones stay in the
    /// order of the file.
    pub fn order_by(&self, rows: &mut Vec<usize>, column: usize, descending: bool) {
        let of_file = self.table.rows(&self.state.edits);
        let text = |row: usize| {
            let cell = of_file.row(row).and_then(|row| row.cell(column).map(|cell| cell.trim().to_lowercase()));
            cell.unwrap_or_default()
        };
        let mut keyed: Vec<(String, usize)> = rows.iter().map(|row| (text(*row), *row)).collect();
        keyed.sort_by(|(one, first), (other, second)| {
            let by_text = match (one.is_empty(), other.is_empty()) {
                (false, false) if descending => other.cmp(one),
                (false, false) => one.cmp(other),
                (one, other) => one.cmp(&other),
            };
            if by_text == Ordering::Equal { first.cmp(second) } else { by_text }
        });
        rows.clear();
        rows.extend(keyed.into_iter().map(|(_, row)| row));
    }

    /// Writes several cells as one step: row, column and text, as when a block is pasted.
    pub fn edit_many(&mut self, cells: impl IntoIterator<Item = (usize, usize, String)>) {
        self.change(|state| {
            let edits = std::sync::Arc::make_mut(&mut state.edits);
            for (row, column, value) in cells {
                edits.set(row, column, value);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directory, Options, Schema, Upload};
    use std::sync::Arc;

    fn review() -> Review {
        let schema = Arc::new(Schema::standard());
        let stored = "Username,FirstName\na@x.example,Zoë\nb@x.example,adam\nc@x.example,\nd@x.example,Bea\n";
        let directory = Directory::from_extract(schema, stored.into(), 1).expect("a directory");
        let upload = Upload { name: "people.csv".to_owned(), bytes: stored.into() };
        Review::new(Arc::new(directory), upload, Options::default())
    }

    #[test]
    fn words_are_found_whatever_their_case() {
        let review = review();
        assert_eq!(review.holding(vec![0, 1, 2, 3], "ZOË"), [0]);
        assert_eq!(review.holding(vec![3, 1], "x.EXAMPLE"), [3, 1]);
        assert_eq!(review.holding(vec![0, 1], " "), [0, 1]);
    }

    #[test]
    fn rows_are_ordered_with_the_empty_ones_last() {
        let review = review();
        let mut rows = vec![0, 1, 2, 3];
        review.order_by(&mut rows, 1, false);
        assert_eq!(rows, [1, 3, 0, 2]);
        review.order_by(&mut rows, 1, true);
        assert_eq!(rows, [0, 3, 1, 2]);
    }

    #[test]
    fn a_pasted_block_is_one_step() {
        let mut review = review();
        review.edit_many([(0, 1, "Ann".to_owned()), (1, 1, "Bob".to_owned())]);
        assert_eq!(review.plan().counts.updated, 2);
        review.undo();
        assert_eq!(review.plan().counts.updated, 0);
    }
}
