//! X003: a long number of which the last digits became zeros.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value that agrees with the stored one in its first fifteen digits, and has zeros for the rest; or the number
    /// nearest to it that a program holds.
    ///
    /// ## Why it matters
    /// A spreadsheet's numbers have fifteen digits. Card and badge numbers have more, and their ends are gone.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does. If the new value is meant, say so.
    ///
    /// ## Directory
    /// ```csv
    /// Username,EmployeeId,SecondBadge,Joined,Nickname,AllowManageRelationships,Biography
    /// ann@example.com,123456789012,4111111111111111,2020-04-03,1-2,True,Long text
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,SecondBadge
    /// ann@example.com,4111111111111110
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,SecondBadge
    /// ann@example.com,4111111111111111
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,SecondBadge
    /// ann@example.com,4111111111111112
    /// ```
    pub(crate) static RULE = { code: "X003", name: "digits-zeroed", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(transform) = reviewed.made_by(cell, &RULE) else { return };
    let help = words!(
        "A spreadsheet keeps fifteen digits of a number, other programs little more. Keep the stored values; next time, tick “protect numbers and dates” for the extract."
    );
    reviewed.report_made((&RULE, RULE.severity), transform, (row, cell), help, reviewed.kept_or_meant(row, cell), sink);
}
