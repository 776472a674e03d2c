//! H001: a first line that doesn't name columns.

use crate::check::rule;
use crate::finding::Place;
use crate::limits::{MOST_COLUMNS, MOST_HEADER};
use crate::sink::{Detail, Sink};
use crate::stages::columns::Columns;
use crate::stages::records::Exceeded;
use crate::values::words::{Count, Words};
use crate::words;

rule! {
    /// ## What it finds
    /// A first line in which no cell is the name of a column, that is longer than any names are (128,000 characters), or
    /// that has more cells than a directory has columns (2,000).
    ///
    /// ## Why it matters
    /// Without names nobody knows what the cells mean. Most likely the header was deleted, or a title stands above it. A line
    /// that never ends is no table at all, or lost its line ends.
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
    let beyond = columns.exceeds.and_then(beyond);
    if columns.recognised() > 0 || (columns.cells.is_empty() && beyond.is_none()) {
        return;
    }
    let (message, why) = beyond.unwrap_or_else(|| {
        let message = match columns.header_below {
            Some(line) => words!("Column names found on line {line}; remove the lines above.", line),
            None => words!("The first line doesn't look like column names."),
        };
        (message, Words::default())
    });
    let names = columns.expected.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
    let should = words!("It should name the columns that the file has, such as: {columns}.", columns = names);
    let help = if why.is_empty() { should } else { words!("{why} {should}", why, should) };
    let place = || Place::at_line(columns.line.max(1));
    sink.report(&RULE, None, "", place, || Detail { message, many: Words::default(), help, fixes: Vec::new() });
}

/// What of the first line goes beyond what is read, and what that most likely comes from.
fn beyond(beyond: Exceeded) -> Option<(Words, Words)> {
    match beyond {
        Exceeded::Header { characters, lines: 1 } => Some((
            words!(
                "The first line has {characters} characters; at most {most} are read.",
                characters = Count(characters),
                most = Count(MOST_HEADER)
            ),
            words!("Perhaps this is no table, or its line ends were lost."),
        )),
        Exceeded::Header { characters, lines } => Some((
            words!(
                "The column names go on for {lines} lines and {characters} characters; at most {most} are read.",
                lines = Count(usize::try_from(lines).unwrap_or(usize::MAX)),
                characters = Count(characters),
                most = Count(MOST_HEADER)
            ),
            words!("Perhaps a quote on the first line was never closed."),
        )),
        Exceeded::Columns(columns) => Some((
            words!(
                "The first line has {columns} cells; at most {most} columns are read.",
                columns = Count(columns),
                most = Count(MOST_COLUMNS)
            ),
            words!("Perhaps the line ends were lost. Or leave out columns that the directory doesn't have."),
        )),
        Exceeded::Rows(_) | Exceeded::Cells(_) => None,
    }
}
