//! R012: a line that is no person.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::line::NoPerson;
use crate::values::text::shortened;
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A line about nobody that is a total, a footer, a line of dashes, or the count of rows that a program prints below
    /// what it exports.
    ///
    /// ## Why it matters
    /// It is no person, and never becomes one, also where creating people is allowed. It is said so that nothing is left
    /// out in silence.
    ///
    /// ## What to do
    /// Leave the line out.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,AccountState
    /// ann@example.com,Annie,ACTIVE
    /// Total,,1
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName,AccountState
    /// ann@example.com,Annie,ACTIVE
    /// ```
    ///
    /// ## Flagged
    /// ```csv create
    /// Username,FirstName,AccountState
    /// --------,---------,------------
    /// ann@example.com,Annie,ACTIVE
    /// ```
    ///
    /// ## Flagged
    /// ```csv create
    /// Username,FirstName,AccountState
    /// ann@example.com,Annie,ACTIVE
    ///
    /// (1 rows affected)
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// Confidential - do not distribute
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann,Annie
    /// ```
    pub(crate) static RULE = { code: "R012", name: "no-person", severity: Warning, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for (position, _) in reviewed.merge.notable() {
        let Some(what) = reviewed.no_person(position) else { continue };
        let Some(row) = reviewed.rows.row(position) else { continue };
        let leave_out = Action::LeaveOut { row: position };
        let title = words!("Leave the line out");
        // A remark may be somebody's note on a person after all.
        let fix =
            if what == NoPerson::Remark { Fix::needs_a_look(title, leave_out) } else { Fix::safe(title, leave_out) };
        let (cause, message, many) = said(reviewed, what, &row);
        sink.report(
            &RULE,
            None,
            cause,
            || reviewed.row_place(&row),
            || Detail {
                message,
                many,
                help: words!("It changes nobody, and nobody is created from it. Leave the line out."),
                fixes: vec![fix],
            },
        );
    }
}

fn said(reviewed: &Reviewed<'_>, what: NoPerson, row: &Row<'_>) -> (&'static str, Words, Words) {
    let (line, cells) = (row.line, reviewed.table.columns.cells.len());
    let text = (0..cells).filter_map(|cell| row.cell(cell)).find(|text| !text.trim().is_empty()).unwrap_or_default();
    let text = shortened(text.trim());
    match what {
        NoPerson::Dashes => (
            "dashes",
            words!("Line {line} is a line of dashes, no person.", line),
            words!("{count} lines are lines of dashes, no people."),
        ),
        NoPerson::Total => (
            "total",
            words!("Line {line} looks like a total (“{text}”), no person.", line, text),
            words!("{count} lines look like totals, no people."),
        ),
        NoPerson::Count => (
            "count",
            words!("Line {line} looks like the count that a program adds (“{text}”), no person.", line, text),
            words!("{count} lines look like counts that a program adds, no people."),
        ),
        NoPerson::Numbers => (
            "numbers",
            words!("Line {line} holds nothing but numbers or ticks: it looks like a total, no person.", line),
            words!("{count} lines hold nothing but numbers or ticks: they look like totals, no people."),
        ),
        NoPerson::Remark => (
            "remark",
            words!("Line {line} looks like a remark beside the table (“{text}”), no person.", line, text),
            words!("{count} lines look like remarks beside the table, no people."),
        ),
    }
}
