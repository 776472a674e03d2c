//! I015: a person who has another Username now than the file says.

use crate::check::rule;
use crate::reviewed::{Reviewed, ReviewedRow};
use crate::sink::{Detail, Sink};
use crate::stages::merge::RowState;
use crate::values::key::comparison_form;
use crate::words;

rule! {
    /// ## What it finds
    /// A row under a Username that its person had when the file's extract was taken, or that a keeper remembers as hers.
    ///
    /// ## Why it matters
    /// Somebody gave her another Username meanwhile. The row is hers all the same: her new Username stays, and what was
    /// edited in the row reaches her.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Base
    /// ```csv
    /// Username,FirstName,LastName,EmployeeId
    /// ann@example.com,Ann,Lee,00017
    /// ```
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName,LastName,EmployeeId
    /// ann.lee@example.com,Ann,Lee,00017
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,LastName,EmployeeId
    /// ann@example.com,Annie,Lee,00017
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,LastName,EmployeeId
    /// ann.lee@example.com,Annie,Lee,00017
    /// ```
    pub(crate) static RULE = { code: "I015", name: "renamed-meanwhile", severity: Note, fixes: None, check: Row(check) };
}

fn check(reviewed: &Reviewed<'_>, changed: &ReviewedRow<'_>, sink: &mut Sink) {
    let (row, column) = (&changed.row, reviewed.schema.username());
    let is_hers = matches!(changed.merged.state, RowState::Same | RowState::Update | RowState::Conflict);
    let Some(person) = reviewed.person(changed.merged).filter(|_| is_hers) else { return };
    let Some(then) = reviewed.value(row, column).filter(|then| !then.is_empty()) else { return };
    let now = person.username();
    if comparison_form(&then) == comparison_form(&now) {
        return;
    }
    let mut place = reviewed.cell_place(row, column);
    place.stored = Some(now.clone().into_owned());
    sink.report(
        &RULE,
        Some(reviewed.schema.header_of(column)),
        "",
        || place,
        || {
            let message = match reviewed.memory.renamed_by(&then) {
                Some(step) => {
                    words!("{then} is called {now} now: {by} renamed her meanwhile.", then, now, by = step.by.as_str())
                }
                None => words!("{then} is called {now} now: she was renamed meanwhile.", then, now),
            };
            Detail {
                message,
                many: words!("{count} people have other Usernames now: they were renamed meanwhile."),
                help: words!(
                    "The rows are theirs all the same, and their new Usernames stay. Nothing needs to be done."
                ),
                fixes: Vec::new(),
            }
        },
    );
}
