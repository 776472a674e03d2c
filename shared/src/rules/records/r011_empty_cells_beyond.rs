//! R011: empty cells beyond the last column.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::records::Records;
use crate::values::words::{Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// Rows with more cells than the header, of which the further ones are empty.
    ///
    /// ## Why it matters
    /// Spreadsheets write such cells where something once stood. They say nothing.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie,,
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "R011", name: "empty-cells-beyond", severity: Note, fixes: None, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    if records.long_and_empty.is_empty() {
        return;
    }
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: words!(
            "{lines} empty cells beyond the last column; they are ignored.",
            lines = counted(records.long_and_empty.len(), words!("{count} line has"), words!("{count} lines have"))
        ),
        many: Words::default(),
        help: words!("They say nothing. Nothing needs to be done."),
        fixes: Vec::new(),
    });
}
