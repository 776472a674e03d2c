//! X005: a + that a spreadsheet ate.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A new phone number that is the stored one without its + or with its spaces gone, too.
    ///
    /// ## Why it matters
    /// Spreadsheets read +4930… as a positive number. Without the + it can't be dialled from abroad.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does. If the new value is meant, say so.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,WorkMobilePhone
    /// ann@example.com,1 555 0117
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,WorkMobilePhone
    /// ann@example.com,'+1 555 0117
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,WorkMobilePhone
    /// ann@example.com,'+1 555 0119
    /// ```
    pub(crate) static RULE = { code: "X005", name: "plus-lost", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if reviewed.made_by(cell, &RULE).is_none() {
        return;
    }
    let stored = cell.stored.as_deref().unwrap_or_default();
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!(
                "The + is lost: {header} was {stored}, the file has {value}.",
                header,
                stored,
                value = shortened(&cell.value)
            ),
            many: words!("The + is lost in {count} cells of {header}.", header),
            help: words!("A spreadsheet took the number for a sum. Keep the stored values."),
            fixes: reviewed.kept_or_meant(row, cell),
        },
    );
}
