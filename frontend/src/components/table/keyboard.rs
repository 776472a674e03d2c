//! What keys do in the table.

use crate::worker::protocol::Side;

/// A cell of the table: its row within the filter, and its column, where 0 is the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Position {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// How large the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Rows.
    pub rows: usize,
    /// Columns, the person's too.
    pub columns: usize,
    /// Rows that fit into the window.
    pub page: usize,
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Another cell.
    Go(Position),
    /// Edit the cell.
    Edit,
    /// Leave the row out, or take it in again.
    LeaveOut,
    /// Decide the conflict.
    Decide(Side),
    /// Explain the row.
    Explain,
    /// Order the rows by the column.
    Sort,
}

/// Reads a key; `None` if it means nothing here.
pub fn wish(key: &str, control: bool, at: Position, extent: Extent) -> Option<Wish> {
    let (last_row, last_column) = (extent.rows.checked_sub(1)?, extent.columns.saturating_sub(1));
    let row = |row: usize| Some(Wish::Go(Position { row: row.min(last_row), ..at }));
    let column = |column: usize| Some(Wish::Go(Position { column: column.min(last_column), ..at }));
    match (key, control) {
        ("ArrowDown", false) => row(at.row + 1),
        ("ArrowUp", false) => row(at.row.saturating_sub(1)),
        ("ArrowRight", false) => column(at.column + 1),
        ("ArrowLeft", false) => column(at.column.saturating_sub(1)),
        ("PageDown", false) => row(at.row + extent.page.max(1)),
        ("PageUp", false) => row(at.row.saturating_sub(extent.page.max(1))),
        ("Home", false) => column(0),
        ("End", false) => column(last_column),
        ("Home", true) => Some(Wish::Go(Position::default())),
        ("End", true) => Some(Wish::Go(Position { row: last_row, column: last_column })),
        ("ArrowDown", true) => row(last_row),
        ("ArrowUp", true) => row(0),
        ("Enter" | "F2", false) => (at.column > 0).then_some(Wish::Edit),
        ("Delete", false) => Some(Wish::LeaveOut),
        ("e" | "E", false) => Some(Wish::Explain),
        ("s" | "S", false) => (at.column > 0).then_some(Wish::Sort),
        ("y" | "Y", false) => Some(Wish::Decide(Side::Yours)),
        ("t" | "T", false) => Some(Wish::Decide(Side::Theirs)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Extent = Extent { rows: 100, columns: 5, page: 10 };

    fn after(keys: &[(&str, bool)]) -> Position {
        keys.iter().fold(Position::default(), |at, (key, control)| match wish(key, *control, at, EXTENT) {
            Some(Wish::Go(there)) => there,
            _ => at,
        })
    }

    #[test]
    fn arrows_stay_inside() {
        assert_eq!(after(&[("ArrowUp", false), ("ArrowLeft", false)]), Position::default());
        assert_eq!(after(&[("ArrowDown", false), ("ArrowRight", false)]), Position { row: 1, column: 1 });
        assert_eq!(
            after(&[("End", true), ("ArrowDown", false), ("ArrowRight", false)]),
            Position { row: 99, column: 4 }
        );
    }

    #[test]
    fn pages_and_ends() {
        assert_eq!(after(&[("PageDown", false), ("PageDown", false), ("PageUp", false)]).row, 10);
        assert_eq!(after(&[("End", false)]).column, 4);
        assert_eq!(after(&[("End", true), ("Home", true)]), Position::default());
    }

    #[test]
    fn the_person_is_no_cell_to_edit() {
        assert_eq!(wish("Enter", false, Position::default(), EXTENT), None);
        assert_eq!(wish("Enter", false, Position { row: 0, column: 1 }, EXTENT), Some(Wish::Edit));
    }

    #[test]
    fn an_empty_table_has_no_keys() {
        assert_eq!(wish("ArrowDown", false, Position::default(), Extent { rows: 0, ..EXTENT }), None);
    }
}
