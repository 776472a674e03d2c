//! The names by which a header's cells find the columns of a schema, and what is forgiven in their spelling.

use crate::schema::Schema;
use crate::values::key::comparison_form;
use hashbrown::HashMap;

/// The names by which header cells find columns.
#[derive(Debug)]
pub(crate) struct KnownHeaders {
    names: HashMap<String, usize, foldhash::fast::FixedState>,
}

impl KnownHeaders {
    /// The names and aliases of a schema's columns.
    pub(crate) fn of(schema: &Schema) -> Self {
        let mut names: HashMap<String, usize, foldhash::fast::FixedState> = HashMap::default();
        for (index, column) in schema.columns.iter().enumerate() {
            for name in std::iter::once(&column.header).chain(&column.aliases) {
                names.insert(header_form(name), index);
            }
        }
        Self { names }
    }

    /// The column that a header cell names.
    pub(crate) fn find(&self, header: &str) -> Option<usize> {
        self.names.get(&header_form(header)).copied()
    }
}

fn header_form(header: &str) -> String {
    // A byte order mark that a program read as Windows-1252 and wrote as three letters.
    let header = header.strip_prefix("ï»¿").unwrap_or(header);
    let visible = |character: &char| !matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    let spaced = |character: char| if character.is_whitespace() { ' ' } else { character };
    let plain: String = header.chars().filter(visible).map(spaced).collect();
    comparison_form(&plain).into_owned()
}
