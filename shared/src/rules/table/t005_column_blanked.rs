//! T005: a column that was emptied.

use crate::check::rule;
use crate::reviewed::{AccidentWords, Reviewed};
use crate::sink::Sink;
use crate::stages::merge::AccidentKind;
use crate::words;

rule! {
    /// ## What it finds
    /// More than a fifth of a column's values cleared, where blank cells clear.
    ///
    /// ## Why it matters
    /// Cells that were deleted by mistake look like cells that were always empty, and all of their values would be
    /// gone.
    ///
    /// ## What to do
    /// Keep the stored values; the fix does. If they are to go, say that it is meant.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName,EmployeeId,HomePhone,JobCategory
    /// ann@example.com,Ann,E-63,555 0101,Office
    /// ben@example.com,Ben,E-47,555 0102,Field
    /// cem@example.com,Cem,E-31,555 0103,Care
    /// dot@example.com,Dot,E-08,555 0104,Office
    /// eva@example.com,Eva,E-12,555 0105,Field
    /// fay@example.com,Fay,E-19,555 0106,Care
    /// gus@example.com,Gus,E-25,555 0107,Office
    /// ```
    ///
    /// ## Flagged
    /// ```csv clear
    /// Username,HomePhone
    /// ann@example.com,555 0101
    /// ben@example.com,
    /// cem@example.com,
    /// dot@example.com,
    /// eva@example.com,
    /// fay@example.com,
    /// gus@example.com,555 0107
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,HomePhone
    /// ann@example.com,555 0101
    /// ben@example.com,
    /// cem@example.com,
    /// dot@example.com,
    /// eva@example.com,
    /// fay@example.com,
    /// gus@example.com,555 0107
    /// ```
    ///
    /// ## Accepted
    /// ```csv clear
    /// Username,HomePhone
    /// ann@example.com,555 0101
    /// ben@example.com,
    /// cem@example.com,555 0103
    /// dot@example.com,555 0104
    /// eva@example.com,555 0105
    /// fay@example.com,555 0106
    /// gus@example.com,555 0107
    /// ```
    pub(crate) static RULE = { code: "T005", name: "column-blanked", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for together in reviewed.accidents_like(|kind| *kind == AccidentKind::Blanked) {
        let words = AccidentWords {
            message: words!(
                "{rows} of {of} values of {header} would be cleared.",
                rows = together.cells(),
                of = together.of(),
                header = together.headers
            ),
            help: words!(
                "Their cells are empty, and blank cells clear. Keep the stored values, unless they are to go."
            ),
            fix: words!("Keep the stored values"),
        };
        reviewed.report_accidents(&RULE, &together, &words, sink);
    }
}
