//! What one row does, and what becomes of each cell that differs.

use crate::csv::Field;
use std::ops::Range;

/// No person.
const NOBODY: u32 = u32::MAX;

/// What one row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergedRow {
    /// Its state.
    pub state: RowState,
    written: Written,
    cell_count: u16,
    first_cell: u32,
    person: u32,
    base: u32,
}

/// How a row's cells are written, beside the stored ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Written {
    /// As they are stored, to the byte.
    Alike,
    /// Some cell otherwise.
    Otherwise,
    /// Some cell so that it is read as another text than it shows: a day in another notation, a text in a formula.
    Reread,
}

/// The states of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowState {
    /// Changes nothing.
    Same,
    /// Changes cells of a person.
    Update,
    /// Changes a person's Username, and perhaps other cells.
    Rename,
    /// Creates a person.
    Create,
    /// Is about nobody in the directory, and may not create anybody.
    NotFound,
    /// Has no key.
    KeyMissing,
    /// Would change cells of a person that somebody else changed, too, and nothing besides.
    Conflict,
    /// Has a key that another row has, too.
    Duplicate,
    /// Refused by the strict reading: what its cells say can't be trusted.
    Damaged,
    /// Left out by the admin.
    LeftOut,
}

/// A cell that differs from what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergedCell {
    column: u16,
    /// What becomes of it.
    pub state: CellState,
    /// Whether an accident to its column explains it, so that no rule needs to speak of the cell itself.
    pub explained: bool,
    file: Place,
    stored: Place,
}

/// What becomes of a cell that differs from what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    /// The file's value is written.
    Edit,
    /// Both sides changed it, and nobody decided yet.
    Conflict,
    /// Both sides changed it; the file's value is written.
    Yours,
    /// Both sides changed it; the stored value stays.
    Theirs,
}

/// Where a cell lies in its record, so that nobody splits the record again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    start: u32,
    end: u32,
    quoted: bool,
}

/// A range that can't be.
const NO_PLACE: Place = Place { start: 1, end: 0, quoted: false };

impl MergedRow {
    /// A row about nobody.
    pub(super) fn of(state: RowState) -> Self {
        Self { state, written: Written::Alike, cell_count: 0, first_cell: 0, person: NOBODY, base: NOBODY }
    }

    /// A row about a person of the directory, if there is one.
    pub(super) fn about(state: RowState, person: Option<usize>) -> Self {
        Self { person: packed(person), ..Self::of(state) }
    }

    /// The same, with the person's position in the base.
    pub(super) fn with_base(self, base: Option<usize>) -> Self {
        Self { base: packed(base), ..self }
    }

    /// The same, told how its cells are written.
    pub(super) fn written(self, written: Written) -> Self {
        Self { written, ..self }
    }

    /// Whether some cell may be read as another text than it shows. Of new people nobody asked.
    pub(crate) fn is_reread(&self) -> bool {
        self.written == Written::Reread || self.state == RowState::Create
    }

    /// The same, with the cells from one on.
    pub(super) fn with_cells(self, first: usize, cells: &[MergedCell]) -> Self {
        let count = u16::try_from(cells.len() - first).unwrap_or(u16::MAX);
        Self { first_cell: u32::try_from(first).unwrap_or(u32::MAX), cell_count: count, ..self }
    }

    /// The person it is about, by her position in the directory.
    pub fn person(&self) -> Option<usize> {
        (self.person != NOBODY).then_some(self.person as usize)
    }

    /// The same person in the base, where the base can be trusted for this row.
    pub fn base(&self) -> Option<usize> {
        (self.base != NOBODY).then_some(self.base as usize)
    }

    /// Whether anything can be said of it: it does something, or some cell isn't written as the stored one.
    pub(crate) fn is_notable(&self) -> bool {
        self.state != RowState::Same || self.cell_count > 0 || self.written != Written::Alike
    }

    /// Where its cells stand among those of all rows.
    pub(super) fn range(&self) -> Range<usize> {
        let first = self.first_cell as usize;
        first..first + usize::from(self.cell_count)
    }
}

impl MergedCell {
    /// A changed cell, and where it lies in the two records, if it does.
    pub(super) fn new(column: usize, state: CellState, file: Option<Field>, stored: Option<Field>) -> Self {
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        Self { column, state, explained: false, file: Place::of(file), stored: Place::of(stored) }
    }

    /// Its column in the schema.
    pub fn column(&self) -> usize {
        usize::from(self.column)
    }

    /// Where it lies in the file's record; `None` where an edit lies over it.
    pub(crate) fn file(&self) -> Option<Field> {
        self.file.field()
    }

    /// Where the stored value lies in the person's record; `None` where there is none.
    pub(crate) fn stored(&self) -> Option<Field> {
        self.stored.field()
    }
}

impl Place {
    fn of(field: Option<Field>) -> Self {
        let narrow = |field: Field| {
            let (start, end) = (u32::try_from(field.start).ok()?, u32::try_from(field.end).ok()?);
            Some(Self { start, end, quoted: field.quoted })
        };
        field.and_then(narrow).unwrap_or(NO_PLACE)
    }

    fn field(self) -> Option<Field> {
        let (start, end) = (self.start as usize, self.end as usize);
        (self != NO_PLACE).then_some(Field { start, end, quoted: self.quoted })
    }
}

impl CellState {
    /// Whether the file's value is written.
    pub fn writes(self) -> bool {
        matches!(self, Self::Edit | Self::Yours)
    }
}

fn packed(position: Option<usize>) -> u32 {
    position.and_then(|position| u32::try_from(position).ok()).unwrap_or(NOBODY)
}
