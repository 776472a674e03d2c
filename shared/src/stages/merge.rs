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
mod kept;
mod merged;
mod outcome;
mod sides;
mod taken;

use crate::options::{Create, Key};
use crate::stages::rows::{Row, Rows};
pub use accident::{Accident, AccidentKind, Moved};
use cells::Cells;
use claims::Claims;
use guesses::Guesses;
pub use kept::KeptBlanks;
pub use merged::{CellState, MergedCell, MergedRow, RowState};
pub use outcome::{Candidate, Merge, Taken};
pub use sides::Sides;
use sides::Trust;
use std::borrow::Cow;

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
        if !cells.kept.is_empty() {
            merge.kept.take(position, &mut cells.kept);
        }
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

impl Sides<'_> {
    /// A damaged row changes nothing, but its person isn't absent if its key can be read.
    fn claim_only(&self, row: &Row<'_>, claims: &mut Claims) -> MergedRow {
        let person = self.key_of(row).and_then(|key| self.find(&key));
        if let Some(person) = person {
            claims.person(person);
        }
        MergedRow::about(RowState::Damaged, person)
    }

    fn merge_row(
        &self,
        row: &Row<'_>,
        cells: &mut Cells<'_>,
        merged: &mut Vec<MergedCell>,
        claims: &mut Claims,
    ) -> MergedRow {
        let Some(key) = self.key_of(row) else {
            // A row that says nothing in any column that is read is as good as left out.
            return MergedRow::of(if row.says_nothing() { RowState::LeftOut } else { RowState::KeyMissing });
        };
        let first_cell = merged.len();
        let Some(person) = self.find(&key) else {
            // A total or a footer creates nobody, and is nobody's second row.
            let key_column = self.key_column().and_then(|column| row.file_column_of(column));
            let is_address = key.contains('@') && !key.contains(char::is_whitespace);
            let chosen = self.options.new_people.contains(key.as_ref());
            if !is_address && !chosen && row.no_person(key_column).is_some() {
                return MergedRow::of(RowState::NotFound);
            }
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
            base.find(self.options.key, key).or_else(|| self.renamed_from(key).and_then(|old| base.find_username(old)))
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
}
