//! H003: a column that the directory doesn't have.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::columns::{Columns, Target};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A column name that is neither a column of the directory nor one of its aliases.
    ///
    /// ## Why it matters
    /// Its values would go nowhere. Skipped in silence, a misspelt column looks as if it had been imported.
    ///
    /// ## What to do
    /// Correct the name, or leave the column out.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,JobTitel
    /// ann@example.com,Clerk
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,PrimaryRoleName
    /// ann@example.com,Clerk
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,JobTitle
    /// ann@example.com,Clerk
    /// ```
    pub(crate) static RULE = { code: "H003", name: "unknown-column", severity: Error, fixes: Always, check: Header(check) };
}

fn check(columns: &Columns, sink: &mut Sink) {
    if columns.recognised() == 0 {
        return;
    }
    for (position, cell) in columns.cells.iter().enumerate() {
        let Target::Unknown { nearest } = &cell.target else { continue };
        // Columns of passwords are another finding.
        if cell.names_passwords() {
            continue;
        }
        let place = Place { column: Some(position), value: Some(cell.text.clone()), ..Place::at_line(columns.line) };
        sink.report(
            &RULE,
            None,
            &format!("{position} {}", cell.text),
            || place,
            || {
                let read_as = nearest.as_ref().map(|nearest| {
                    let action = Action::ReadColumnAs { header: cell.text.clone(), column: nearest.clone() };
                    Fix::needs_a_look(words!("Read it as {nearest}", nearest), action)
                });
                let leave_out =
                    Fix::needs_a_look(words!("Leave the column out"), Action::IgnoreColumn { column: position });
                Detail {
                    message: match nearest {
                        Some(nearest) => {
                            words!(
                                "The directory has no column “{name}”; did you mean {nearest}?",
                                name = cell.text,
                                nearest
                            )
                        }
                        None => words!("The directory has no column “{name}”.", name = cell.text),
                    },
                    many: Words::default(),
                    help: words!("Its values would go nowhere. Correct the name, or leave the column out."),
                    fixes: read_as.into_iter().chain([leave_out]).collect(),
                }
            },
        );
    }
}
