//! Stage 5: records → rows: cells, typed only where something asks for them.
//!
//! A row is a record with the admin's edits laid over it. The upload's own bytes are never rewritten.

mod no_person;

use crate::csv::{Field, fields_of};
use crate::edits::Edits;
use crate::options::Options;
use crate::schema::{Column, Kind, Schema};
use crate::stages::bytes::Bytes;
use crate::stages::columns::Columns;
use crate::stages::dialect::Dialect;
use crate::stages::records::{Records, Span};
use crate::values::{date, formula, guard, key, list, text};
use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;

/// How many of a record's first cells are found without splitting all of it.
const FIRST_CELLS: usize = 12;
/// How many bytes a stored day has.
const STORED_DAY: usize = 10;
/// How many further cells are found so before the record is split and the places of all its cells are kept.
const ASKED_BEFORE_SPLITTING: u8 = 2;

/// The rows of a file.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    bytes: &'a Bytes,
    dialect: &'a Dialect,
    records: &'a Records,
    columns: &'a Columns,
    edits: &'a Edits,
}

/// How the records of a file are written.
#[derive(Debug)]
pub(crate) struct Layout<'a> {
    columns: &'a Columns,
    delimiter: u8,
}

impl Layout<'_> {
    /// Where a column of the schema stands.
    pub(crate) fn file_column_of(&self, column: usize) -> Option<usize> {
        self.columns.file_column_of(column)
    }

    /// What separates cells.
    pub(crate) fn delimiter(&self) -> u8 {
        self.delimiter
    }
}

/// One row, split once, when more than its first cells are asked for.
#[derive(Debug)]
pub struct Row<'a> {
    /// Its position in the file, counted from 0 without the header.
    pub position: usize,
    /// The physical line on which it begins.
    pub line: u32,
    record: &'a str,
    delimiter: u8,
    fields: OnceCell<Vec<Field>>,
    /// How many cells were asked for before the record was split.
    asked: Cell<u8>,
    records: &'a Records,
    columns: &'a Columns,
    edits: &'a Edits,
}

/// Lays the edits over the records. This is where a file's rows are read from.
pub fn rows_from_records<'a>(
    bytes: &'a Bytes,
    dialect: &'a Dialect,
    records: &'a Records,
    columns: &'a Columns,
    edits: &'a Edits,
) -> Rows<'a> {
    Rows { bytes, dialect, records, columns, edits }
}

impl<'a> Rows<'a> {
    /// How many rows the file has, those that are left out included.
    pub fn len(&self) -> usize {
        self.records.rows.len()
    }

    /// Whether the file has no rows.
    pub fn is_empty(&self) -> bool {
        self.records.rows.is_empty()
    }

    /// Whether the admin left a row out.
    pub fn is_left_out(&self, row: usize) -> bool {
        self.edits.is_left_out(row)
    }

    /// How the records are written: the columns in their order, and the separator.
    pub(crate) fn layout(&self) -> Layout<'a> {
        Layout { columns: self.columns, delimiter: self.dialect.delimiter }
    }

    /// Whether equal records mean equal values: every column is read, as the same one, and separated alike.
    pub(crate) fn laid_out_as(&self, other: &Layout<'_>) -> bool {
        let read = |columns: &Columns| {
            let column = |position| columns.schema_column_of(position);
            (0..columns.cells.len()).map(column).collect::<Option<Vec<usize>>>()
        };
        let own = read(self.columns);
        self.dialect.delimiter == other.delimiter && own.is_some() && own == read(other.columns)
    }

    /// The rows that the strict reading refused.
    pub(crate) fn damaged(&self) -> BTreeSet<usize> {
        self.records.defects.iter().filter_map(|defect| defect.row).collect()
    }

    /// The text of a record.
    pub(crate) fn record(&self, position: usize) -> Option<&'a str> {
        Some(self.records.rows.get(position)?.of(&self.bytes.text))
    }

    /// One row.
    pub fn row(&self, position: usize) -> Option<Row<'a>> {
        let span: Span = *self.records.rows.get(position)?;
        let record = span.of(&self.bytes.text);
        Some(Row {
            position,
            line: span.line,
            record,
            delimiter: self.dialect.delimiter,
            fields: OnceCell::new(),
            asked: Cell::new(0),
            records: self.records,
            columns: self.columns,
            edits: self.edits,
        })
    }

    /// What separates its cells.
    pub(crate) fn delimiter(&self) -> u8 {
        self.dialect.delimiter
    }

    /// Where a column of the schema stands.
    pub(crate) fn file_column_of(&self, column: usize) -> Option<usize> {
        self.columns.file_column_of(column)
    }

    /// Whether a column of the file says who a row is about, or holds values that nobody else may have.
    pub(crate) fn holds_key(&self, schema: &Schema, file_column: usize) -> bool {
        let column = self.columns.schema_column_of(file_column).and_then(|index| schema.column(index));
        column.is_none_or(|column| column.unique || column.system)
    }

    /// Every row that is not left out, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = Row<'a>> {
        let rows = *self;
        (0..rows.len()).filter(move |row| !rows.is_left_out(*row)).filter_map(move |row| rows.row(row))
    }
}

impl<'a> Row<'a> {
    /// A cell's text by its column in the file; `None` where the row ends before it, or it keeps the stored
    /// value.
    ///
    /// An edit past a short row's end lengthens the row: the cells before it are then empty, as they are in the
    /// corrected file, and no longer missing.
    pub fn cell(&self, file_column: usize) -> Option<Cow<'a, str>> {
        if let Some(edited) = self.edits.cell(self.position, file_column) {
            return Some(Cow::Borrowed(edited));
        }
        if self.edits.is_kept(self.position, file_column) || self.is_covered(file_column) {
            return None;
        }
        let lengthened = || self.is_edited_past(file_column).then_some(Cow::Borrowed(""));
        self.own_cell(file_column).or_else(lengthened)
    }

    /// Where a column of the schema stands.
    pub(crate) fn file_column_of(&self, column: usize) -> Option<usize> {
        self.columns.file_column_of(column)
    }

    /// Whether a cell lies under another one of its sheet: it is missing, whatever it holds.
    pub(crate) fn is_covered(&self, file_column: usize) -> bool {
        self.records.covers(self.position, file_column)
    }

    /// Whether no column that is read holds text here.
    pub(crate) fn says_nothing(&self) -> bool {
        let mut read = self.columns.cells.iter().enumerate().filter(|(_, cell)| cell.target.is_kept());
        read.all(|(column, _)| self.cell(column).is_none_or(|text| text.trim().is_empty()))
    }

    /// A cell's text as the file has it, whatever the admin edited.
    pub(crate) fn own_cell(&self, file_column: usize) -> Option<Cow<'a, str>> {
        self.field(file_column)?.decoded(self.record)
    }

    fn is_edited_past(&self, file_column: usize) -> bool {
        let further = self.columns.cells.iter().enumerate().skip(file_column + 1);
        let edited = |column| self.edits.cell(self.position, column).is_some();
        self.edits.touches(self.position)
            && further.into_iter().any(|(column, cell)| cell.target.is_kept() && edited(column))
    }

    /// The text of one of its fields.
    pub(crate) fn text_of(&self, field: Field) -> Option<Cow<'a, str>> {
        field.decoded(self.record)
    }

    /// The record's text, whatever the admin edited.
    pub(crate) fn own_record(&self) -> &'a str {
        self.record
    }

    /// The record's text where no edit lies over any of its cells.
    pub(crate) fn untouched_record(&self) -> Option<&'a str> {
        let covered = !self.records.covered.is_empty() && !self.records.covered_in(self.position).is_empty();
        (!covered && !self.edits.touches(self.position)).then_some(self.record)
    }

    fn field(&self, file_column: usize) -> Option<Field> {
        let is_last = file_column + 1 == self.records.width
            && self.fields.get().is_none()
            && self.records.end_with_the_last_name();
        if let Some(last) = is_last.then(|| self.last_field()).flatten() {
            return Some(last);
        }
        let asked = self.asked.get();
        if (file_column < FIRST_CELLS || asked < ASKED_BEFORE_SPLITTING) && self.fields.get().is_none() {
            self.asked.set(asked.saturating_add(1));
            return fields_of(self.record.as_bytes(), self.delimiter).nth(file_column);
        }
        let split = || {
            let mut fields = Vec::with_capacity(self.columns.cells.len());
            fields.extend(fields_of(self.record.as_bytes(), self.delimiter));
            fields
        };
        self.fields.get_or_init(split).get(file_column).copied()
    }

    /// The last cell, found from the record's end where that is sure: with nothing but digits behind it, the last
    /// separator stands outside quotes.
    fn last_field(&self) -> Option<Field> {
        let record = self.record.as_bytes();
        let start = memchr::memrchr(self.delimiter, record)? + 1;
        let tail = record.get(start..)?;
        let sure = !tail.is_empty() && tail.iter().all(u8::is_ascii_digit) && !self.records.is_short(self.position);
        sure.then_some(Field { start, end: record.len(), quoted: false })
    }

    /// A cell's text by its column in the schema; `None` where the file or the row lacks it.
    pub fn cell_of(&self, schema_column: usize) -> Option<Cow<'a, str>> {
        self.cell(self.columns.file_column_of(schema_column)?)
    }
}

/// What a cell says, in the form in which it would be stored. A value that its column doesn't accept stays as it was
/// typed; the rules name it.
pub fn value_from_cell<'a>(column: &Column, cell: &'a str, options: &Options) -> Cow<'a, str> {
    let value = match text::normalise(cell) {
        // A guarded text begins with an apostrophe, so that this one was a formula.
        value if value.starts_with('=') => match formula::text_of(&value) {
            Some(text) => Cow::Owned(text::normalise(&text).into_owned()),
            None => value,
        },
        // Only what begins with an apostrophe can be guarded, and may have space behind the guard.
        Cow::Borrowed(value) if !value.starts_with('\'') => Cow::Borrowed(value),
        Cow::Borrowed(value) => text::normalise(guard::unguard(value)),
        Cow::Owned(value) => Cow::Owned(text::normalise(guard::unguard(&value)).into_owned()),
    };
    if value.is_empty() {
        return value;
    }
    match &column.kind {
        Kind::Choice { options: words, .. } if !words.iter().any(|word| *word == *value) => {
            match words.iter().find(|word| key::comparison_form(word) == key::comparison_form(&value)) {
                Some(word) => Cow::Owned(word.clone()),
                None => value,
            }
        }
        Kind::Boolean if value.eq_ignore_ascii_case("true") => Cow::Borrowed("True"),
        Kind::Boolean if value.eq_ignore_ascii_case("false") => Cow::Borrowed("False"),
        Kind::Date { yearless } => date::parse(&value, options.dates, *yearless).map_or(value, Cow::Owned),
        Kind::List { .. } if value.contains(['|', '\\']) => {
            let canonical = list::encode(&list::decode(&value));
            if canonical == *value { value } else { Cow::Owned(canonical) }
        }
        _ => value,
    }
}

/// Whether a cell may be read as another text than it shows: a day in another notation than `YYYY-MM-DD`, or a text that
/// an exporter wrote as a formula.
pub fn is_reread(column: &Column, cell: &str) -> bool {
    let plain_day = || cell.len() == STORED_DAY && cell.as_bytes().get(4) == Some(&b'-');
    cell.trim_start().starts_with('=') || matches!(column.kind, Kind::Date { .. }) && !cell.is_empty() && !plain_day()
}

/// Like [`value_from_cell`], for a cell that may have been put together.
pub fn typed<'a>(column: &Column, cell: Cow<'a, str>, options: &Options) -> Cow<'a, str> {
    match cell {
        Cow::Borrowed(cell) => value_from_cell(column, cell, options),
        Cow::Owned(cell) => Cow::Owned(value_from_cell(column, &cell, options).into_owned()),
    }
}

/// Whether two stored values of a column mean the same.
pub fn same_value(column: &Column, one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    match &column.kind {
        Kind::Username | Kind::Reference => key::comparison_form(one) == key::comparison_form(other),
        Kind::Choice { empty: Some(empty), .. } => {
            let filled = |value: &str| -> bool { value.is_empty() || value == empty };
            filled(one) && filled(other)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{same_value, value_from_cell};
    use crate::options::Options;
    use crate::schema::Schema;

    #[test]
    fn values_take_their_stored_form() {
        let schema = Schema::standard();
        let options = Options::default();
        for (header, cell, stored) in [
            ("AccountState", " disabled ", "DISABLED"),
            ("AllowManageRelationships", "TRUE", "True"),
            ("OfficialLocation", " HQ | HQ |Main\\|HQ", "HQ|Main\\|HQ"),
            ("FirstName", "'=cmd", "=cmd"),
            ("FirstName", "'t Hooft", "'t Hooft"),
            ("Joined", "sometime", "sometime"),
        ] {
            let column =
                schema.index_of(header).and_then(|index| schema.column(index)).expect("a column of the schema");
            assert_eq!(value_from_cell(column, cell, &options), stored, "{header}");
        }
    }

    #[test]
    fn an_empty_choice_means_its_default() {
        let schema = Schema::standard();
        let column =
            schema.index_of("AccountState").and_then(|index| schema.column(index)).expect("a column of the schema");
        assert!(same_value(column, "", "ACTIVE"));
        assert!(!same_value(column, "", "DISABLED"));
    }
}
