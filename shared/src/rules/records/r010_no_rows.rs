//! R010: a header and nothing below it.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::records::Records;
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A file with column names and no rows.
    ///
    /// ## Why it matters
    /// It changes nothing. Above all it deletes nobody: people whom a file doesn't name stay as they are.
    ///
    /// ## What to do
    /// Look whether it is the file that you meant.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "R010", name: "no-rows", severity: Note, fixes: None, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    if records.row_count > 0 || records.header.is_none() || !records.defects.is_empty() {
        return;
    }
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: words!("0 users in the file; nothing to change."),
        many: Words::default(),
        help: words!("People whom a file doesn't name stay as they are."),
        fixes: Vec::new(),
    });
}
