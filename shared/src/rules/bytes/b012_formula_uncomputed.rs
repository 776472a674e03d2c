//! B012: formulas whose value nobody knows.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::Bytes;
use crate::values::words::{Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// Cells of a workbook that hold a formula and no value: the program that wrote the workbook didn't compute them.
    ///
    /// ## Why it matters
    /// Such a cell would read as empty, and an empty cell may clear what is stored.
    ///
    /// ## What to do
    /// Open the workbook in a spreadsheet program and save it, which computes them.
    ///
    /// ## Flagged
    /// ```csv workbook
    /// Username,FirstName
    /// ann@example.com,=LEFT(A2;3)
    /// ```
    ///
    /// ## Accepted
    /// ```csv workbook
    /// Username,FirstName
    /// ann@example.com,=LEFT(A2;3) → Ann
    /// ```
    pub(crate) static RULE = { code: "B012", name: "formula-uncomputed", severity: Error, fixes: None, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(workbook) = bytes.workbook.as_ref().filter(|workbook| workbook.uncomputed.count > 0) else { return };
    let seen = &workbook.uncomputed;
    sink.report(
        &RULE,
        None,
        "",
        || Place::at_line(seen.row),
        || Detail {
            message: words!(
                "{cells} a formula that was never computed, the first is {first}: its value isn't known.",
                cells = counted(seen.count, words!("{count} cell holds"), words!("{count} cells hold")),
                first = seen.name
            ),
            many: Words::default(),
            help: words!("Open the workbook in a spreadsheet program, save it there, and drop it again."),
            fixes: Vec::new(),
        },
    );
}
