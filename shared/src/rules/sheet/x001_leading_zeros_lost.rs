//! X001: zeros that a spreadsheet ate.

use crate::finding::{Detail, Sink};
use crate::fix::Safety;
use crate::rule::rule;
use crate::schema::Kind;
use crate::stages::findings::{ChangedCell, Reviewed};
use crate::stages::rows::Row;
use crate::values::text::shortened;

rule! {
    /// ## What it finds
    /// A new value that is the stored one without its leading zeros.
    ///
    /// ## Why it matters
    /// Spreadsheets read digits as a number when they open a CSV file, and a number has no leading zeros. 00017 and 17
    /// are different people's ids, and 01069 and 1069 are different towns.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,17
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,00017
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,00019
    /// ```
    pub(crate) static RULE = { code: "X001", name: "leading-zeros-lost", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(stored) = damaged(cell) else { return };
    let header = &cell.column.header;
    sink.report(&RULE, Some(header), "", || reviewed.changed_place(row, cell), || Detail {
        message: format!("Leading zeros lost: {header} was {stored}, the file has {}.", shortened(&cell.value)),
        many: format!("Leading zeros lost in {{count}} cells of {header}."),
        help: "A spreadsheet took the digits for a number. Keep the stored values; next time, tick “protect numbers and dates” for the extract.".to_owned(),
        fixes: reviewed.keep_stored(row, cell, Safety::Safe).into_iter().collect(),
    });
}

/// The stored value, if the cell is what a spreadsheet makes of it.
fn damaged<'a>(cell: &'a ChangedCell<'_>) -> Option<&'a str> {
    if matches!(cell.column.kind, Kind::List { .. } | Kind::Date { .. }) {
        return None;
    }
    let stored = cell.stored.as_deref()?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let bare = stored.trim_start_matches('0');
    let bare = if bare.is_empty() { "0" } else { bare };
    (digits(stored) && stored.starts_with('0') && stored != bare && cell.value == bare).then_some(stored)
}
