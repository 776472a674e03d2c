//! B010: a workbook, of which one sheet was read.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::Bytes;
use crate::values::words::{Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// An Excel workbook (.xlsx). Of its visible sheets, the first that names columns is read.
    ///
    /// ## Why it matters
    /// A CSV file is one table; a workbook can hold several, and the people that you mean may be on another sheet.
    ///
    /// ## What to do
    /// Look whether it is the sheet that you meant. If not, move it to the front, or save it as CSV UTF-8.
    ///
    /// ## Flagged
    /// ```csv workbook
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "B010", name: "workbook-read", severity: Note, fixes: None, check: Bytes(check) };
}

/// How many sheets are named.
const MOST_NAMED: usize = 5;

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(workbook) = bytes.workbook.as_ref().filter(|_| bytes.defect.is_none()) else { return };
    let named = workbook.others.iter().take(MOST_NAMED).map(|name| words!("“{name}”", name));
    let sheets = Words::listed(named);
    let more = if workbook.others.len() > MOST_NAMED { words!(" and others") } else { Words::default() };
    let others = match workbook.others.len() {
        0 => Words::default(),
        1 => words!(" The sheet {one} holds something, too, and was not read.", one = sheets),
        _ => words!(" The sheets {sheets}{more} hold something, too, and were not read.", sheets, more),
    };
    let comments = match workbook.comments {
        0 => Words::default(),
        count => {
            let remarks = counted(count, words!("{count} remark"), words!("{count} remarks"));
            words!(" {remarks} on its cells were not read.", remarks)
        }
    };
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: words!(
            "Read the sheet “{sheet}” of an Excel workbook.{others}{comments}",
            sheet = workbook.sheet,
            others,
            comments
        ),
        many: Words::default(),
        help: words!(
            "Lines are numbered as the sheet's rows. What is sent is a CSV file of this sheet, never the workbook."
        ),
        fixes: Vec::new(),
    });
}
