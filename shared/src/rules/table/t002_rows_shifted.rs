//! T002: a block of cells that stands a row too low or too high.

use crate::check::rule;
use crate::reviewed::{AccidentWords, Reviewed};
use crate::sink::Sink;
use crate::stages::merge::AccidentKind;
use crate::words;

rule! {
    /// ## What it finds
    /// Cells in a row that hold what the row above, or below, held before.
    ///
    /// ## Why it matters
    /// A cell that was inserted or deleted pushes the rest of its column down or up, and each person gets her
    /// neighbour's value.
    ///
    /// ## What to do
    /// Put the cells back; the fix does. If it is what you want, say that it is meant.
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
    /// ```csv
    /// Username,HomePhone
    /// ann@example.com,555 0101
    /// ben@example.com,
    /// cem@example.com,555 0102
    /// dot@example.com,555 0103
    /// eva@example.com,555 0104
    /// fay@example.com,555 0105
    /// gus@example.com,555 0106
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,HomePhone
    /// ann@example.com,555 0101
    /// ben@example.com,555 0201
    /// cem@example.com,555 0202
    /// dot@example.com,555 0203
    /// eva@example.com,555 0204
    /// fay@example.com,555 0205
    /// gus@example.com,555 0206
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,JobCategory
    /// ann@example.com,Office
    /// ben@example.com,Office
    /// cem@example.com,Field
    /// dot@example.com,Office
    /// eva@example.com,Field
    /// fay@example.com,Care
    /// gus@example.com,Office
    /// ```
    pub(crate) static RULE = { code: "T002", name: "rows-shifted", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for down in [true, false] {
        for together in reviewed.accidents_like(|kind| *kind == AccidentKind::Shifted { down }) {
            let (header, rows, of) = (&together.headers, together.cells(), together.of());
            let words = AccidentWords {
                message: if down {
                    words!("{rows} of {of} cells of {header} stand a row too low.", rows, of, header)
                } else {
                    words!("{rows} of {of} cells of {header} stand a row too high.", rows, of, header)
                },
                help: if down {
                    words!(
                        "Each holds what the row above had. It looks as if a cell was inserted above them. Put them back."
                    )
                } else {
                    words!(
                        "Each holds what the row below had. It looks as if a cell was deleted above them. Put them back."
                    )
                },
                fix: words!("Put the cells back"),
            };
            reviewed.report_accidents(&RULE, &together, &words, sink);
        }
    }
}
