//! H002: a file without its key.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::columns::Columns;
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A file that lacks the column that says which person a row is about.
    ///
    /// ## Why it matters
    /// Without it no row can find its person.
    ///
    /// ## What to do
    /// Add the column, or choose the other key.
    ///
    /// ## Flagged
    /// ```csv
    /// FirstName,LastName
    /// Ann,Lee
    /// ```
    ///
    /// ## Flagged
    /// ```csv employee-id
    /// Username,FirstName
    /// ann@example.com,Ann
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username
    /// ann@example.com
    /// ```
    pub(crate) static RULE = { code: "H002", name: "key-missing", severity: Error, fixes: None, check: Header(check) };
}

fn check(columns: &Columns, sink: &mut Sink) {
    let Some(key) = columns.key_missing.as_deref().filter(|_| columns.recognised() > 0) else { return };
    sink.report(&RULE, None, key, || Place::at_line(columns.line), || Detail {
        message: words!("The column {key} is missing.", key),
        many: Words::default(),
        help: words!("It says which person each row is about. Add it, as an extract has it, or choose another key than {key}.", key),
        fixes: Vec::new(),
    });
}
