//! T004: a column that one value swallowed.

use crate::check::rule;
use crate::reviewed::{AccidentWords, Reviewed};
use crate::sink::Sink;
use crate::stages::merge::AccidentKind;
use crate::values::text::shortened;
use crate::values::words::Count;
use crate::words;

rule! {
    /// ## What it finds
    /// One value in many cells that held different ones before. It is an error where values differ from person to
    /// person, as names and numbers do, and a note where many people share a few values: there it may be a
    /// re-organisation.
    ///
    /// ## Why it matters
    /// A cell that was dragged or pasted over a column replaces everybody's value at once.
    ///
    /// ## What to do
    /// Put the cells back; the fix does. If everybody has this value indeed, say that it is meant.
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
    /// ben@example.com,555 0101
    /// cem@example.com,555 0101
    /// dot@example.com,555 0101
    /// eva@example.com,555 0101
    /// fay@example.com,555 0101
    /// gus@example.com,555 0107
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,JobCategory
    /// ann@example.com,Office
    /// ben@example.com,Office
    /// cem@example.com,Office
    /// dot@example.com,Office
    /// eva@example.com,Office
    /// fay@example.com,Office
    /// gus@example.com,Office
    /// ```
    pub(crate) static RULE = { code: "T004", name: "column-overwritten", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for accident in &reviewed.merge.accidents {
        let AccidentKind::Overwritten { value } = &accident.kind else { continue };
        let header = reviewed.schema.header_of(accident.column);
        let (value, cells, of) = (shortened(value), Count(accident.rows.len()), Count(accident.of));
        let words = if accident.mild {
            AccidentWords {
                message: words!(
                    "“{value}” replaces different values in {cells} of {of} cells of {header}.",
                    value,
                    cells,
                    of,
                    header
                ),
                help: words!(
                    "If everybody has this value now, there is nothing to do. If a cell was dragged over the others, keep the stored values."
                ),
                fix: words!("Keep the stored values"),
            }
        } else {
            AccidentWords {
                message: words!(
                    "“{value}” replaced different values in {cells} of {of} cells of {header}.",
                    value,
                    cells,
                    of,
                    header
                ),
                help: words!("It looks as if one cell was dragged or pasted over the others. Put them back."),
                fix: words!("Put the cells back"),
            }
        };
        reviewed.report_accidents(&RULE, &reviewed.alone(accident), &words, sink);
    }
}
