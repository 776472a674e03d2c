//! X001: zeros that a spreadsheet ate.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value that is the stored one without its leading zeros.
    ///
    /// ## Why it matters
    /// Spreadsheets read digits as a number when they open a CSV file, and a number has no leading zeros. 00017 and 17
    /// are different people's ids, and 01069 and 1069 are different towns.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does. If the new value is meant, say so.
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
    if reviewed.made_by(cell, &RULE).is_none() {
        return;
    }
    let stored = cell.stored.as_deref().unwrap_or_default();
    let header = &cell.column.header;
    sink.report(&RULE, Some(header), "", || reviewed.changed_place(row, cell), || Detail {
        message: words!("Leading zeros lost: {header} was {stored}, the file has {value}.", header, stored, value = shortened(&cell.value)),
        many: words!("Leading zeros lost in {count} cells of {header}.", header),
        help: words!("A spreadsheet took the digits for a number. Keep the stored values; next time, tick “protect numbers and dates” for the extract."),
        fixes: reviewed.kept_or_meant(row, cell),
    });
}
