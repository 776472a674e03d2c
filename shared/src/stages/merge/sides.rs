//! What rows are merged with, and what can be asked of it: whom a key means, and what speaks for an edit.

use crate::directory::{Directory, Person};
use crate::options::{Blanks, Key, Options, Side};
use crate::schema::{Column, Schema};
use crate::stages::merge::merged::CellState;
use crate::stages::rows::{Row, typed};
use crate::values::key::{hash, is_plain};
use std::borrow::Cow;

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

impl<'a> Sides<'a> {
    pub(super) fn key_column(&self) -> Option<usize> {
        self.schema.key(self.options.key)
    }

    /// The cell that says which person a row is about.
    pub(super) fn key_of<'r>(&self, row: &Row<'r>) -> Option<Cow<'r, str>> {
        let column = self.key_column()?;
        match row.cell_of(column)? {
            Cow::Borrowed(cell) if is_plain(cell) => Some(Cow::Borrowed(cell)),
            cell => Some(typed(self.schema.column(column)?, cell, self.options)),
        }
        .filter(|key| !key.is_empty())
    }

    /// The hash of a row's key, if that is its own comparison form.
    pub(super) fn plain_key_hash(&self, row: &Row<'_>) -> Option<u64> {
        match row.cell_of(self.key_column()?)? {
            Cow::Borrowed(cell) if is_plain(cell) && !cell.is_empty() => Some(hash(cell)),
            _ => None,
        }
    }

    pub(super) fn find(&self, key: &str) -> Option<usize> {
        find_in(self.directory, self.options.key, key)
            .or_else(|| self.renamed_from(key).and_then(|old| self.directory.find_username(old)))
    }

    /// The stored Username that the admin said a new one replaces.
    pub(super) fn renamed_from(&self, key: &str) -> Option<&'a str> {
        (self.options.key == Key::Username).then(|| self.options.renames.get(key).map(String::as_str)).flatten()
    }

    pub(super) fn trust(&self, row: &Row<'_>, stored: &Person<'_>, base: Option<&Person<'_>>) -> Trust {
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

    pub(super) fn decided(&self, username: &str, header: &str) -> CellState {
        match self.options.conflicts.side(username, header) {
            Some(Side::Yours) => CellState::Yours,
            Some(Side::Theirs) => CellState::Theirs,
            None => CellState::Conflict,
        }
    }

    /// Whether an empty cell leaves the stored value. A required one is never cleared; `required-blank` says so.
    pub(super) fn keeps(&self, column: &Column, value: &str) -> bool {
        value.is_empty() && (column.required || self.options.blanks_in(&column.header) == Blanks::Keep)
    }

    /// A cell of a row, in its stored form.
    pub fn value<'r>(&self, row: &Row<'r>, column: usize) -> Option<Cow<'r, str>> {
        Some(typed(self.schema.column(column)?, row.cell_of(column)?, self.options))
    }
}

/// What a row can be compared with to tell an edit from a stale cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Its Revision is the stored one: nobody changed the person since the extract.
    Stored,
    /// The base holds the person as the file's extract had her.
    Base,
    /// The person changed since the extract, and the extract isn't at hand.
    Nothing,
    /// Neither a base nor a Revision.
    Unknown,
}

pub(super) fn find_in(directory: &Directory, key: Key, value: &str) -> Option<usize> {
    match key {
        Key::Username => directory.find_username(value),
        Key::EmployeeId => directory.find_employee_id(value),
    }
}
