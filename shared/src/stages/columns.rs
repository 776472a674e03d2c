//! Stage 4: header cells → columns of the schema.
//!
//! Case, outer space, byte order marks, no-break spaces, zero-width characters and the schema's aliases are forgiven,
//! and said. A name that the schema doesn't know stays unmatched: nothing is dropped in silence.

use crate::csv::{Field, split_record};
use crate::edits::Edits;
use crate::limits::{MOST_COMPARED_LENGTH, MOST_GUESSED_HEADERS};
use crate::options::Options;
use crate::schema::Schema;
use crate::schema::headers::KnownHeaders;
use crate::stages::bytes::Bytes;
use crate::stages::dialect::Dialect;
use crate::stages::records::{Exceeded, Records};
use crate::values::nearest;

/// How far a name may be from a known one to be suggested for it: the share of letters that agree.
const SUGGESTED_FROM: f64 = 0.72;
/// The longest header cell, in bytes, that may be a known name with something round it.
const LONGEST_NAME: usize = 8 * MOST_COMPARED_LENGTH;

/// The file's header, matched to the schema.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// The header cells, in the order of the file.
    pub cells: Vec<HeaderCell>,
    /// For each column of the schema, the column of the file that holds it.
    pub file_column: Vec<Option<usize>>,
    /// The header's physical line.
    pub line: u32,
    /// The header of the key that the admin chose, where the file lacks that column.
    pub key_missing: Option<String>,
    /// Where column names were found further down, if the first line holds none.
    pub header_below: Option<u32>,
    /// The names that the schema's columns have.
    pub expected: Vec<String>,
    /// Of what the file has more than is read; then nothing of it is.
    pub exceeds: Option<Exceeded>,
}

/// One cell of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderCell {
    /// Its text, as the file has it.
    pub text: String,
    /// What it was matched to.
    pub target: Target,
}

/// What columns of passwords are called.
const PASSWORDS: [&str; 12] = [
    "password",
    "passwd",
    "passwort",
    "kennwort",
    "motdepasse",
    "contraseña",
    "senha",
    "wachtwoord",
    "parola",
    "pwd",
    "passphrase",
    "пароль",
];

impl HeaderCell {
    /// Whether it names passwords.
    pub fn names_passwords(&self) -> bool {
        let letters = self.text.chars().filter(|letter| letter.is_alphabetic());
        let plain: String = letters.flat_map(char::to_lowercase).collect();
        plain == "pin" || PASSWORDS.iter().any(|name| plain.contains(name))
    }
}

/// What a header cell was matched to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A column of the schema.
    Column {
        /// Its position in the schema.
        index: usize,
        /// Whether it is spelt otherwise than the schema's own name.
        forgiven: bool,
    },
    /// A column of the schema that an earlier header cell names already.
    Duplicate {
        /// Its position in the schema.
        index: usize,
        /// The earlier column of the file.
        of: usize,
    },
    /// No column of the schema.
    Unknown {
        /// The name that it resembles most.
        nearest: Option<String>,
    },
    /// Left out by the admin's choice.
    Ignored,
    /// No name. What stands below it, if anything does, is read nowhere.
    Empty,
}

impl Target {
    /// Whether the column stands in the corrected file.
    pub fn is_kept(&self) -> bool {
        !matches!(self, Self::Ignored | Self::Empty)
    }
}

/// Matches the header to the schema.
pub fn columns_from_records(
    bytes: &Bytes,
    dialect: &Dialect,
    records: &Records,
    schema: &Schema,
    options: &Options,
    edits: &Edits,
) -> Columns {
    let known = KnownHeaders::of(schema);
    let mut columns = Columns {
        file_column: vec![None; schema.columns.len()],
        line: records.header.map_or(0, |span| span.line),
        header_below: dialect.header_below,
        expected: schema.columns.iter().map(|column| column.header.clone()).collect(),
        exceeds: records.exceeds,
        ..Columns::default()
    };
    let header = records.header.map(|span| span.of(&bytes.text)).unwrap_or_default();
    let mut fields: Vec<Field> = Vec::new();
    split_record(header.as_bytes(), dialect.delimiter, &mut fields);
    // On a sheet, the header may end before its columns do.
    let count = records.width + records.nameless_after;
    for position in 0..count {
        let text = fields.get(position).and_then(|field| field.decoded(header)).unwrap_or_default().into_owned();
        let target = if edits.is_column_left_out(position) {
            Target::Ignored
        } else {
            columns.target(position, &text, &known, schema, options)
        };
        columns.cells.push(HeaderCell { text, target });
    }
    columns.guess(schema);
    let key = schema.key(options.key);
    if key.is_none_or(|key| columns.file_column_of(key).is_none()) {
        columns.key_missing = Some(schema.key_header(options.key).to_owned());
    }
    columns
}

impl Columns {
    /// The column of the file that holds a column of the schema.
    pub fn file_column_of(&self, schema_column: usize) -> Option<usize> {
        self.file_column.get(schema_column).copied().flatten()
    }

    /// The column of the schema that a column of the file holds.
    pub fn schema_column_of(&self, file_column: usize) -> Option<usize> {
        match self.cells.get(file_column)?.target {
            Target::Column { index, .. } => Some(index),
            _ => None,
        }
    }

    /// How many columns were recognised.
    pub fn recognised(&self) -> usize {
        self.file_column.iter().flatten().count()
    }

    fn target(
        &mut self,
        position: usize,
        text: &str,
        known: &KnownHeaders,
        schema: &Schema,
        options: &Options,
    ) -> Target {
        if options.ignored_columns.contains(text) {
            return Target::Ignored;
        }
        let read_as = options.read_as.get(text).and_then(|header| schema.index_of(header));
        if read_as.is_none() && text.trim().is_empty() {
            return Target::Empty;
        }
        let Some(index) = read_as.or_else(|| known.find(text)) else {
            return Target::Unknown { nearest: None };
        };
        if let Some(of) = self.file_column_of(index) {
            return Target::Duplicate { index, of };
        }
        if let Some(slot) = self.file_column.get_mut(index) {
            *slot = Some(position);
        }
        Target::Column { index, forgiven: schema.header_of(index) != text }
    }

    /// Looks for what the names that the schema doesn't know most likely mean: a column that the file has already is none.
    fn guess(&mut self, schema: &Schema) {
        let squeezed = |name: &str| -> String {
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let free = schema.columns.iter().zip(&self.file_column).filter(|(_, taken)| taken.is_none());
        let names: Vec<(String, &str)> = free
            .flat_map(|(column, _)| {
                let names = std::iter::once(&column.header).chain(&column.aliases);
                names.map(|name| (squeezed(name), column.header.as_str()))
            })
            .collect();
        let unknown = self.cells.iter_mut().filter_map(|cell| match &mut cell.target {
            Target::Unknown { nearest } => Some((&cell.text, nearest)),
            _ => None,
        });
        for (text, nearest) in unknown.take(MOST_GUESSED_HEADERS).filter(|(text, _)| text.len() <= LONGEST_NAME) {
            let known = names.iter().map(|(name, header)| (name, *header));
            *nearest = nearest::nearest(&squeezed(text), known, SUGGESTED_FROM).map(str::to_owned);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Target, columns_from_records};
    use crate::options::Options;
    use crate::schema::Schema;
    use crate::stages::{bytes::bytes_from_upload, dialect::dialect_from_bytes, records::records_from_bytes};

    fn targets(header: &str) -> Vec<Target> {
        let schema = Schema::standard();
        let bytes = bytes_from_upload(header.as_bytes().to_vec(), None);
        let dialect = dialect_from_bytes(&bytes, Some(&schema));
        let records = records_from_bytes(&bytes, &dialect);
        let columns = columns_from_records(
            &bytes,
            &dialect,
            &records,
            &schema,
            &Options::default(),
            &crate::edits::Edits::default(),
        );
        columns.cells.into_iter().map(|cell| cell.target).collect()
    }

    #[test]
    fn spelling_is_forgiven_and_strangers_are_not() {
        assert_eq!(
            targets("username,\u{a0}Org\u{200b},Location,Pasword,JobTitel"),
            [
                Target::Column { index: 0, forgiven: true },
                Target::Column { index: 8, forgiven: true },
                Target::Duplicate { index: 8, of: 1 },
                Target::Unknown { nearest: None },
                Target::Unknown { nearest: Some("PrimaryRoleName".to_owned()) },
            ]
        );
    }
}
