//! H001: a first line that doesn't name columns.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::columns::Columns;
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A first line in which no cell is the name of a column.
    ///
    /// ## Why it matters
    /// Without names nobody knows what the cells mean. Most likely the header was deleted, or a title stands above it.
    ///
    /// ## What to do
    /// Put the column names back on the first line, and remove whatever stands above them.
    ///
    /// ## Flagged
    /// ```csv
    /// ann@example.com,Ann
    /// ben@example.com,Ben
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Staff of 2026,
    /// Username,FirstName
    /// ann@example.com,Ann
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Ann
    /// ```
    pub(crate) static RULE = { code: "H001", name: "no-header", severity: Error, fixes: None, check: Header(check) };
}

fn check(columns: &Columns, sink: &mut Sink) {
    if columns.recognised() > 0 || columns.cells.is_empty() {
        return;
    }
    sink.report(
        &RULE,
        None,
        "",
        || Place::at_line(columns.line),
        || Detail {
            message: match columns.header_below {
                Some(line) => words!("Column names found on line {line}; remove the lines above.", line),
                None => words!("The first line doesn't look like column names."),
            },
            many: Words::default(),
            help: words!(
                "It should name the columns that the file has, such as: {columns}.",
                columns = columns.expected.iter().take(12).cloned().collect::<Vec<_>>().join(", ")
            ),
            fixes: Vec::new(),
        },
    );
}
