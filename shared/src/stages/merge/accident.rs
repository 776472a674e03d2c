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
    /// Two rows carry each other's keys: whose values each holds, by her position in the directory.
    KeysExchanged {
        /// For each of the two rows, whose it is.
        people: Vec<usize>,
    },
    /// Rows hold the values of somebody whose own row still has them, or isn't in the file.
    OfAnother {
        /// For each of the rows, whose values it holds.
        people: Vec<usize>,
    },
    /// Cells of rows stand in the wrong columns, as cells before them were lost or added.
    Sideways {
        /// For each of the rows, what moved.
        moved: Vec<Moved>,
        /// For each column of the schema, its column of the file; the highest number where the file lacks it.
        order: Vec<usize>,
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
    /// Cells hold the values of other people, who keep them.
    Pasted,
    /// Another column was copied over it.
    Copied {
        /// The other column.
        from: usize,
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

/// How the cells of a row moved sideways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// The first column of the file that holds what another column should.
    pub from: usize,
    /// The same, or the column before where its text fell apart into the two.
    pub first: usize,
    /// By how many columns.
    pub by: usize,
    /// Whether to the right.
    pub right: bool,
}

impl Accident {
    /// Whether it explains the cell of one of its rows, by the row's place among them, in a column.
    pub(super) fn explains(&self, nth: usize, column: usize) -> bool {
        match &self.kind {
            AccidentKind::KeyMoved { .. } | AccidentKind::KeysExchanged { .. } | AccidentKind::OfAnother { .. } => true,
            AccidentKind::Sideways { moved, order } => {
                moved.get(nth).zip(order.get(column)).is_some_and(|(moved, place)| *place >= moved.first)
            }
            _ => column == self.column,
        }
    }
}
