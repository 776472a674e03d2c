//! H003: a column that the directory doesn't have.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::columns::{Columns, Target};
use crate::values::text::shortened;
use crate::values::words::{Count, Words};
use crate::words;

rule! {
    /// ## What it finds
    /// A column name that is neither a column of the directory nor one of its aliases. Names that resemble none are one
    /// finding, however many there are, with one fix that leaves them all out.
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
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,Shoe size,Cost centre
    /// ann@example.com,Annie,41,7000
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,JobTitle
    /// ann@example.com,Clerk
    /// ```
    pub(crate) static RULE = { code: "H003", name: "unknown-column", severity: Error, fixes: Always, check: Header(check) };
}

/// So many columns with a likely meaning are found one by one; further ones are put with those that have none.
const MOST_GUESSES: usize = 20;

fn check(columns: &Columns, sink: &mut Sink) {
    if columns.recognised() == 0 {
        return;
    }
    let unknown = columns.cells.iter().enumerate().filter_map(|(position, cell)| match &cell.target {
        // Columns of passwords are another finding.
        Target::Unknown { nearest } if !cell.names_passwords() => Some((position, cell.text.as_str(), nearest)),
        _ => None,
    });
    let mut strange: Vec<(usize, &str)> = Vec::new();
    let mut guesses = 0;
    for (position, name, nearest) in unknown {
        match nearest {
            Some(nearest) if guesses < MOST_GUESSES => {
                guesses += 1;
                report_guess(columns.line, position, name, nearest, sink);
            }
            _ => strange.push((position, name)),
        }
    }
    for (position, name) in &strange {
        let place = || place_of(columns.line, *position, name);
        sink.report(&RULE, None, "", place, || strange_columns(&strange, *position, name));
    }
}

fn place_of(line: u32, position: usize, name: &str) -> Place {
    Place { column: Some(position), value: Some(name.to_owned()), ..Place::at_line(line) }
}

/// A column whose name resembles one of the directory's.
fn report_guess(line: u32, position: usize, name: &str, nearest: &str, sink: &mut Sink) {
    let cause = format!("{position} {name}");
    let place = || place_of(line, position, name);
    sink.report(&RULE, None, &cause, place, || Detail {
        message: words!("The directory has no column “{name}”; did you mean {nearest}?", name, nearest),
        many: Words::default(),
        help: words!("Its values would go nowhere. Correct the name, or leave the column out."),
        fixes: vec![
            Fix::needs_a_look(
                words!("Read it as {nearest}", nearest),
                Action::ReadColumnAs { header: name.to_owned(), column: nearest.to_owned() },
            ),
            Fix::needs_a_look(words!("Leave the column out"), Action::IgnoreColumn { column: position }),
        ],
    });
}

/// Columns whose names resemble none of the directory's: what is said of one of them, and of all.
fn strange_columns(strange: &[(usize, &str)], position: usize, name: &str) -> Detail {
    const MOST_TOLD: usize = 5;
    let told = strange.iter().take(MOST_TOLD).map(|(_, name)| words!("“{name}”", name = shortened(name)));
    let further = strange.len().saturating_sub(MOST_TOLD);
    let names = match further {
        0 => Words::listed(told),
        _ => words!("{names} and {further} more", names = Words::listed(told), further = Count(further)),
    };
    let (help, title) = if strange.len() == 1 {
        (
            words!("Its values would go nowhere. Correct the name, or leave the column out."),
            words!("Leave the column out"),
        )
    } else {
        (
            words!(
                "Their values would go nowhere. Correct the names of those that you need, and leave the others out."
            ),
            words!("Leave all {count} columns out", count = Count(strange.len())),
        )
    };
    Detail {
        message: words!("The directory has no column “{name}”.", name = shortened(name)),
        many: words!("The directory doesn't have {count} of the columns: {names}.", names),
        help,
        fixes: vec![Fix::needs_a_look(title, Action::IgnoreColumn { column: position })],
    }
}
