//! What rows are merged with, and what can be asked of it: whom a key means, and what speaks for an edit.

use crate::directory::{Directory, Person};
use crate::memory::Memory;
use crate::options::{Blanks, Key, Options, Side};
use crate::schema::{Column, Kind, Schema};
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
    /// Who had which Username before.
    pub(crate) memory: &'a Memory,
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

    /// The person whom a key means: whoever had it when the file's extract was taken, or has it now, or had it before.
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        let now = || self.directory.find(self.options.key, key);
        if self.options.key != Key::Username {
            return now();
        }
        let since = self.base.and_then(|base| self.memory.renamed_since(key, base, self.directory));
        since
            .or_else(now)
            .or_else(|| self.renamed_from(key).and_then(|old| self.directory.find_username(old)))
            .or_else(|| self.memory.who_had(key, self.base, self.directory))
    }

    /// Whether a cell only calls a person by a Username that was hers before and is nobody's now. Where rows are known by
    /// their `EmployeeId`, a Username is a value like any other.
    pub(super) fn is_former_name(&self, column: &Column, file: &str, now: &str) -> bool {
        let names = match column.kind {
            Kind::Username => self.options.key == Key::Username && self.renamed_from(file).is_none(),
            Kind::Reference => true,
            _ => false,
        };
        names && self.memory.are_one(file, now) && self.directory.find_username(file).is_none()
    }

    /// The stored Username that the admin said a new one replaces.
    pub(super) fn renamed_from(&self, key: &str) -> Option<&'a str> {
        (self.options.key == Key::Username).then(|| self.options.renames.get(key).map(String::as_str)).flatten()
    }

    /// The revision at which a row says that its person last changed.
    pub(crate) fn revision_of(&self, row: &Row<'_>) -> Option<u64> {
        row.cell_of(self.schema.revision()?)?.trim().parse().ok()
    }

    pub(super) fn trust(&self, row: &Row<'_>, stored: &Person<'_>, base: Option<&Person<'_>>) -> Trust {
        match (self.revision_of(row), stored.revision(), base) {
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
