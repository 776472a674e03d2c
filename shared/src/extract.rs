//! The way out: directory → extract.
//!
//! The spreadsheet form is UTF-8 with its mark and CRLF, the plain form without mark and with LF. Both guard formulas
//! ([`crate::values::guard`]), so both read back the same.
//!
//! ```
//! use shared::extract::{Extract, ExtractOptions, Form};
//! use shared::{Directory, Schema};
//! use std::sync::Arc;
//!
//! let schema = Arc::new(Schema::standard());
//! let mut person = vec![String::new(); schema.columns.len()];
//! person[schema.username()] = "ann@example.com".to_owned();
//! person[schema.index_of("WorkMobilePhone").expect("a column")] = "+1 555 0117".to_owned();
//!
//! let mut extract = Extract::new(&schema, &ExtractOptions { form: Form::Plain, ..ExtractOptions::default() });
//! extract.write_person(&person, 4);
//! let bytes = extract.into_bytes();
//! // A spreadsheet would take it for a sum; reading takes the guard off again.
//! assert!(String::from_utf8_lossy(&bytes).contains("'+1 555 0117"));
//! let directory = Directory::from_extract(schema.clone(), bytes, 4).expect("an extract");
//! assert_eq!(directory.person(0).expect("Ann").value(18), "+1 555 0117");
//! ```

use crate::csv::{push_cell, push_record};
use crate::schema::Schema;
use crate::values::guard;
use serde::{Deserialize, Serialize};

/// What an extract holds and how it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExtractOptions {
    /// Which columns.
    pub columns: ColumnChoice,
    /// Whether the profile columns are added to all user data.
    pub profile: bool,
    /// Whether `Revision` is added, which makes the comparison with a later upload exact.
    pub system: bool,
    /// How it is written.
    pub form: Form,
}

/// The columns of an extract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnChoice {
    /// All user data.
    All,
    /// Only these, by header; always in the schema's order, and always with the Username.
    Only(Vec<String>),
}

/// The forms of an extract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// For spreadsheets: UTF-8 with its mark, CRLF.
    Spreadsheet {
        /// Whether values that a spreadsheet would turn into numbers or dates are guarded, too.
        protect: bool,
    },
    /// For machines: no mark, LF.
    Plain,
}

impl Default for ExtractOptions {
    fn default() -> Self {
        Self { columns: ColumnChoice::All, profile: false, system: true, form: Form::Spreadsheet { protect: false } }
    }
}

impl ExtractOptions {
    /// All that is stored, in the plain form: what the engine takes for a directory.
    pub fn everything() -> Self {
        Self { columns: ColumnChoice::All, profile: true, system: true, form: Form::Plain }
    }

    /// The columns that these options choose, by their positions in the schema.
    pub fn chosen(&self, schema: &Schema) -> Vec<usize> {
        let chosen = |(position, column): (usize, &crate::schema::Column)| {
            let wanted = match &self.columns {
                _ if column.system => self.system,
                ColumnChoice::All => self.profile || !column.profile,
                ColumnChoice::Only(headers) => position == schema.username() || headers.contains(&column.header),
            };
            wanted.then_some(position)
        };
        schema.columns.iter().enumerate().filter_map(chosen).collect()
    }
}

/// An extract being written.
///
/// ```
/// use shared::Schema;
/// use shared::extract::{ColumnChoice, Extract, ExtractOptions, Form};
///
/// let schema = Schema::standard();
/// let columns = ColumnChoice::Only(vec!["FirstName".to_owned(), "LastName".to_owned()]);
/// let options = ExtractOptions { columns, profile: false, system: true, form: Form::Plain };
/// let mut extract = Extract::new(&schema, &options);
/// // A person's values in the schema's order; a name that a spreadsheet would calculate is guarded.
/// extract.write_person(&["ann@example.com", "ann@example.com", "Ann", "=Lee"], 7);
/// assert_eq!(extract.into_bytes(), b"Username,FirstName,LastName,Revision\nann@example.com,Ann,'=Lee,7\n");
/// ```
#[derive(Debug)]
pub struct Extract {
    columns: Vec<usize>,
    revision_column: Option<usize>,
    form: Form,
    text: String,
}

impl Extract {
    /// Begins an extract with its header.
    pub fn new(schema: &Schema, options: &ExtractOptions) -> Self {
        let columns = options.chosen(schema);
        let mut extract = Self { columns, revision_column: schema.revision(), form: options.form, text: String::new() };
        if matches!(options.form, Form::Spreadsheet { .. }) {
            extract.text.push('\u{feff}');
        }
        push_record(&mut extract.text, extract.columns.iter().map(|column| schema.header_of(*column)));
        extract.end_line();
        extract
    }

    /// Writes one person: her values in the schema's order, and the revision at which she last changed.
    pub fn write_person<S: AsRef<str>>(&mut self, values: &[S], revision: u64) {
        let columns = std::mem::take(&mut self.columns);
        for (position, column) in columns.iter().enumerate() {
            self.separate(position);
            if Some(*column) == self.revision_column {
                self.text.push_str(&revision.to_string());
                continue;
            }
            let value = values.get(*column).map_or("", AsRef::as_ref);
            let guarded = match self.form {
                Form::Spreadsheet { protect: true } => guard::protect(value),
                _ => guard::guard(value),
            };
            push_cell(&mut self.text, &guarded);
        }
        self.columns = columns;
        self.end_line();
    }

    /// What was written since the last call, for sending piece by piece.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.text).into_bytes()
    }

    /// How many bytes wait to be taken.
    pub fn pending(&self) -> usize {
        self.text.len()
    }

    /// All that was written and not taken.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn separate(&mut self, position: usize) {
        if position > 0 {
            self.text.push(',');
        }
    }

    fn end_line(&mut self) {
        self.text.push_str(if self.form == Form::Plain { "\n" } else { "\r\n" });
    }
}
