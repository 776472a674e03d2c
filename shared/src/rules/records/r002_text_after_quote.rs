//! R002: text between a closing quote and the next separator.

use crate::finding::{Detail, Place, Sink};
use crate::fix::{Action, Fix};
use crate::rule::rule;
use crate::stages::records::{RecordDefectKind, Records};

rule! {
    /// ## What it finds
    /// Text that stands directly behind a closing quote.
    ///
    /// ## Why it matters
    /// A quote inside a quoted cell must be doubled. One that isn't ends the cell, and the rest of the text belongs
    /// nowhere.
    ///
    /// ## What to do
    /// Double the quotes inside the cell.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,"The "Boss"" here"
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,"The ""Boss"" here"
    /// ```
    pub(crate) static RULE = { code: "R002", name: "text-after-quote", severity: Error, fixes: Always, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    for defect in records.defects.iter().filter(|defect| defect.kind == RecordDefectKind::TextAfterQuote) {
        sink.report(
            &RULE,
            None,
            "",
            || Place::at_defect(defect),
            || Detail {
                message: format!(
                    "On line {}, text stands after the closing quote of cell {}: {}",
                    defect.line,
                    defect.cell + 1,
                    defect.text
                ),
                many: "In {count} cells, text stands after the closing quote.".to_owned(),
                help: "Write \"\" for a quote that belongs to the text, or leave the row out.".to_owned(),
                fixes: defect
                    .row
                    .map(|row| Fix::needs_a_look("Leave the row out", Action::LeaveOut { row }))
                    .into_iter()
                    .collect(),
            },
        );
    }
}
