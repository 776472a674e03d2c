//! H008: a column name spelt otherwise.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::columns::{Columns, Target};
use crate::words;

rule! {
    /// ## What it finds
    /// A column name that differs from the directory's by case, space, an invisible character, or that is one of its
    /// aliases.
    ///
    /// ## Why it matters
    /// It is read all the same. It is said so that nobody wonders.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Flagged
    /// ```csv
    /// username,JobTitle
    /// ann@example.com,Clerk
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,PrimaryRoleName
    /// ann@example.com,Clerk
    /// ```
    pub(crate) static RULE = { code: "H008", name: "header-forgiven", severity: Note, fixes: None, check: Header(check) };
}

fn check(columns: &Columns, sink: &mut Sink) {
    for (position, cell) in columns.cells.iter().enumerate() {
        let Target::Column { index, forgiven: true } = cell.target else { continue };
        let header = columns.expected.get(index).map(String::as_str).unwrap_or_default();
        let place = Place { column: Some(position), value: Some(cell.text.clone()), ..Place::at_line(columns.line) };
        sink.report(
            &RULE,
            None,
            "",
            || place,
            || Detail {
                message: words!("The column “{name}” is read as {header}.", name = cell.text.trim(), header),
                many: words!("{count} columns are spelt otherwise than in an extract, and read all the same."),
                help: words!("Case, space and other known names are forgiven. Nothing needs to be done."),
                fixes: Vec::new(),
            },
        );
    }
}
