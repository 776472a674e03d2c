//! I002: a row about nobody in the directory.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::RowState;
use crate::words;
use std::collections::BTreeSet;

rule! {
    /// ## What it finds
    /// A row whose key the directory doesn't hold, where creating people isn't allowed.
    ///
    /// ## Why it matters
    /// It would create a person. That is rarely meant by somebody who edits an extract; a mistyped Username looks the
    /// same.
    ///
    /// ## What to do
    /// Correct the key, leave the row out, or allow creating.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,WorkEmail,FirstName,LastName
    /// zoe@example.com,zoe@example.com,Zoe,Young
    /// ann@example.com,,Annie,
    /// ```
    ///
    /// ## Accepted
    /// ```csv create
    /// Username,WorkEmail,FirstName,LastName
    /// zoe@example.com,zoe@example.com,Zoe,Young
    /// ```
    pub(crate) static RULE = { code: "I002", name: "person-not-found", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let Some(column) = reviewed.schema.key(reviewed.options.key) else { return };
    let header = reviewed.schema.header_of(column);
    // Rows whose Username was most likely edited are another finding.
    let explained: BTreeSet<usize> = reviewed.merge.candidates.iter().map(|candidate| candidate.row).collect();
    let strangers = reviewed.merge.notable().filter(|(_, merged)| merged.state == RowState::NotFound);
    for (position, _) in strangers.filter(|(position, _)| !explained.contains(position)) {
        // So are lines that name columns.
        if reviewed.is_header(position) || reviewed.disguised().contains_key(&position) {
            continue;
        }
        let Some(row) = reviewed.rows.row(position) else { continue };
        let key = reviewed.value(&row, column).unwrap_or_default();
        let username = reviewed.value(&row, reviewed.schema.username()).unwrap_or_default().into_owned();
        sink.report(&RULE, Some(header), "", || reviewed.cell_place(&row, column), || Detail {
            message: words!("Nobody in the directory has the {header} {key}.", header, key),
            many: words!("{count} rows have a {header} that nobody in the directory has.", header),
            help: words!("Sent like this, they would create people. Correct the key, leave the rows out, or say that they are new people."),
            fixes: vec![
                Fix::needs_a_look(words!("Leave out"), Action::LeaveOut { row: position }),
                Fix::needs_a_look(words!("Create as new"), Action::NewPerson { username }),
            ],
        });
    }
}
