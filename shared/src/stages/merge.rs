//! Stage 6: upload × base × directory → what each row does, cell by cell.
//!
//! With b the value in the extract that the file was made from, s the value stored now and f the file's: f = b leaves s
//! as it is, even where s ≠ b; f ≠ b with s = b is an edit; f = s is already so; all three different is a conflict.
//! Without a base, f ≠ s is an edit, unless the row's own Revision says that the person changed since: then it can't be
//! told from a stale cell, and is a conflict too.

mod accident;
mod again;
mod cells;
mod claims;
mod differing;
mod guesses;
mod identity;
mod merged;
mod taken;

use crate::directory::{Directory, Person};
use crate::options::{Blanks, Create, Key, Options, Side};
use crate::schema::{Column, Schema};
use crate::stages::rows::{Row, Rows, typed};
use crate::values::key::{hash, is_plain};
pub use accident::{Accident, AccidentKind};
use cells::Cells;
use claims::Claims;
use guesses::Guesses;
pub use identity::{Candidate, EMPLOYEE_ID};
pub use merged::{CellState, MergedCell, MergedRow, RowState};
use std::borrow::Cow;
pub use taken::Taken;

/// What every row of a file does.
#[derive(Debug, Clone, Default)]
pub struct Merge {
    /// One entry for each row of the file.
    pub rows: Vec<MergedRow>,
    cells: Vec<MergedCell>,
    notable: Vec<u32>,
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

impl Merge {
    /// The cells of a row that differ from what is stored.
    pub fn cells(&self, row: &MergedRow) -> &[MergedCell] {
        self.cells.get(row.range()).unwrap_or_default()
    }

    /// The rows of which anything can be said, in the order of the file: all but those that are as stored.
    pub fn notable(&self) -> impl Iterator<Item = (usize, &MergedRow)> {
        self.notable.iter().filter_map(|row| Some((*row as usize, self.rows.get(*row as usize)?)))
    }

    /// Those of some rows, in the order of the file, of which anything can be said.
    pub(crate) fn notable_among(&self, rows: &[u32]) -> impl Iterator<Item = (usize, &MergedRow)> {
        let merged = |row: &u32| Some((*row as usize, self.rows.get(*row as usize)?));
        rows.iter().filter(|row| self.notable.binary_search(row).is_ok()).filter_map(merged)
    }

    /// Takes in what happened to whole columns, and marks the cells that it explains.
    pub fn take_accidents(&mut self, accidents: Vec<Accident>) {
        for accident in accidents.iter().filter(|accident| !accident.mild) {
            for row in &accident.rows {
                let Some(merged) = self.rows.get(*row) else { continue };
                for cell in self.cells.get_mut(merged.range()).into_iter().flatten() {
                    cell.explained |= accident.explains(cell.column());
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
    let mut cells = Cells::of(rows, sides);
    let damaged = rows.damaged();
    let mut guesses = Guesses::new();
    for position in 0..rows.len() {
        if position % ROWS_BETWEEN_REPORTS == 0 {
            progress(position);
        }
        let merged = match rows.row(position) {
            Some(row) if !rows.is_left_out(position) => {
                match guesses.of(position, rows, sides, &claims).and_then(|person| cells.same_as(&row, person)) {
                    Some(person) => claims.unchanged(person),
                    None if damaged.contains(&position) => sides.claim_only(&row, &mut claims),
                    None => sides.merge_row(&row, &mut cells, &mut merge.cells, &mut claims),
                }
            }
            _ => MergedRow::of(RowState::LeftOut),
        };
        guesses.met(merged.person());
        if merged.is_notable() {
            merge.notable.push(u32::try_from(position).unwrap_or(u32::MAX));
        }
        merge.rows.push(merged);
    }
    claims.settle(rows, sides, &mut merge);
    merge.absent = sides.directory.people().saturating_sub(claims.claimed);
    identity::find_candidates(rows, sides, &claims, &mut merge);
    taken::find_taken(rows, sides, &mut merge);
    merge
}

impl<'a> Sides<'a> {
    /// A damaged row changes nothing, but its person isn't absent if its key can be read.
    fn claim_only(&self, row: &Row<'_>, claims: &mut Claims) -> MergedRow {
        let person = self.key_of(row).and_then(|key| self.find(&key));
        if let Some(person) = person {
            claims.person(person);
        }
        MergedRow::about(RowState::Damaged, person)
    }

    fn key_column(&self) -> Option<usize> {
        self.schema.key(self.options.key)
    }

    /// The cell that says which person a row is about.
    fn key_of<'r>(&self, row: &Row<'r>) -> Option<Cow<'r, str>> {
        let column = self.key_column()?;
        match row.cell_of(column)? {
            Cow::Borrowed(cell) if is_plain(cell) => Some(Cow::Borrowed(cell)),
            cell => Some(typed(self.schema.column(column)?, cell, self.options)),
        }
        .filter(|key| !key.is_empty())
    }

    /// The hash of a row's key, if that is its own comparison form.
    fn plain_key_hash(&self, row: &Row<'_>) -> Option<u64> {
        match row.cell_of(self.key_column()?)? {
            Cow::Borrowed(cell) if is_plain(cell) && !cell.is_empty() => Some(hash(cell)),
            _ => None,
        }
    }

    fn merge_row(
        &self,
        row: &Row<'_>,
        cells: &mut Cells<'_>,
        merged: &mut Vec<MergedCell>,
        claims: &mut Claims,
    ) -> MergedRow {
        let Some(key) = self.key_of(row) else { return MergedRow::of(RowState::KeyMissing) };
        let first_cell = merged.len();
        let Some(person) = self.find(&key) else {
            claims.stranger(&key, row.position);
            let state = self.stranger(row, &key);
            if state == RowState::Create {
                cells.of_new_person(row, merged);
            }
            return MergedRow::of(state).with_cells(first_cell, merged);
        };
        claims.person(person);
        self.compare(row, &key, person, cells, merged)
    }

    /// What a row does to the person that it is about.
    fn compare(
        &self,
        row: &Row<'_>,
        key: &str,
        person: usize,
        cells: &mut Cells<'_>,
        merged: &mut Vec<MergedCell>,
    ) -> MergedRow {
        if cells.same_as(row, person).is_some() {
            return MergedRow::about(RowState::Same, Some(person));
        }
        let first_cell = merged.len();
        let base = self.base.and_then(|base| {
            find_in(base, self.options.key, key)
                .or_else(|| self.renamed_from(key).and_then(|old| base.find_username(old)))
        });
        let (Some(stored), base) =
            (self.directory.person(person), base.and_then(|position| self.base?.person(position)))
        else {
            return MergedRow::of(RowState::NotFound);
        };
        let (trust, otherwise) = cells.of_person(row, &stored, base.as_ref(), merged);
        let written = merged.get(first_cell..).unwrap_or_default();
        let username = self.schema.username();
        let state = if written.iter().any(|cell| cell.state.writes() && cell.column() == username) {
            RowState::Rename
        } else if written.iter().any(|cell| cell.state.writes()) {
            RowState::Update
        } else if written.iter().any(|cell| cell.state == CellState::Conflict) {
            RowState::Conflict
        } else {
            RowState::Same
        };
        let base = base.filter(|_| trust == Some(Trust::Base)).map(|base| base.position);
        MergedRow::about(state, Some(person))
            .with_base(base)
            .written_otherwise(otherwise)
            .with_cells(first_cell, merged)
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
        let own = self.schema.revision().and_then(|column| row.cell_of(column));
        let of_row = own.and_then(|cell| cell.trim().parse::<u64>().ok());
        match (of_row, stored.revision(), base) {
            (Some(of_row), Some(of_stored), _) if of_row == of_stored => Trust::Stored,
            (Some(of_row), _, Some(base)) if base.revision().is_none_or(|revision| revision == of_row) => Trust::Base,
            (None, _, Some(_)) => Trust::Base,
            (Some(of_row), Some(of_stored), _) if of_row < of_stored => Trust::Nothing,
            _ => Trust::Unknown,
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

    /// A cell of a row, in its stored form.
    pub fn value<'r>(&self, row: &Row<'r>, column: usize) -> Option<Cow<'r, str>> {
        Some(typed(self.schema.column(column)?, row.cell_of(column)?, self.options))
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
