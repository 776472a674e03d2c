//! R008: column names among the people.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::RowState;
use crate::words;

rule! {
    /// ## What it finds
    /// A row that holds the names of columns: a second line of headings, or a second table below the first.
    ///
    /// ## Why it matters
    /// Two files pasted into one may have their columns in another order, and then every value below stands in the
    /// wrong place.
    ///
    /// ## What to do
    /// Leave the line out if the columns below it are in the same order; otherwise take the second table out.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,LastName
    /// ann@example.com,Annie,Lee
    /// Username,FirstName,LastName
    /// ben@example.com,Benn,Ode
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName,LastName
    /// ann@example.com,Annie,Lee
    /// ben@example.com,Benn,Ode
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,LastName
    /// ann@example.com,Title,Lee
    /// ```
    pub(crate) static RULE = { code: "R008", name: "second-header", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let about_nobody = |state: RowState| {
        matches!(state, RowState::NotFound | RowState::KeyMissing | RowState::Create | RowState::Duplicate)
    };
    for (position, merged) in reviewed.merge.notable() {
        if !about_nobody(merged.state) || !reviewed.is_header(position) {
            continue;
        }
        let Some(row) = reviewed.rows.row(position) else { continue };
        sink.report(&RULE, None, "", || reviewed.row_place(&row), || Detail {
            message: words!("Line {line} names columns; it is no person.", line = row.line),
            many: words!("{count} lines name columns; they are no people."),
            help: words!("Perhaps two files were put into one. Leave the line out if the columns below it stand in the same order."),
            fixes: vec![Fix::needs_a_look(words!("Leave the line out"), Action::LeaveOut { row: position })],
        });
    }
}
