//! Deciding conflicts: one cell, a column, or all of them. The later and the wider decision stands for what it covers.

use shared::options::{Conflicts, Side};

/// Decides one cell.
pub fn decide_cell(conflicts: &mut Conflicts, username: String, header: String, side: Side) {
    conflicts.cells.entry(username).or_default().insert(header, side);
}

/// Decides a column. It is the later decision, so it stands for cells of the column decided before, too.
pub fn decide_column(conflicts: &mut Conflicts, header: String, side: Side) {
    for cells in conflicts.cells.values_mut() {
        cells.remove(&header);
    }
    conflicts.cells.retain(|_, cells| !cells.is_empty());
    conflicts.columns.insert(header, side);
}

/// Decides all of them, whatever was decided before.
pub fn decide_all(conflicts: &mut Conflicts, side: Side) {
    *conflicts = Conflicts { all: Some(side), ..Conflicts::default() };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wider_decision_stands_for_earlier_ones() {
        let mut conflicts = Conflicts::default();
        for header in ["HomePhone", "Nickname"] {
            decide_cell(&mut conflicts, "ann".to_owned(), header.to_owned(), Side::Yours);
        }
        decide_column(&mut conflicts, "HomePhone".to_owned(), Side::Theirs);
        assert_eq!(conflicts.cells["ann"].keys().collect::<Vec<_>>(), ["Nickname"]);
        assert_eq!(conflicts.columns["HomePhone"], Side::Theirs);
        decide_all(&mut conflicts, Side::Yours);
        assert_eq!(conflicts, Conflicts { all: Some(Side::Yours), ..Conflicts::default() });
    }

    #[test]
    fn a_cell_may_be_decided_otherwise_than_its_column() {
        let mut conflicts = Conflicts::default();
        decide_column(&mut conflicts, "HomePhone".to_owned(), Side::Theirs);
        decide_cell(&mut conflicts, "ann".to_owned(), "HomePhone".to_owned(), Side::Yours);
        assert_eq!((conflicts.columns.len(), conflicts.cells["ann"].len()), (1, 1));
    }
}
