//! Stage 6: upload × base × directory → what each row does, cell by cell.
//!
//! With b the value in the extract that the file was made from, s the value stored now and f the file's: f = b leaves s
//! as it is, even where s ≠ b; f ≠ b with s = b is an edit; f = s is already so; all three different is a conflict.
//! Without a base, f ≠ s is an edit, unless the row's own Revision says that the person changed since: then it can't be
//! told from a stale cell, and is a conflict too.

mod accident;
mod claims;
mod identity;
mod taken;

use crate::directory::{Directory, Person};
use crate::options::{Blanks, Create, Key, Options, Side};
use crate::schema::{Column, Schema};
use crate::stages::rows::{Row, Rows, same_value, value_from_cell};
pub use accident::{Accident, AccidentKind};
use claims::Claims;
pub use identity::{Candidate, EMPLOYEE_ID};
use std::borrow::Cow;
pub use taken::Taken;

/// What every row of a file does.
#[derive(Debug, Clone, Default)]
pub struct Merge {
    /// One entry for each row of the file.
    pub rows: Vec<MergedRow>,
    cells: Vec<MergedCell>,
    /// Rows about nobody, with the person whose Username was most likely changed.
    pub candidates: Vec<Candidate>,
    /// Rows with one key: the key, and the rows in the order of the file.
    pub duplicates: Vec<(String, Vec<usize>)>,
    /// Values that must be unique and that somebody else holds.
    pub taken: Vec<Taken>,
    /// How many people of the directory no row is about.
    pub absent: usize,
    /// What happened to whole columns.
    pub accidents: Vec<Accident>,
}

/// What one row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergedRow {
    /// Its state.
    pub state: RowState,
    /// The person it is about, by her position in the directory.
    pub person: Option<usize>,
    /// The same person in the base, where the base can be trusted for this row.
    pub base: Option<usize>,
    first_cell: usize,
    cell_count: usize,
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
    /// Its column in the schema.
    pub column: usize,
    /// What becomes of it.
    pub state: CellState,
    /// Whether an accident to its column explains it, so that no rule needs to speak of the cell itself.
    pub explained: bool,
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

impl CellState {
    /// Whether the file's value is written.
    pub fn writes(self) -> bool {
        matches!(self, Self::Edit | Self::Yours)
    }
}

impl Merge {
    /// The cells of a row that differ from what is stored.
    pub fn cells(&self, row: &MergedRow) -> &[MergedCell] {
        self.cells.get(row.first_cell..row.first_cell + row.cell_count).unwrap_or_default()
    }

    /// Takes in what happened to whole columns, and marks the cells that it explains.
    pub fn take_accidents(&mut self, accidents: Vec<Accident>) {
        for accident in accidents.iter().filter(|accident| !accident.mild) {
            for row in &accident.rows {
                let Some(merged) = self.rows.get(*row) else { continue };
                let range = merged.first_cell..merged.first_cell + merged.cell_count;
                for cell in self.cells.get_mut(range).into_iter().flatten() {
                    cell.explained |= accident.explains(cell.column);
                }
            }
        }
        self.accidents = accidents;
    }

    /// Whether a row has a conflict that nobody decided.
    pub fn in_conflict(&self, row: &MergedRow) -> bool {
        self.cells(row).iter().any(|cell| cell.state == CellState::Conflict)
    }
}

/// Everything that rows are merged with.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    /// The columns.
    pub schema: &'a Schema,
    /// The directory now.
    pub directory: &'a Directory,
    /// The directory at the revision of the extract that the file was made from.
    pub base: Option<&'a Directory>,
    /// The admin's choices.
    pub options: &'a Options,
}

/// Merges every row. `progress` is told now and then how many rows are done.
pub fn merge_from_rows(rows: Rows<'_>, sides: Sides<'_>, progress: &mut dyn FnMut(usize)) -> Merge {
    const ROWS_BETWEEN_REPORTS: usize = 4096;
    let mut merge = Merge { rows: Vec::with_capacity(rows.len()), ..Merge::default() };
    let mut claims = Claims::of(sides.directory.people());
    let whole = sides.compares_whole_records(rows);
    let damaged = rows.damaged();
    let mut expected = 0;
    for position in 0..rows.len() {
        if position % ROWS_BETWEEN_REPORTS == 0 {
            progress(position);
        }
        let merged = match rows.row(position) {
            Some(row) if !rows.is_left_out(position) => {
                let unchanged = whole.then(|| sides.same_as(&row, expected)).flatten();
                match unchanged {
                    Some(person) => claims.unchanged(person, position),
                    None if damaged.contains(&position) => sides.claim_only(&row, &mut claims),
                    None => sides.merge_row(&row, &mut merge.cells, &mut claims),
                }
            }
            _ => MergedRow::of(RowState::LeftOut),
        };
        // Rows mostly follow the directory's order.
        expected = merged.person.map_or(expected, |person| person + 1);
        merge.rows.push(merged);
    }
    claims.settle(rows, sides, &mut merge);
    merge.absent = sides.directory.people().saturating_sub(claims.claimed);
    identity::find_candidates(rows, sides, &claims, &mut merge);
    taken::find_taken(rows, sides, &mut merge);
    merge
}

impl MergedRow {
    fn of(state: RowState) -> Self {
        Self { state, person: None, base: None, first_cell: 0, cell_count: 0 }
    }
}

impl<'a> Sides<'a> {
    /// A damaged row changes nothing, but its person isn't absent if its key can be read.
    fn claim_only(&self, row: &Row<'_>, claims: &mut Claims) -> MergedRow {
        let key = self.schema.index_of(self.options.key.header()).and_then(|column| self.value(row, column));
        let person = key.and_then(|key| self.find(&key));
        if let Some(person) = person {
            claims.person(person, row.position);
        }
        MergedRow { person, ..MergedRow::of(RowState::Damaged) }
    }

    fn merge_row(&self, row: &Row<'_>, cells: &mut Vec<MergedCell>, claims: &mut Claims) -> MergedRow {
        let Some(key_column) = self.schema.index_of(self.options.key.header()) else {
            return MergedRow::of(RowState::KeyMissing);
        };
        let key = self.value(row, key_column).map(Cow::into_owned).unwrap_or_default();
        if key.is_empty() {
            return MergedRow::of(RowState::KeyMissing);
        }
        let first_cell = cells.len();
        let Some(person) = self.find(&key) else {
            claims.stranger(&key, row.position);
            let state = self.stranger(row, &key);
            if state == RowState::Create {
                self.merge_new(row, cells);
            }
            return MergedRow { first_cell, cell_count: cells.len() - first_cell, ..MergedRow::of(state) };
        };
        claims.person(person, row.position);
        let base = self.base.and_then(|base| {
            find_in(base, self.options.key, &key)
                .or_else(|| self.renamed_from(&key).and_then(|old| base.find_username(old)))
        });
        let (Some(stored), base) =
            (self.directory.person(person), base.and_then(|position| self.base?.person(position)))
        else {
            return MergedRow::of(RowState::NotFound);
        };
        let trust = self.trust(row, &stored, base.as_ref());
        self.merge_cells(row, &stored, base.as_ref(), trust, cells);
        let written = cells.get(first_cell..).unwrap_or_default();
        let state = if written.iter().any(|cell| cell.state.writes() && cell.column == self.schema.username()) {
            RowState::Rename
        } else if written.iter().any(|cell| cell.state.writes()) {
            RowState::Update
        } else if written.iter().any(|cell| cell.state == CellState::Conflict) {
            RowState::Conflict
        } else {
            RowState::Same
        };
        let base = base.filter(|_| trust == Trust::Base).map(|base| base.position);
        MergedRow { state, person: Some(person), base, first_cell, cell_count: cells.len() - first_cell }
    }

    /// Whether a row that equals a person's record to the byte changes nothing: both files have the same columns in the
    /// same order, written in the same way.
    fn compares_whole_records(&self, rows: Rows<'_>) -> bool {
        rows.laid_out_as(&self.directory.layout())
    }

    /// The person whose record a row equals to the byte: the one that is expected next. Her record may lack the key.
    fn same_as(&self, row: &Row<'_>, expected: usize) -> Option<usize> {
        let record = row.untouched_record()?;
        if self.directory.record(expected)? != record {
            return None;
        }
        let key = row.cell_of(self.schema.index_of(self.options.key.header())?)?;
        (!key.trim().is_empty()).then_some(expected)
    }

    fn stranger(&self, row: &Row<'_>, key: &str) -> RowState {
        let username = match self.options.key {
            Key::Username => Some(Cow::Borrowed(key)),
            Key::EmployeeId => self.value(row, self.schema.username()),
        };
        let chosen = username.is_some_and(|username| self.options.new_people.contains(username.as_ref()));
        if chosen || self.options.create == Create::Allow { RowState::Create } else { RowState::NotFound }
    }

    fn find(&self, key: &str) -> Option<usize> {
        find_in(self.directory, self.options.key, key)
            .or_else(|| self.renamed_from(key).and_then(|old| self.directory.find_username(old)))
    }

    /// The stored Username that the admin said a new one replaces.
    fn renamed_from(&self, key: &str) -> Option<&'a str> {
        (self.options.key == Key::Username).then(|| self.options.renames.get(key).map(String::as_str)).flatten()
    }

    fn trust(&self, row: &Row<'_>, stored: &Person<'_>, base: Option<&Person<'_>>) -> Trust {
        let of_row = self
            .schema
            .revision()
            .and_then(|column| self.value(row, column))
            .and_then(|value| value.parse::<u64>().ok());
        match (of_row, stored.revision(), base) {
            (Some(of_row), Some(of_stored), _) if of_row == of_stored => Trust::Stored,
            (Some(of_row), _, Some(base)) if base.revision().is_none_or(|revision| revision == of_row) => Trust::Base,
            (None, _, Some(_)) => Trust::Base,
            (Some(of_row), Some(of_stored), _) if of_row < of_stored => Trust::Nothing,
            _ => Trust::Unknown,
        }
    }

    fn merge_new(&self, row: &Row<'_>, cells: &mut Vec<MergedCell>) {
        for column in self.columns() {
            if self.value(row, column).is_some_and(|value| !value.is_empty()) {
                cells.push(MergedCell { column, state: CellState::Edit, explained: false });
            }
        }
    }

    fn merge_cells(
        &self,
        row: &Row<'_>,
        stored: &Person<'_>,
        base: Option<&Person<'_>>,
        trust: Trust,
        cells: &mut Vec<MergedCell>,
    ) {
        for column in self.columns() {
            let Some(kind) = self.schema.column(column) else { continue };
            let Some(cell) = row.cell_of(column) else { continue };
            if stored.cell(column).is_some_and(|stored| stored == cell) {
                continue;
            }
            let file = value_from_cell(kind, &cell, self.options);
            let now = stored.value(column);
            if same_value(kind, &file, &now) || self.keeps(kind, &file) {
                continue;
            }
            let before = base.filter(|_| trust == Trust::Base).map(|base| base.value(column));
            if before.as_ref().is_some_and(|before| same_value(kind, &file, before)) {
                continue;
            }
            let edit = match (&before, trust) {
                (Some(before), _) => same_value(kind, &now, before),
                (None, Trust::Nothing) => false,
                (None, _) => true,
            };
            let state = if edit { CellState::Edit } else { self.decided(&stored.username(), &kind.header) };
            cells.push(MergedCell { column, state, explained: false });
        }
    }

    fn decided(&self, username: &str, header: &str) -> CellState {
        match self.options.conflicts.side(username, header) {
            Some(Side::Yours) => CellState::Yours,
            Some(Side::Theirs) => CellState::Theirs,
            None => CellState::Conflict,
        }
    }

    /// Whether an empty cell leaves the stored value. A required one is never cleared; `required-blank` says so.
    fn keeps(&self, column: &Column, value: &str) -> bool {
        value.is_empty() && (column.required || self.options.blanks_in(&column.header) == Blanks::Keep)
    }

    /// The columns that an upload can change.
    fn columns(&self) -> impl Iterator<Item = usize> {
        self.schema.columns.iter().enumerate().filter(|(_, column)| !column.system).map(|(position, _)| position)
    }

    /// A cell of a row, in its stored form.
    pub fn value(&self, row: &Row<'_>, column: usize) -> Option<Cow<'static, str>> {
        let cell = row.cell_of(column)?;
        Some(Cow::Owned(value_from_cell(self.schema.column(column)?, &cell, self.options).into_owned()))
    }
}

/// What a row can be compared with to tell an edit from a stale cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// Its Revision is the stored one: nobody changed the person since the extract.
    Stored,
    /// The base holds the person as the file's extract had her.
    Base,
    /// The person changed since the extract, and the extract isn't at hand.
    Nothing,
    /// Neither a base nor a Revision.
    Unknown,
}

fn find_in(directory: &Directory, key: Key, value: &str) -> Option<usize> {
    match key {
        Key::Username => directory.find_username(value),
        Key::EmployeeId => directory.find_employee_id(value),
    }
}
