//! X010: digits that a program took for a number, and wrote as one.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value that is the stored one as a number: with decimals, separated thousands, a decimal comma, a currency,
    /// a percent sign or digits of another script. Zeros before it may be lost besides.
    ///
    /// ## Why it matters
    /// Ids, zips and badges are text. Written as `10457.0` or `10,457` they are other ids, and find nobody.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does. If the new value is meant, say so.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,00017.0
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,00017
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,"17,00"
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,A17.0
    /// ```
    pub(crate) static RULE = { code: "X010", name: "number-dressed", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(transform) = reviewed.made_by(cell, &RULE) else { return };
    let help = words!("Keep the stored values; next time, tick “protect numbers and dates” for the extract.");
    let fixes = reviewed.kept_or_meant(row, cell);
    reviewed.report_made((&RULE, RULE.severity), transform, (row, cell), help, fixes, sink);
}
