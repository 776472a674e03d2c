//! B010: a workbook, of which one sheet was read.

use crate::finding::{Detail, Place, Sink};
use crate::rule::rule;
use crate::stages::bytes::Bytes;

rule! {
    /// ## What it finds
    /// An Excel workbook (.xlsx). Its first visible sheet is read.
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
    let named: Vec<String> = workbook.others.iter().take(MOST_NAMED).map(|name| format!("“{name}”")).collect();
    let more = if workbook.others.len() > MOST_NAMED { " and others" } else { "" };
    let others = match named.as_slice() {
        [] => String::new(),
        [one] => format!(" The sheet {one} holds something, too, and was not read."),
        many => format!(" The sheets {}{more} hold something, too, and were not read.", many.join(", ")),
    };
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: format!("Read the sheet “{}” of an Excel workbook.{others}", workbook.sheet),
        many: String::new(),
        help: "Lines are numbered as the sheet's rows. What is sent is a CSV file of this sheet, never the workbook."
            .to_owned(),
        fixes: Vec::new(),
    });
}
