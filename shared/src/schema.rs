//! The directory's columns, as data.
//!
//! A schema says which columns a directory has, how each is spelt in a file, and what a value in it means. Both sides
//! read the same schema, so a column that an organisation adds needs no code.

pub(crate) mod headers;

use crate::limits::MOST_COLUMNS;
use crate::options::Key;
use crate::values::words::{Count, Words};
use crate::words;
use serde::{Deserialize, Serialize};

/// The columns of a directory, in extract order.
///
/// ```
/// use shared::Schema;
///
/// let schema = Schema::from_json(
///     r#"{"id": "club", "columns": [
///         {"header": "Username", "kind": "username", "required": true},
///         {"header": "Boat", "kind": "text", "aliases": ["Ship"], "max_chars": 30}]}"#,
/// )
/// .expect("a schema");
/// assert_eq!(schema.header_of(1), "Boat");
/// assert_eq!(Schema::standard().index_of("FirstName"), Some(2));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// Names this schema in every digest, so that plans made under different schemas never compare equal.
    pub id: String,
    /// Every column, in the order in which an extract writes them.
    pub columns: Vec<Column>,
}

/// One column of the directory.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that a schema file states")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The name in the header line of an extract.
    pub header: String,
    /// What the values mean.
    #[serde(flatten)]
    pub kind: Kind,
    /// Other header names that are read as this column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Needed to create a person, and never cleared.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// No two people hold the same value.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unique: bool,
    /// The longest value, in characters; `None` is the engine's own bound on a cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_chars: Option<usize>,
    /// The header of the column that this one makes sense with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pair: Option<String>,
    /// Profile data: written by an extract only when asked.
    #[serde(default, skip_serializing_if = "is_false")]
    pub profile: bool,
    /// Kept by Muster itself; read-only in an upload.
    #[serde(default, skip_serializing_if = "is_false")]
    pub system: bool,
}

/// What the values of a column mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Kind {
    /// The e-mail shaped name that identifies a person; compared without regard to case and Unicode form.
    Username,
    /// An e-mail address.
    Email,
    /// One line of text.
    Text,
    /// Text that may hold line breaks.
    LongText,
    /// A phone number as people write it: a `+` and leading zeros matter.
    Phone,
    /// A day, stored as `YYYY-MM-DD`.
    Date {
        /// Whether a day without a year (`--MM-DD`) is a value.
        #[serde(default, skip_serializing_if = "is_false")]
        yearless: bool,
    },
    /// Several values, separated by `|`.
    List {
        /// Whether values name things that exist beside people (Locations), so that a new one is worth a look.
        #[serde(default, skip_serializing_if = "is_false")]
        known_values: bool,
    },
    /// One of a few fixed words.
    Choice {
        /// The words, as stored.
        options: Vec<String>,
        /// What an empty value stands for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        empty: Option<String>,
    },
    /// `True` or `False`.
    Boolean,
    /// The Username of another person.
    Reference,
    /// The revision at which the person last changed.
    Revision,
}

/// Why a schema file can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaError {
    /// What is wrong, in one sentence.
    pub message: Words,
}

impl std::fmt::Display for SchemaError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.message, f)
    }
}

impl std::error::Error for SchemaError {}

impl Schema {
    /// The schema that Muster comes with: 55 columns of user data, the profile columns, and `Revision`.
    pub fn standard() -> Self {
        let embedded: Result<Self, SchemaError> = Self::from_json(include_str!("../schema/standard.json"));
        embedded.unwrap_or_else(|_| Self { id: String::new(), columns: Vec::new() })
    }

    /// Reads a schema file.
    pub fn from_json(json: &str) -> Result<Self, SchemaError> {
        let schema: Self = serde_json::from_str(json).map_err(|error| SchemaError {
            message: words!("the schema file can't be read: {error}", error = error.to_string()),
        })?;
        schema.checked()
    }

    /// The schema as a file.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The position of a column, by its exact header.
    pub fn index_of(&self, header: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.header == header)
    }

    /// The column at a position.
    pub fn column(&self, index: usize) -> Option<&Column> {
        self.columns.get(index)
    }

    /// The header of the column at a position, or nothing where there is none.
    pub fn header_of(&self, index: usize) -> &str {
        self.columns.get(index).map_or("", |column| column.header.as_str())
    }

    /// The position of the Username column, which every checked schema has.
    pub fn username(&self) -> usize {
        self.position_of(|kind| *kind == Kind::Username).unwrap_or_default()
    }

    /// The position of the `EmployeeId` column, if this directory has one.
    pub fn employee_id(&self) -> Option<usize> {
        self.index_of("EmployeeId")
    }

    /// The position of a key's column, if this directory has one.
    pub fn key(&self, key: Key) -> Option<usize> {
        match key {
            Key::Username => self.position_of(|kind| *kind == Kind::Username),
            Key::EmployeeId => self.employee_id(),
        }
    }

    /// What a key's column is called in this directory.
    pub fn key_header(&self, key: Key) -> &str {
        self.key(key).map_or(key.header(), |key| self.header_of(key))
    }

    /// The position of the `Revision` column, if this directory has one.
    pub fn revision(&self) -> Option<usize> {
        self.position_of(|kind| *kind == Kind::Revision)
    }

    fn position_of(&self, is: impl Fn(&Kind) -> bool) -> Option<usize> {
        self.columns.iter().position(|column| is(&column.kind))
    }

    fn checked(self) -> Result<Self, SchemaError> {
        let refused = |message: Words| Err(SchemaError { message });
        let usernames = self.columns.iter().filter(|column| column.kind == Kind::Username).count();
        if usernames != 1 {
            return refused(words!(
                "a schema needs exactly one column of kind username, this one has {usernames}",
                usernames
            ));
        }
        if self.columns.len() > MOST_COLUMNS {
            return refused(words!(
                "a schema has at most {most} columns, this one has {columns}",
                most = Count(MOST_COLUMNS),
                columns = Count(self.columns.len())
            ));
        }
        let mut seen = std::collections::BTreeMap::new();
        for (index, column) in self.columns.iter().enumerate() {
            for name in std::iter::once(&column.header).chain(&column.aliases) {
                if name.trim().is_empty() {
                    return refused(words!("a column of the schema has an empty name"));
                }
                if *seen.entry(crate::values::key::comparison_form(name)).or_insert(index) != index {
                    return refused(words!("two columns of the schema answer to the name {name}", name));
                }
            }
            if column.pair.as_ref().is_some_and(|pair| self.index_of(pair).is_none()) {
                return refused(words!(
                    "the pair of column {header} isn't a column of the schema",
                    header = column.header
                ));
            }
        }
        Ok(self)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

#[cfg(test)]
mod tests {
    use super::Schema;

    #[test]
    fn the_standard_schema_is_whole() {
        let schema = Schema::standard();
        let user_data = schema.columns.iter().filter(|column| !column.profile && !column.system).count();
        assert_eq!(user_data, 55);
        assert_eq!(Schema::from_json(&schema.to_json()), Ok(schema));
    }

    #[test]
    fn two_columns_never_answer_to_one_name() {
        let json = r#"{"id":"x","columns":[{"header":"Username","kind":"username"},{"header":"A","kind":"text","aliases":["username"]}]}"#;
        assert!(Schema::from_json(json).is_err_and(|error| error.to_string().contains("username")));
    }
}
