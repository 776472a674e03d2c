//! R002: text between a closing quote and the next separator.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::records::{RecordDefectKind, Records};
use crate::words;

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
                message: words!(
                    "On line {line}, text stands after the closing quote of cell {cell}: {text}",
                    line = defect.line,
                    cell = defect.cell + 1,
                    text = defect.text
                ),
                many: words!("In {count} cells, text stands after the closing quote."),
                help: words!("Write \"\" for a quote that belongs to the text, or leave the row out."),
                fixes: defect
                    .row
                    .map(|row| Fix::needs_a_look(words!("Leave the row out"), Action::LeaveOut { row }))
                    .into_iter()
                    .collect(),
            },
        );
    }
}
