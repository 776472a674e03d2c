//! All that is known of an upload once it is merged: what rules about rows, values and people look at, and how they say
//! what they found.

mod accident_report;
mod account_state;
mod answers;
mod dates;
mod days;
mod disguised;
mod gathered;
mod list_parts;
mod made;
mod one_by_one;
mod put_back;
mod short_rows;
mod taken;
mod whom;

use crate::directory::{Directory, Person, STORED};
use crate::finding::Place;
use crate::fix::{Action, Fix, Safety};
use crate::memory::Memory;
use crate::options::Options;
use crate::schema::{Column, Schema};
use crate::stages::merge::{CellState, Merge, MergedCell, MergedRow, RowState, Sides};
use crate::stages::rows::{Row, Rows, typed};
use crate::table::Table;
use crate::transform::Transform;
use crate::values::line::NoPerson;
use crate::words;
pub use accident_report::{AccidentWords, Together};
pub use dates::DateEvidence;
pub use days::DayStory;
pub use disguised::Disguised;
pub use gathered::Gathered;
use std::borrow::Cow;
use std::cell::OnceCell;
pub use whom::Whom;
/// All that is known of an upload once it is merged: what rules about rows, values and people look at.
#[derive(Debug, Clone, Copy)]
pub struct Reviewed<'a> {
    /// The columns.
    pub schema: &'a Schema,
    /// The admin's choices.
    pub options: &'a Options,
    /// The file.
    pub table: &'a Table,
    /// Its rows, with the admin's edits.
    pub rows: Rows<'a>,
    /// The directory now.
    pub directory: &'a Directory,
    /// The directory at the revision that the file was made from.
    pub base: Option<&'a Directory>,
    /// Who had which Username before, and what a keeper remembers of cells.
    pub(crate) memory: &'a Memory,
    /// What each row does.
    pub merge: &'a Merge,
    /// What was asked of the whole file before.
    pub gathered: &'a Gathered,
}

/// One cell that differs from what is stored, with the values that matter.
#[derive(Debug)]
pub struct ChangedCell<'a> {
    /// Its column in the schema.
    pub index: usize,
    /// The column itself.
    pub column: &'a Column,
    /// What becomes of it.
    pub state: CellState,
    /// Whether an accident to its column explains it.
    pub explained: bool,
    /// The file's value, in its stored form.
    pub value: Cow<'a, str>,
    /// The value in the directory; `None` for a new person.
    pub stored: Option<Cow<'a, str>>,
    /// The value in the extract that the file was made from.
    pub base: Option<Cow<'a, str>>,
    /// What explains it, once somebody asked.
    pub(crate) transform: OnceCell<Option<&'static Transform>>,
}

/// One row of which anything can be said.
#[derive(Debug)]
pub struct ReviewedRow<'a> {
    /// The row.
    pub row: Row<'a>,
    /// What it does.
    pub merged: &'a MergedRow,
    /// Its cells that differ from what is stored.
    pub cells: Vec<ChangedCell<'a>>,
}

impl<'a> Reviewed<'a> {
    /// The rows that change something or would, with their merge.
    pub fn changing_rows(&self) -> impl Iterator<Item = (Row<'a>, &'a MergedRow)> {
        let (rows, merge) = (self.rows, self.merge);
        let entries = merge.notable().filter(|(_, merged)| !merge.cells(merged).is_empty());
        entries.filter_map(move |(position, merged)| Some((rows.row(position)?, merged)))
    }

    /// Shows every row of which anything can be said, in the order of the file.
    pub fn each_row(&self, see: impl FnMut(&ReviewedRow<'a>)) {
        self.see_rows(self.merge.notable(), see);
    }

    pub(crate) fn see_rows(
        &self,
        rows: impl Iterator<Item = (usize, &'a MergedRow)>,
        mut see: impl FnMut(&ReviewedRow<'a>),
    ) {
        let mut cells = Vec::new();
        for (position, merged) in rows {
            let Some(row) = self.rows.row(position) else { continue };
            self.read_cells(&row, merged, &mut cells);
            let reviewed = ReviewedRow { row, merged, cells };
            see(&reviewed);
            cells = reviewed.cells;
        }
    }

    /// Shows the written cells of some columns; other cells aren't read.
    pub fn each_written_cell(&self, of: impl Fn(&Column) -> bool, mut see: impl FnMut(&Row<'a>, &ChangedCell<'a>)) {
        let wanted: Vec<bool> = self.schema.columns.iter().map(of).collect();
        let is_wanted = |cell: &MergedCell| wanted.get(cell.column()).copied().unwrap_or_default();
        for (position, merged) in self.merge.notable() {
            if !self.merge.cells(merged).iter().any(is_wanted) {
                continue;
            }
            let Some(row) = self.rows.row(position) else { continue };
            let cells = self.changed_cells(&row, merged);
            let reviewed = ReviewedRow { row, merged, cells };
            for cell in reviewed.written_cells().filter(|cell| wanted.get(cell.index) == Some(&true)) {
                see(&reviewed.row, cell);
            }
        }
    }

    /// The changed cells of a row.
    pub fn changed_cells(&self, row: &Row<'a>, merged: &MergedRow) -> Vec<ChangedCell<'a>> {
        let mut cells = Vec::new();
        self.read_cells(row, merged, &mut cells);
        cells
    }

    fn read_cells(&self, row: &Row<'a>, merged: &MergedRow, cells: &mut Vec<ChangedCell<'a>>) {
        cells.clear();
        let changed = self.merge.cells(merged);
        if changed.is_empty() {
            return;
        }
        let (person, base) = (self.person(merged), self.base_person(merged));
        let read = |cell: &MergedCell| {
            Some(ChangedCell {
                index: cell.column(),
                column: self.schema.column(cell.column())?,
                state: cell.state,
                explained: cell.explained,
                value: self.new_value(row, cell),
                stored: person.as_ref().map(|person| self.old_value(person, cell)),
                base: base.as_ref().map(|base| base.value(cell.column())),
                transform: OnceCell::new(),
            })
        };
        cells.extend(changed.iter().filter_map(read));
    }

    /// The file's value of a changed cell, in its stored form.
    pub(crate) fn new_value(&self, row: &Row<'a>, cell: &MergedCell) -> Cow<'a, str> {
        let text = cell.file().and_then(|field| row.text_of(field)).or_else(|| row.cell_of(cell.column()));
        match (self.schema.column(cell.column()), text) {
            (Some(column), Some(text)) => typed(column, text, self.options),
            _ => Cow::Borrowed(""),
        }
    }

    /// The stored value of a changed cell.
    pub(crate) fn old_value(&self, person: &Person<'a>, cell: &MergedCell) -> Cow<'a, str> {
        let text = cell.stored().and_then(|field| person.row().text_of(field));
        match (self.schema.column(cell.column()), text) {
            (Some(column), Some(text)) => typed(column, text, STORED),
            _ => person.value(cell.column()),
        }
    }

    /// What a row is that is about nobody, if it is no person.
    pub fn no_person(&self, position: usize) -> Option<NoPerson> {
        let merged = self.merge.rows.get(position)?;
        if !matches!(merged.state, RowState::NotFound | RowState::KeyMissing) || self.is_header(position) {
            return None;
        }
        let key = self.schema.key(self.options.key).and_then(|key| self.table.columns.file_column_of(key))?;
        let row = self.rows.row(position)?;
        // A key under another cell is missing: that says why.
        let what = row.no_person(Some(key)).filter(|_| !row.is_covered(key))?;
        // A person's name in the place of her Username is no remark.
        let names_somebody = || row.cell(key).is_some_and(|key| self.whom(&key) != Whom::Nobody);
        (what != NoPerson::Remark || !names_somebody()).then_some(what)
    }

    /// Whether a row names columns instead of a person: most of its cells are headers.
    pub fn is_header(&self, position: usize) -> bool {
        let header = &self.table.columns.cells;
        let Some(row) = self.rows.row(position) else { return false };
        let names = |column: &usize| {
            let text = row.cell(*column).unwrap_or_default();
            let of_schema = || self.schema.columns.iter().any(|known| known.header.eq_ignore_ascii_case(text.trim()));
            !text.is_empty() && (header.get(*column).is_some_and(|cell| cell.text == text) || of_schema())
        };
        let first = (0..header.len()).find(|column| row.cell(*column).is_some_and(|cell| !cell.is_empty()));
        // Most rows are told apart by their first cell.
        first.is_some_and(|first| names(&first)) && (0..header.len()).filter(names).count() * 2 > header.len().min(6)
    }

    /// A cell of a row in its stored form; `None` where the file or the row lacks it.
    pub fn value<'r>(&self, row: &Row<'r>, column: usize) -> Option<Cow<'r, str>> {
        self.sides().value(row, column)
    }

    /// What the rows were merged with.
    fn sides(&self) -> Sides<'a> {
        let Self { schema, directory, base, options, memory, .. } = *self;
        Sides { schema, directory, base, options, memory }
    }

    /// What a row says in a column, or else what is stored of its person.
    pub fn known_value(&self, row: &Row<'a>, column: usize) -> Option<Cow<'a, str>> {
        let stored = || Some(self.person(self.merge.rows.get(row.position)?)?.value(column));
        self.value(row, column).filter(|value| !value.is_empty()).or_else(stored)
    }

    /// The person that a row is about.
    pub fn person(&self, merged: &MergedRow) -> Option<Person<'a>> {
        self.directory.person(merged.person()?)
    }

    /// The same person in the base.
    pub fn base_person(&self, merged: &MergedRow) -> Option<Person<'a>> {
        self.base?.person(merged.base()?)
    }

    /// The person whom a row's key meant when the file's extract was taken.
    pub fn base_by_key(&self, row: &Row<'_>) -> Option<Person<'a>> {
        let base = self.base?;
        let key = self.value(row, self.schema.key(self.options.key)?)?;
        base.person(base.find(self.options.key, &key)?)
    }

    /// Whether a row says itself that nobody changed its person since: its Revision is the stored one.
    pub fn is_up_to_date(&self, row: &Row<'_>, person: &Person<'_>) -> bool {
        let own = self.sides().revision_of(row);
        own.is_some() && own == person.revision()
    }

    /// The place of a row as a whole.
    pub fn row_place(&self, row: &Row<'_>) -> Place {
        let username = self.value(row, self.schema.username()).filter(|username| !username.is_empty());
        Place {
            line: Some(row.line),
            row: Some(row.position),
            username: username.map(Cow::into_owned),
            ..Place::default()
        }
    }

    /// The place of one cell, with the text that the file has there.
    pub fn cell_place(&self, row: &Row<'_>, column: usize) -> Place {
        Place {
            column: self.table.columns.file_column_of(column),
            value: row.cell_of(column).map(Cow::into_owned),
            ..self.row_place(row)
        }
    }

    /// The place of a changed cell, with all its values.
    pub fn changed_place(&self, row: &Row<'_>, cell: &ChangedCell<'_>) -> Place {
        let owned = |value: &Option<Cow<'_, str>>| value.as_deref().map(str::to_owned);
        Place { stored: owned(&cell.stored), base: owned(&cell.base), ..self.cell_place(row, cell.index) }
    }

    /// The fix that writes the stored value back into a cell; `None` for a new person, who has none.
    pub fn keep_stored(&self, row: &Row<'_>, cell: &ChangedCell<'_>, safety: Safety) -> Option<Fix> {
        let action = self.edit(row, cell.index, cell.stored.as_deref()?)?;
        Some(Fix { title: words!("Keep the stored value"), safety, actions: vec![action] })
    }

    /// The edit that writes a value into a row's cell, as the file would hold it.
    pub fn edit(&self, row: &Row<'_>, column: usize, value: &str) -> Option<Action> {
        let value = crate::values::guard::guard(value).into_owned();
        Some(Action::Edit { row: row.position, column: self.table.columns.file_column_of(column)?, value })
    }
}

impl<'a> ReviewedRow<'a> {
    /// The cells that the file would write, or would if a conflict were decided for it, unless an accident to their
    /// column explains them.
    pub fn written_cells(&self) -> impl Iterator<Item = &ChangedCell<'a>> {
        let counts = self.merged.state != RowState::Duplicate;
        self.cells.iter().filter(move |cell| counts && cell.state != CellState::Theirs && !cell.explained)
    }
}
