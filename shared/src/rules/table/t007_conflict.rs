//! T007: a cell that two people changed.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::options::Side;
use crate::reviewed::{Reviewed, ReviewedRow};
use crate::sink::{Detail, Sink};
use crate::stages::merge::CellState;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A cell that the file changes, and that somebody else changed in the directory since the extract was made.
    ///
    /// ## Why it matters
    /// Whichever value is written, the other person's is lost. Nobody but you can say which is right.
    ///
    /// ## What to do
    /// Take yours or keep theirs, cell by cell, for the column, or for all.
    ///
    /// ## Base
    /// ```csv
    /// Username,FirstName,LastName
    /// ann@example.com,Ann,Lee
    /// ```
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName,LastName
    /// ann@example.com,Annie,Lea
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,LastName
    /// ann@example.com,Anna,Lee
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,LastName
    /// ann@example.com,Ann,Lee
    /// ```
    pub(crate) static RULE = { code: "T007", name: "conflict", severity: Error, fixes: Always, check: Row(check) };
}

fn check(reviewed: &Reviewed<'_>, changed: &ReviewedRow<'_>, sink: &mut Sink) {
    let (row, merged) = (&changed.row, changed.merged);
    for cell in changed.cells.iter().filter(|cell| cell.state == CellState::Conflict) {
        let header = &cell.column.header;
        let username = reviewed.person(merged).map(|person| person.username().into_owned()).unwrap_or_default();
        sink.report(&RULE, Some(header), "", || reviewed.changed_place(row, cell), || {
            let decide = |side: Side| Action::Decide { username: username.clone(), header: header.clone(), side };
            let stored = shortened(cell.stored.as_deref().unwrap_or_default());
            Detail {
                message: words!("{header} of {username}: the file says “{value}”, and meanwhile the directory says “{stored}”.", header, username, value = shortened(&cell.value), stored),
                many: words!("{count} cells of {header} were changed in the file and meanwhile in the directory.", header),
                help: match &cell.base {
                    Some(base) => words!("In the extract it was “{base}”. Whichever value is written, the other is lost: take the file's or keep the directory's.", base = shortened(base)),
                    None => words!("The person changed after the extract was made. Take the file's value or keep the directory's."),
                },
                fixes: vec![
                    Fix::needs_a_look(words!("Keep the directory's value"), decide(Side::Theirs)),
                    Fix::needs_a_look(words!("Take the file's value"), decide(Side::Yours)),
                ],
            }
        });
    }
}
