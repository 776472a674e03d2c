//! H004: a column that is there twice.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::columns::{Columns, Target};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// Two columns of the file that are read as the same column of the directory, by name or by alias.
    ///
    /// ## Why it matters
    /// Which of the two values counts can't be known.
    ///
    /// ## What to do
    /// Remove one of them.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Location,OfficialLocation
    /// ann@example.com,Factory,HQ
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,OfficialLocation
    /// ann@example.com,Factory
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Location
    /// ann@example.com,Factory
    /// ```
    pub(crate) static RULE = { code: "H004", name: "duplicate-column", severity: Error, fixes: Always, check: Header(check) };
}

fn check(columns: &Columns, sink: &mut Sink) {
    for (position, cell) in columns.cells.iter().enumerate() {
        let Target::Duplicate { index, of } = &cell.target else { continue };
        let header = columns.expected.get(*index).map(String::as_str);
        let first = columns.cells.get(*of).map(|cell| cell.text.as_str()).unwrap_or_default();
        let place = Place { column: Some(position), value: Some(cell.text.clone()), ..Place::at_line(columns.line) };
        sink.report(
            &RULE,
            header,
            &position.to_string(),
            || place,
            || Detail {
                message: words!(
                    "The columns {one} “{first}” and {other} “{second}” are both {header}.",
                    one = of + 1,
                    first,
                    other = position + 1,
                    second = cell.text,
                    header = header.unwrap_or_default()
                ),
                many: Words::default(),
                help: words!("Which of the two counts can't be known. Leave one of them out."),
                fixes: vec![
                    Fix::needs_a_look(
                        words!("Leave out column {number}", number = position + 1),
                        Action::IgnoreColumn { column: position },
                    ),
                    Fix::needs_a_look(
                        words!("Leave out column {number}", number = of + 1),
                        Action::IgnoreColumn { column: *of },
                    ),
                ],
            },
        );
    }
}
