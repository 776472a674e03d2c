//! R003: a quote inside a cell that isn't quoted.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::records::{RecordDefectKind, Records};
use crate::words;

rule! {
    /// ## What it finds
    /// A quote inside a cell that doesn't begin with one.
    ///
    /// ## Why it matters
    /// Programs disagree about what it means: some keep it, some drop it, some read on until the next one.
    ///
    /// ## What to do
    /// Quote the whole cell and double the quote in it.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,Ann "Nan" Lee
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,"Ann ""Nan"" Lee"
    /// ```
    pub(crate) static RULE = { code: "R003", name: "quote-in-bare-cell", severity: Error, fixes: Always, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    for defect in records.defects.iter().filter(|defect| defect.kind == RecordDefectKind::QuoteInBareCell) {
        sink.report(
            &RULE,
            None,
            "",
            || Place::at_defect(defect),
            || Detail {
                message: words!(
                    "On line {line}, cell {cell} has a quote in it but isn't quoted.",
                    line = defect.line,
                    cell = defect.cell + 1
                ),
                many: words!("{count} quotes stand in cells that aren't quoted."),
                help: words!("Put the whole cell in quotes and write \"\" for a quote, or leave the row out."),
                fixes: defect
                    .row
                    .map(|row| Fix::needs_a_look(words!("Leave the row out"), Action::LeaveOut { row }))
                    .into_iter()
                    .collect(),
            },
        );
    }
}
