//! The directory as the engine sees it: an extract, indexed.
//!
//! A directory is read from CSV bytes like any other file, so a server, a browser and a command line that hold the same
//! extract plan the same changes. The extract that a base revision left behind is a directory too.

mod key_index;

use crate::edits::Edits;
use crate::options::{Key, Options};
use crate::schema::{Kind, Schema};
use crate::stages::rows::{Layout, Row, Rows, typed};
use crate::table::Table;
use crate::values::key::{comparison_form, is_plain};
use key_index::KeyIndex;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// All people, at one revision.
#[derive(Debug)]
pub struct Directory {
    schema: Arc<Schema>,
    revision: u64,
    table: Table,
    edits: Edits,
    by_username: KeyIndex,
    /// Made when it is first asked for: most uploads name people by their Username.
    by_employee_id: OnceLock<KeyIndex>,
    known_values: OnceLock<Vec<BTreeSet<String>>>,
    /// By column, of lists of other values: few files ask for them.
    held_values: Vec<OnceLock<BTreeSet<String>>>,
}

/// One person of a directory, her record split once.
#[derive(Debug)]
pub struct Person<'a> {
    /// Her position in the directory, counted from 0.
    pub position: usize,
    row: Row<'a>,
    schema: &'a Schema,
}

impl<'a> Person<'a> {
    /// Her stored value in a column of the schema; empty where there is none.
    pub fn value(&self, column: usize) -> Cow<'a, str> {
        match (self.schema.column(column), self.row.cell_of(column)) {
            (Some(kind), Some(cell)) => typed(kind, cell, STORED),
            _ => Cow::Borrowed(""),
        }
    }

    /// What a column of the schema holds.
    pub(crate) fn kind(&self, column: usize) -> Option<&'a Kind> {
        self.schema.column(column).map(|column| &column.kind)
    }

    /// Her Username as stored.
    pub fn username(&self) -> Cow<'a, str> {
        self.value(self.schema.username())
    }

    /// The revision at which she last changed, where the extract says.
    pub fn revision(&self) -> Option<u64> {
        self.value(self.schema.revision()?).parse().ok()
    }

    /// Her record as the extract has it, for comparing without reading.
    pub(crate) fn row(&self) -> &Row<'a> {
        &self.row
    }
}

/// Stored values are read with no choices of an admin's.
pub(crate) static STORED: &Options = &Options::NONE;

impl Directory {
    /// A directory without anybody.
    pub fn empty(schema: Arc<Schema>, revision: u64) -> Self {
        let headers: Vec<&str> = schema.columns.iter().map(|column| column.header.as_str()).collect();
        let bytes = format!("{}\n", headers.join(",")).into_bytes();
        Self::index(schema, Table::read(bytes, &Schema::standard(), STORED), revision)
    }

    /// Indexes what was read.
    pub(crate) fn index(schema: Arc<Schema>, table: Table, revision: u64) -> Self {
        let mut directory = Self {
            held_values: schema.columns.iter().map(|_| OnceLock::new()).collect(),
            schema,
            revision,
            table,
            edits: Edits::default(),
            by_username: KeyIndex::default(),
            by_employee_id: OnceLock::new(),
            known_values: OnceLock::new(),
        };
        directory.by_username = directory.indexed_by(directory.schema.username());
        directory
    }

    /// The schema that its columns follow.
    pub fn schema(&self) -> &Arc<Schema> {
        &self.schema
    }

    /// Its revision.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// How many people it holds.
    pub fn people(&self) -> usize {
        self.rows().len()
    }

    /// One person.
    pub fn person(&self, position: usize) -> Option<Person<'_>> {
        Some(Person { position, row: self.rows().row(position)?, schema: &self.schema })
    }

    /// Everybody, in the extract's order.
    pub fn iter(&self) -> impl Iterator<Item = Person<'_>> {
        (0..self.people()).filter_map(|position| self.person(position))
    }

    /// Whether its extract holds a column of the schema.
    pub fn holds(&self, column: usize) -> bool {
        self.table.columns.file_column_of(column).is_some()
    }

    /// The person with a Username, whatever its case and Unicode form.
    pub fn find_username(&self, username: &str) -> Option<usize> {
        self.find_in(&self.by_username, self.schema.username(), username)
    }

    /// The person with an `EmployeeId`, to the letter.
    pub fn find_employee_id(&self, employee_id: &str) -> Option<usize> {
        self.find_in(self.employee_ids()?, self.schema.employee_id()?, employee_id)
    }

    /// The person whom a key means.
    pub fn find(&self, key: Key, value: &str) -> Option<usize> {
        match key {
            Key::Username => self.find_username(value),
            Key::EmployeeId => self.find_employee_id(value),
        }
    }

    /// Usernames that several of its people have: a directory that says so can't be trusted to say who is who.
    pub fn repeated_usernames(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.by_username.repeated.iter().filter_map(|position| Some(self.person(*position as usize)?.username()))
    }

    /// Whether anybody's list in a column holds a value.
    pub fn knows_value(&self, column: usize, value: &str) -> bool {
        self.known_values(column).is_some_and(|values| values.contains(value))
    }

    /// Whether anybody's list in a column holds a value, whatever kind of list it is.
    pub fn holds_value(&self, column: usize, value: &str) -> bool {
        if self.knows_value(column, value) {
            return true;
        }
        let others = |column: &crate::schema::Column| matches!(column.kind, Kind::List { known_values: false });
        let held = self.held_values.get(column).filter(|_| self.schema.column(column).is_some_and(others));
        held.is_some_and(|held| held.get_or_init(|| self.values_held_in(column)).contains(value))
    }

    fn values_held_in(&self, column: usize) -> BTreeSet<String> {
        self.iter().flat_map(|person| crate::values::list::decode(&person.value(column))).collect()
    }

    /// Every value that anybody's list in a column of known values holds, sorted.
    pub fn known_values(&self, column: usize) -> Option<&BTreeSet<String>> {
        self.known_values.get_or_init(|| self.collect_known_values()).get(column)
    }

    fn collect_known_values(&self) -> Vec<BTreeSet<String>> {
        let lists =
            |column: &crate::schema::Column| matches!(column.kind, crate::schema::Kind::List { known_values: true });
        let columns: Vec<bool> = self.schema.columns.iter().map(lists).collect();
        let mut values = vec![BTreeSet::new(); columns.len()];
        for person in self.iter() {
            for (column, _) in columns.iter().enumerate().filter(|(_, listed)| **listed) {
                let Some(known) = values.get_mut(column) else { continue };
                for value in crate::values::list::decode(&person.value(column)) {
                    if !known.contains(&value) {
                        known.insert(value);
                    }
                }
            }
        }
        values
    }

    /// A person whose key most likely has a hash, without reading any record.
    pub(crate) fn likely_person(&self, key: Key, hash: u64) -> Option<usize> {
        self.index_by(key)?.likely(hash)
    }

    /// Whether everybody has a key.
    pub(crate) fn knows_everybody_by(&self, key: Key) -> bool {
        self.index_by(key).is_some_and(|index| index.covers(self.people()))
    }

    /// The first byte of a person's record.
    pub(crate) fn first_byte(&self, position: usize) -> Option<u8> {
        self.record(position)?.as_bytes().first().copied()
    }

    fn index_by(&self, key: Key) -> Option<&KeyIndex> {
        match key {
            Key::Username => Some(&self.by_username),
            Key::EmployeeId => self.employee_ids(),
        }
    }

    fn employee_ids(&self) -> Option<&KeyIndex> {
        let column = self.schema.employee_id()?;
        Some(self.by_employee_id.get_or_init(|| self.indexed_by(column)))
    }

    fn indexed_by(&self, column: usize) -> KeyIndex {
        KeyIndex::of(self.people(), |position| self.key_form(column, position))
    }

    fn find_in(&self, index: &KeyIndex, column: usize, value: &str) -> Option<usize> {
        let form = self.compared(column, Cow::Borrowed(value));
        index.find(&form, |position| self.key_form(column, position))
    }

    /// A person's value of a key, in its form for comparing.
    fn key_form(&self, column: usize, position: u32) -> Option<Cow<'_, str>> {
        let person = self.person(position as usize)?;
        match person.row().cell_of(column) {
            Some(Cow::Borrowed(cell)) if is_plain(cell) => Some(Cow::Borrowed(cell)),
            _ => Some(self.compared(column, person.value(column))),
        }
    }

    /// Usernames are compared whatever their case and Unicode form, other keys to the letter.
    fn compared<'v>(&self, column: usize, value: Cow<'v, str>) -> Cow<'v, str> {
        if is_plain(&value) {
            return value;
        }
        let folds = self.schema.column(column).is_some_and(|column| column.kind == Kind::Username);
        match value {
            value if !folds => value,
            Cow::Borrowed(value) => comparison_form(value),
            Cow::Owned(value) => Cow::Owned(comparison_form(&value).into_owned()),
        }
    }

    /// How its records are written.
    pub(crate) fn layout(&self) -> Layout<'_> {
        self.rows().layout()
    }

    /// A person's record, to the byte.
    pub fn record(&self, position: usize) -> Option<&str> {
        self.rows().record(position)
    }

    fn rows(&self) -> Rows<'_> {
        self.table.rows(&self.edits)
    }
}
