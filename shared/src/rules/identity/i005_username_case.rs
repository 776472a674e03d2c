//! I005: a Username in another spelling.

use crate::check::rule;
use crate::reviewed::{Reviewed, ReviewedRow};
use crate::sink::{Detail, Sink};
use crate::values::text::{is_invisible, normalise};
use crate::words;

rule! {
    /// ## What it finds
    /// A changed row whose Username differs from the stored one in case or Unicode form only.
    ///
    /// ## Why it matters
    /// It is the same person: Usernames are compared without regard to either. The stored spelling stays.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ANN@example.com,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "I005", name: "username-case", severity: Note, fixes: None, check: Row(check) };
}

fn check(reviewed: &Reviewed<'_>, changed: &ReviewedRow<'_>, sink: &mut Sink) {
    let username = reviewed.schema.username();
    let header = reviewed.schema.header_of(username);
    let (row, merged) = (&changed.row, changed.merged);
    let Some(person) = reviewed.person(merged) else { return };
    let Some(cell) = row.cell_of(username) else { return };
    let stored = person.username();
    let same = crate::values::key::comparison_form(&cell) == crate::values::key::comparison_form(&stored);
    // Characters that nobody sees are another finding.
    if !same || normalise(&cell) == stored || is_invisible(&cell).is_some() {
        return;
    }
    let mut place = reviewed.cell_place(row, username);
    place.stored = Some(stored.clone().into_owned());
    sink.report(
        &RULE,
        Some(header),
        "",
        || place,
        || Detail {
            message: words!("{cell} is {stored}, whose spelling stays.", cell, stored),
            many: words!(
                "{count} rows spell their {header} otherwise than the directory, whose spelling stays.",
                header
            ),
            help: words!("Case doesn't matter in a Username. Nothing needs to be done."),
            fixes: Vec::new(),
        },
    );
}
