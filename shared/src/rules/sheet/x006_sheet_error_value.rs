//! X006: a spreadsheet's error value.

use crate::check::rule;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value such as `#REF!`, `#NAME?`, `#N/A` or `########`.
    ///
    /// ## Why it matters
    /// It is what a spreadsheet shows instead of a value: for a broken formula, or for a column that is too narrow.
    ///
    /// ## What to do
    /// Keep the stored value, or correct the cell.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,#REF!
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Ann
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,#1 Ann
    /// ```
    pub(crate) static RULE = { code: "X006", name: "sheet-error-value", severity: Error, fixes: Sometimes, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if reviewed.made_by(cell, &RULE).is_none() {
        return;
    }
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        &cell.value,
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("{value} is a spreadsheet error value, not a {header}.", value = cell.value, header),
            many: words!(
                "{value} is a spreadsheet error value; {count} cells of {header} hold it.",
                value = cell.value,
                header
            ),
            help: words!("The spreadsheet showed it instead of a value. Keep the stored value, or correct the cell."),
            fixes: reviewed.keep_stored(row, cell, Safety::Safe).into_iter().collect(),
        },
    );
}
