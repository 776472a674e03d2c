//! R006: rows that end early.

use crate::check::rule;
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::words;

rule! {
    /// ## What it finds
    /// A row with fewer cells than the header, where nothing speaks against the missing ones being its last.
    ///
    /// ## Why it matters
    /// Spreadsheets drop empty cells at the end of rows. Such a cell is missing, which is not the same as blank: its
    /// column stays as it is, also where blank cells clear.
    ///
    /// ## What to do
    /// Nothing, unless a value is missing.
    ///
    /// ## Flagged
    /// ```csv clear
    /// Username,FirstName,JobCategory
    /// ann@example.com,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,JobCategory
    /// ann@example.com,Annie,
    /// ```
    pub(crate) static RULE = { code: "R006", name: "trailing-cells-missing", severity: Warning, fixes: None, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for short in reviewed.short_rows().filter(|short| short.lacks_its_end) {
        sink.report(&RULE, None, "", || reviewed.row_place(&short.row), || Detail {
            message: words!("Trailing cells missing on line {line}; those columns left unchanged.", line = short.row.line),
            many: words!("Trailing cells missing on {count} lines; those columns left unchanged."),
            help: words!("Spreadsheets drop empty cells at the end of rows. They never clear a value. Look whether one is missing."),
            fixes: Vec::new(),
        });
    }
}
