//! H007: a column of passwords.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::columns::{Columns, Target};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A column named Password, PIN or the like, in English or another language.
    ///
    /// ## Why it matters
    /// Passwords never belong in a file: it is copied, mailed and kept. Nothing here reads them, and they should not
    /// be sent.
    ///
    /// ## What to do
    /// Leave the column out; the fix does. Then delete the column from the file.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Password
    /// ann@example.com,secret
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username
    /// ann@example.com
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Password
    /// ```
    pub(crate) static RULE = { code: "H007", name: "password-column", severity: Error, fixes: Always, check: Header(check) };
}

fn check(columns: &Columns, sink: &mut Sink) {
    for (position, cell) in columns.cells.iter().enumerate() {
        if !matches!(cell.target, Target::Unknown { .. }) || !cell.names_passwords() {
            continue;
        }
        let place = Place { column: Some(position), value: Some(cell.text.clone()), ..Place::at_line(columns.line) };
        sink.report(&RULE, None, &format!("{position}"), || place, || Detail {
            message: words!("The column “{name}” seems to hold passwords.", name = cell.text),
            many: Words::default(),
            help: words!("Passwords don't belong in a file, and none is read from one. Leave the column out, and delete it from the file."),
            fixes: vec![Fix::safe(words!("Leave the column out"), Action::IgnoreColumn { column: position })],
        });
    }
}
