//! Stage 5: records → rows: cells, typed only where something asks for them.
//!
//! A row is a record with the admin's edits laid over it. The upload's own bytes are never rewritten.

use crate::options::Options;
use crate::schema::{Column, Kind};
use crate::stages::bytes::Bytes;
use crate::stages::columns::Columns;
use crate::stages::dialect::Dialect;
use crate::stages::fixes::Edits;
use crate::stages::records::{Records, Span};
use crate::values::{date, guard, key, list, text};
use std::borrow::Cow;

/// Where one cell lies within its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its first byte, the opening quote included.
    pub start: usize,
    /// The byte after its last, the closing quote included.
    pub end: usize,
    /// Whether it is quoted.
    pub quoted: bool,
}

/// Splits a record, which the strict reading accepted, into its cells.
pub fn split_record(record: &[u8], delimiter: u8, fields: &mut Vec<Field>) {
    fields.clear();
    let mut start = 0;
    loop {
        let rest = record.get(start..).unwrap_or_default();
        let quoted = rest.first() == Some(&b'"');
        let length =
            if quoted { quoted_length(rest, delimiter) } else { memchr::memchr(delimiter, rest).unwrap_or(rest.len()) };
        fields.push(Field { start, end: start + length, quoted });
        if length >= rest.len() {
            return;
        }
        start += length + 1;
    }
}

fn quoted_length(rest: &[u8], delimiter: u8) -> usize {
    let mut at = 1;
    loop {
        let Some(found) = memchr::memchr(b'"', rest.get(at..).unwrap_or_default()) else { return rest.len() };
        let close = at + found;
        if rest.get(close + 1) == Some(&b'"') {
            at = close + 2;
            continue;
        }
        let tail = rest.get(close + 1..).unwrap_or_default();
        return close + 1 + memchr::memchr(delimiter, tail).unwrap_or(tail.len());
    }
}

impl Field {
    /// The cell's text without its quotes.
    pub fn decoded(self, record: &str) -> Option<Cow<'_, str>> {
        let raw = record.get(self.start..self.end)?;
        let Some(inner) = raw.strip_prefix('"').filter(|_| self.quoted) else { return Some(Cow::Borrowed(raw)) };
        let inner = inner.strip_suffix('"').unwrap_or(inner);
        if inner.contains("\"\"") { Some(Cow::Owned(inner.replace("\"\"", "\""))) } else { Some(Cow::Borrowed(inner)) }
    }
}

/// The rows of a file.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    bytes: &'a Bytes,
    dialect: &'a Dialect,
    records: &'a Records,
    columns: &'a Columns,
    edits: &'a Edits,
}

/// One row, split once.
#[derive(Debug)]
pub struct Row<'a> {
    /// Its position in the file, counted from 0 without the header.
    pub position: usize,
    /// The physical line on which it begins.
    pub line: u32,
    record: &'a str,
    fields: Vec<Field>,
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

    /// One row.
    pub fn row(&self, position: usize) -> Option<Row<'a>> {
        let span: Span = *self.records.rows.get(position)?;
        let record = span.of(&self.bytes.text);
        let mut fields = Vec::with_capacity(self.columns.cells.len());
        split_record(record.as_bytes(), self.dialect.delimiter, &mut fields);
        Some(Row { position, line: span.line, record, fields, columns: self.columns, edits: self.edits })
    }

    /// Every row that is not left out, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = Row<'a>> {
        let rows = *self;
        (0..rows.len()).filter(move |row| !rows.is_left_out(*row)).filter_map(move |row| rows.row(row))
    }
}

impl Row<'_> {
    /// A cell's text by its column in the file; `None` where the row ends before it.
    pub fn cell(&self, file_column: usize) -> Option<Cow<'_, str>> {
        if let Some(edited) = self.edits.cell(self.position, file_column) {
            return Some(Cow::Borrowed(edited));
        }
        self.fields.get(file_column)?.decoded(self.record)
    }

    /// A cell's text by its column in the schema; `None` where the file or the row lacks it.
    pub fn cell_of(&self, schema_column: usize) -> Option<Cow<'_, str>> {
        self.cell(self.columns.file_column_of(schema_column)?)
    }
}

/// What a cell says, in the form in which it would be stored. A value that its column doesn't accept stays as it was
/// typed; the rules name it.
pub fn value_from_cell<'a>(column: &Column, cell: &'a str, options: &Options) -> Cow<'a, str> {
    let value = match text::normalise(cell) {
        Cow::Borrowed(value) => text::normalise(guard::unguard(value)),
        Cow::Owned(value) => Cow::Owned(text::normalise(guard::unguard(&value)).into_owned()),
    };
    if value.is_empty() {
        return value;
    }
    match &column.kind {
        Kind::Choice { options: words, .. } => {
            match words.iter().find(|word| key::comparison_form(word) == key::comparison_form(&value)) {
                Some(word) => Cow::Owned(word.clone()),
                None => value,
            }
        }
        Kind::Boolean if value.eq_ignore_ascii_case("true") => Cow::Borrowed("True"),
        Kind::Boolean if value.eq_ignore_ascii_case("false") => Cow::Borrowed("False"),
        Kind::Date { yearless } => date::parse(&value, options.dates, *yearless).map_or(value, Cow::Owned),
        Kind::List { .. } => {
            let canonical = list::encode(&list::decode(&value));
            if canonical == *value { value } else { Cow::Owned(canonical) }
        }
        _ => value,
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
    use super::{same_value, split_record, value_from_cell};
    use crate::options::Options;
    use crate::schema::Schema;

    #[test]
    fn records_split_into_their_cells() {
        let record = r#"a,"b,""c""",,"""#;
        let mut fields = Vec::new();
        split_record(record.as_bytes(), b',', &mut fields);
        let cells: Vec<_> = fields.iter().filter_map(|field| field.decoded(record)).collect();
        assert_eq!(cells, ["a", "b,\"c\"", "", ""]);
    }

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
