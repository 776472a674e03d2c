//! What happened to a column as a whole, so that it is said once and put back at once.

/// An accident to a column: which cells it explains, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accident {
    /// What it is.
    pub kind: AccidentKind,
    /// The column, by its position in the schema.
    pub column: usize,
    /// The rows of which it explains the cell, ascending.
    pub rows: Vec<usize>,
    /// Of how many rows that changed or could have.
    pub of: usize,
    /// Stretches of rows, first and last, that hold every explained cell and no changed cell that isn't.
    pub stretches: Vec<(usize, usize)>,
    /// Whether it may as well be meant: then it explains nothing, and each cell is judged by itself, too.
    pub mild: bool,
}

/// The accidents to columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccidentKind {
    /// The column holds the same values, on other people.
    SortedAlone,
    /// The key's column was moved against all others: the row's true person, by her position in the directory.
    KeyMoved {
        /// For each of the rows, whose it is.
        people: Vec<usize>,
    },
    /// A block stands a row too low or too high.
    Shifted {
        /// Whether too low.
        down: bool,
    },
    /// The column changed places with another.
    Swapped {
        /// The other column.
        with: usize,
    },
    /// One value replaced most.
    Overwritten {
        /// That value.
        value: String,
    },
    /// Most of it was emptied.
    Blanked,
    /// A value was dragged down and counts up.
    Series {
        /// The value that it began with.
        from: String,
        /// The value that it ended with.
        to: String,
    },
}

impl Accident {
    /// Whether it explains a row's cell in a column.
    pub(super) fn explains(&self, column: usize) -> bool {
        matches!(self.kind, AccidentKind::KeyMoved { .. }) || column == self.column
    }
}
