//! H003: a column that the directory doesn't have.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::columns::{Columns, HeaderCell, Target};
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
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,cost_centre,shift,canteen,parking
    /// ann@example.com,Ann,7,early,yes,P2
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Ann
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,JobTitle
    /// ann@example.com,Clerk
    /// ```
    pub(crate) static RULE = { code: "H003", name: "unknown-column", severity: Error, fixes: Always, check: Header(check) };
}

/// How many columns without a likely name are told one by one. More of them have one cause: the file is from elsewhere.
const MOST_ALONE: usize = 3;

fn check(columns: &Columns, sink: &mut Sink) {
    if columns.recognised() == 0 {
        return;
    }
    // Columns of passwords are another finding.
    let unknown = |(position, cell): (usize, &'_ HeaderCell)| match &cell.target {
        Target::Unknown { nearest } if !cell.names_passwords() => Some((position, cell.text.clone(), nearest.clone())),
        _ => None,
    };
    let unknown: Vec<(usize, String, Option<String>)> = (0..).zip(&columns.cells).filter_map(unknown).collect();
    let nameless = unknown.iter().filter(|(_, _, nearest)| nearest.is_none()).count();
    for (position, name, nearest) in unknown {
        let together = nearest.is_none() && nameless > MOST_ALONE;
        let cause = if together { "several".to_owned() } else { format!("{position} {name}") };
        let place = Place { column: Some(position), value: Some(name.clone()), ..Place::at_line(columns.line) };
        let title = if together { words!("Leave these columns out") } else { words!("Leave the column out") };
        let leave_out = Fix::needs_a_look(title, Action::IgnoreColumn { column: position });
        let read_as = nearest.as_ref().map(|nearest| {
            let action = Action::ReadColumnAs { header: name.clone(), column: nearest.clone() };
            Fix::needs_a_look(words!("Read it as {nearest}", nearest), action)
        });
        sink.report(
            &RULE,
            None,
            &cause,
            || place,
            || Detail {
                message: match &nearest {
                    Some(nearest) => {
                        words!("The directory has no column “{name}”; did you mean {nearest}?", name, nearest)
                    }
                    None => words!("The directory has no column “{name}”.", name),
                },
                many: words!("The directory has none of {count} columns of the file, such as “{name}”.", name),
                help: words!("Its values would go nowhere. Correct the name, or leave the column out."),
                fixes: read_as.into_iter().chain([leave_out]).collect(),
            },
        );
    }
}
