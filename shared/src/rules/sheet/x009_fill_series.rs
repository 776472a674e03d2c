//! X009: a value that was dragged and counts up.

use crate::check::rule;
use crate::reviewed::{AccidentWords, Reviewed};
use crate::sink::Sink;
use crate::stages::merge::AccidentKind;
use crate::values::text::shortened;
use crate::values::words::Count;
use crate::words;

rule! {
    /// ## What it finds
    /// A run of cells in which a number or a day counts up from row to row, over what stood there: below a cell that
    /// was left as it was, among Locations that nobody knows, or in days and ids. Where neither holds it is a note:
    /// rooms are numbered one after the other, too.
    ///
    /// ## Why it matters
    /// Dragging a cell down copies it, except where it ends in a number or is a day: then a spreadsheet counts on. HQ
    /// 1 becomes HQ 2, HQ 3 and so on, and each is a new Location.
    ///
    /// ## What to do
    /// Keep the stored values; the fix does. If the cells are numbered on purpose, say that it is meant.
    ///
    /// ## Directory
    /// ```csv
    /// Username,OfficialLocation,OtherValue
    /// ann@example.com,HQ 1,012
    /// ben@example.com,Lab,417
    /// cem@example.com,Lab,311
    /// dot@example.com,Yard,208
    /// eva@example.com,Lab,120
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,OfficialLocation
    /// ann@example.com,HQ 1
    /// ben@example.com,HQ 2
    /// cem@example.com,HQ 3
    /// dot@example.com,HQ 4
    /// eva@example.com,HQ 5
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,OtherValue
    /// ann@example.com,012
    /// ben@example.com,418
    /// cem@example.com,304
    /// dot@example.com,209
    /// eva@example.com,120
    /// ```
    pub(crate) static RULE = { code: "X009", name: "fill-series", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for accident in &reviewed.merge.accidents {
        let AccidentKind::Series { from, to } = &accident.kind else { continue };
        let header = reviewed.schema.header_of(accident.column);
        let (from, to) = (shortened(from), shortened(to));
        let words = AccidentWords {
            message: words!(
                "{header} counts up from “{from}” to “{to}” in {rows} rows.",
                header,
                from,
                to,
                rows = Count(accident.rows.len())
            ),
            help: if accident.mild {
                words!(
                    "If the values are numbered on purpose, there is nothing to do. If a cell was dragged down, keep the stored values."
                )
            } else {
                words!(
                    "It looks as if a cell was dragged down to copy it, and the spreadsheet counted on. Keep the stored values."
                )
            },
            fix: words!("Keep the stored values"),
        };
        reviewed.report_accidents(&RULE, &reviewed.alone(accident), &words, sink);
    }
}
