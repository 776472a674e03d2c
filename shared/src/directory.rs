//! The directory as the engine sees it: an extract, indexed.
//!
//! A directory is read from CSV bytes like any other file, so a server, a browser and a command line that hold the same
//! extract plan the same changes. The extract that a base revision left behind is a directory too.

use crate::finding::Finding;
use crate::options::Options;
use crate::schema::Schema;
use crate::stages::findings::reading_findings;
use crate::stages::fixes::Edits;
use crate::stages::rows::{Layout, Row, Rows, value_from_cell};
use crate::table::Table;
use crate::values::key::comparison_form;
use hashbrown::HashTable;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::sync::{Arc, OnceLock};

/// All people, at one revision.
#[derive(Debug)]
pub struct Directory {
    schema: Arc<Schema>,
    revision: u64,
    table: Table,
    edits: Edits,
    by_username: HashTable<usize>,
    by_employee_id: HashTable<usize>,
    known_values: OnceLock<Vec<BTreeSet<String>>>,
}

/// One person of a directory, her record split once.
#[derive(Debug)]
pub struct Person<'a> {
    /// Her position in the directory, counted from 0.
    pub position: usize,
    row: Row<'a>,
    schema: &'a Schema,
}

impl Person<'_> {
    /// Her stored value in a column of the schema; empty where there is none.
    pub fn value(&self, column: usize) -> Cow<'_, str> {
        let (Some(kind), Some(cell)) = (self.schema.column(column), self.row.cell_of(column)) else {
            return Cow::Borrowed("");
        };
        match cell {
            Cow::Borrowed(cell) => value_from_cell(kind, cell, STORED),
            Cow::Owned(cell) => Cow::Owned(value_from_cell(kind, &cell, STORED).into_owned()),
        }
    }

    /// Her Username as stored.
    pub fn username(&self) -> Cow<'_, str> {
        self.value(self.schema.username())
    }

    /// The revision at which she last changed, where the extract says.
    pub fn revision(&self) -> Option<u64> {
        self.value(self.schema.revision()?).parse().ok()
    }

    /// Her cell as the extract has it, for comparing without reading.
    pub(crate) fn cell(&self, column: usize) -> Option<Cow<'_, str>> {
        self.row.cell_of(column)
    }
}

/// Stored values are read with no choices of an admin's.
static STORED: &Options = &Options::NONE;

impl Directory {
    /// A directory without anybody.
    pub fn empty(schema: Arc<Schema>, revision: u64) -> Self {
        let headers: Vec<&str> = schema.columns.iter().map(|column| column.header.as_str()).collect();
        let bytes = format!("{}\n", headers.join(",")).into_bytes();
        Self::index(schema, Table::read(bytes, &Schema::standard(), STORED), revision)
    }

    /// Reads a directory from an extract. The findings say why it can't be one: it is damaged, lacks its usernames, or
    /// has one twice.
    pub fn from_extract(schema: Arc<Schema>, extract: Vec<u8>, revision: u64) -> Result<Self, Vec<Finding>> {
        let table = Table::read(extract, &schema, STORED);
        let findings = reading_findings(&table);
        if findings.iter().any(|finding| finding.severity == crate::finding::Severity::Error) {
            return Err(findings);
        }
        Ok(Self::index(schema, table, revision))
    }

    fn index(schema: Arc<Schema>, table: Table, revision: u64) -> Self {
        let mut directory = Self {
            schema,
            revision,
            table,
            edits: Edits::default(),
            by_username: HashTable::new(),
            by_employee_id: HashTable::new(),
            known_values: OnceLock::new(),
        };
        let username = directory.schema.username();
        directory.by_username =
            directory.index_of(|person| Some(comparison_form(&person.value(username)).into_owned()));
        if let Some(employee_id) = directory.schema.employee_id() {
            directory.by_employee_id = directory.index_of(|person| Some(person.value(employee_id).into_owned()));
        }
        directory
    }

    fn index_of(&self, key: impl Fn(&Person<'_>) -> Option<String>) -> HashTable<usize> {
        let mut table = HashTable::with_capacity(self.people());
        let hash_of =
            |position: &usize| hash(&self.person(*position).and_then(|person| key(&person)).unwrap_or_default());
        for position in 0..self.people() {
            let Some(value) = self.person(position).and_then(|person| key(&person)).filter(|value| !value.is_empty())
            else {
                continue;
            };
            table.insert_unique(hash(&value), position, hash_of);
        }
        table
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
        let form = comparison_form(username);
        let column = self.schema.username();
        let is = |position: &usize| {
            self.person(*position).is_some_and(|person| comparison_form(&person.value(column)) == form)
        };
        self.by_username.find(hash(&form), is).copied()
    }

    /// The person with an `EmployeeId`, to the letter.
    pub fn find_employee_id(&self, employee_id: &str) -> Option<usize> {
        let column = self.schema.employee_id()?;
        let is = |position: &usize| self.person(*position).is_some_and(|person| person.value(column) == employee_id);
        self.by_employee_id.find(hash(employee_id), is).copied()
    }

    /// Whether anybody's list in a column holds a value.
    pub fn knows_value(&self, column: usize, value: &str) -> bool {
        self.known_values(column).is_some_and(|values| values.contains(value))
    }

    /// Every value that anybody's list in a column holds, sorted.
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

    /// How its records are written.
    pub(crate) fn layout(&self) -> Layout<'_> {
        self.rows().layout()
    }

    /// A person's record, to the byte.
    pub(crate) fn record(&self, position: usize) -> Option<&str> {
        self.rows().record(position)
    }

    fn rows(&self) -> Rows<'_> {
        self.table.rows(&self.edits)
    }
}

fn hash(key: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one(key)
}
