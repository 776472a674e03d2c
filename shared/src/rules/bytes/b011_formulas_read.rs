//! B011: cells of a workbook that hold formulas.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::Bytes;
use crate::values::words::{Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// Cells of a workbook that hold formulas. What is read is the value that the spreadsheet program computed last.
    ///
    /// ## Why it matters
    /// A formula that looks up a name or joins two cells gives the value of the day on which the workbook was saved.
    ///
    /// ## What to do
    /// Look whether the values are what you meant. Nothing else needs to be done: the formulas are never sent.
    ///
    /// ## Flagged
    /// ```csv workbook
    /// Username,FirstName
    /// ann@example.com,=LEFT(A2;3) → Ann
    /// ```
    ///
    /// ## Accepted
    /// ```csv workbook
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "B011", name: "formulas-read", severity: Note, fixes: None, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(workbook) = bytes.workbook.as_ref().filter(|workbook| workbook.formulas.count > 0) else { return };
    let seen = &workbook.formulas;
    sink.report(
        &RULE,
        None,
        "",
        || Place::at_line(seen.row),
        || Detail {
            message: words!(
                "{cells} computed by formulas, the first is {first}; the last value of each was read.",
                cells = counted(seen.count, words!("{count} cell is"), words!("{count} cells are")),
                first = seen.name
            ),
            many: Words::default(),
            help: words!("If a value looks old, let the spreadsheet program compute the workbook again, and save it."),
            fixes: Vec::new(),
        },
    );
}
