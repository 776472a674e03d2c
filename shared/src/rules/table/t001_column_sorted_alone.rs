//! T001: a column that was moved against the others.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{AccidentWords, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::merge::{Accident, AccidentKind};
use crate::values::words::Count;
use crate::words;

rule! {
    /// ## What it finds
    /// A column that holds the same values as before, on other people: sorted, pasted back in another order, or
    /// filtered by itself. Where the key's own column was moved, every row is about somebody else.
    ///
    /// ## Why it matters
    /// Sorting one column and not the rows gives everybody somebody else's phone number. Each value looks right; only
    /// its person is wrong, so nobody sees it.
    ///
    /// ## What to do
    /// Put the column back; the fix does. If people changed places indeed, say that it is meant.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName,EmployeeId,HomePhone,JobCategory
    /// ann@example.com,Ann,E-63,555 0101,Office
    /// ben@example.com,Ben,E-47,555 0102,Field
    /// cem@example.com,Cem,E-31,555 0103,Care
    /// dot@example.com,Dot,E-08,555 0104,Office
    /// eva@example.com,Eva,E-12,555 0105,Field
    /// fay@example.com,Fay,E-19,555 0106,Care
    /// gus@example.com,Gus,E-25,555 0107,Office
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,E-08
    /// ben@example.com,E-12
    /// cem@example.com,E-19
    /// dot@example.com,E-25
    /// eva@example.com,E-31
    /// fay@example.com,E-47
    /// gus@example.com,E-63
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,EmployeeId
    /// ben@example.com,Ann,E-63
    /// cem@example.com,Ben,E-47
    /// dot@example.com,Cem,E-31
    /// eva@example.com,Dot,E-08
    /// fay@example.com,Eva,E-12
    /// ann@example.com,Fay,E-19
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName,EmployeeId
    /// ann@example.com,Ann,E-63
    /// ben@example.com,Ben,E-47
    /// cem@example.com,Cem,E-31
    /// dot@example.com,Dot,E-08
    /// eva@example.com,Eva,E-12
    /// fay@example.com,Fay,E-19
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,HomePhone
    /// ann@example.com,555 0102
    /// ben@example.com,555 0101
    /// cem@example.com,555 0103
    /// dot@example.com,555 0104
    /// eva@example.com,555 0105
    /// fay@example.com,555 0106
    /// gus@example.com,555 0199
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,JobCategory
    /// ann@example.com,Desk
    /// ben@example.com,Field
    /// cem@example.com,Care
    /// dot@example.com,Desk
    /// eva@example.com,Field
    /// fay@example.com,Care
    /// gus@example.com,Desk
    /// ```
    pub(crate) static RULE = { code: "T001", name: "column-sorted-alone", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for together in reviewed.accidents_like(|kind| *kind == AccidentKind::SortedAlone) {
        let (headers, rows, of) = (&together.headers, together.cells(), together.of());
        let words = AccidentWords {
            message: if together.is_one() {
                words!(
                    "{header} holds the same values as before, but on other people: {rows} of {of} cells.",
                    header = headers,
                    rows,
                    of
                )
            } else {
                words!(
                    "{headers} hold the same values as before, but on other people: {rows} of {of} cells.",
                    headers,
                    rows,
                    of
                )
            },
            help: if together.is_one() {
                words!(
                    "It looks as if the column was sorted or pasted on its own. Sent like this, people get each other's values. Put the column back."
                )
            } else {
                words!(
                    "It looks as if these columns were sorted or pasted without the others. Sent like this, people get each other's values. Put the columns back."
                )
            },
            fix: if together.is_one() { words!("Put the column back") } else { words!("Put the columns back") },
        };
        reviewed.report_accidents(&RULE, &together, &words, sink);
    }
    for accident in &reviewed.merge.accidents {
        if let AccidentKind::KeyMoved { people } = &accident.kind {
            key_moved(reviewed, accident, people, sink);
        }
    }
}

fn key_moved(reviewed: &Reviewed<'_>, accident: &Accident, people: &[usize], sink: &mut Sink) {
    let header = reviewed.schema.header_of(accident.column);
    for (row, person) in accident.rows.iter().zip(people) {
        let (Some(row), Some(person)) = (reviewed.rows.row(*row), reviewed.directory.person(*person)) else {
            continue;
        };
        let own = person.value(accident.column).into_owned();
        let mut place = reviewed.cell_place(&row, accident.column);
        place.stored = Some(own.clone());
        sink.report(&RULE, Some(header), "key", || place, || {
            let message = words!("{header} was moved against the other columns: {rows} rows carry somebody else's.", header, rows = Count(accident.rows.len()));
            let back = reviewed.edit(&row, accident.column, &own);
            let back = back.map(|edit| Fix::needs_a_look(words!("Put the column back"), edit));
            Detail {
                many: message.clone(),
                message,
                help: words!("It looks as if the column {header} was sorted or pasted on its own, so every row is about another person. The rows' other cells say whose they are.", header),
                fixes: back.into_iter().collect(),
            }
        });
    }
}
