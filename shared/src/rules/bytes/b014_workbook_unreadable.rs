//! B014: a workbook that can't be read.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::{Bytes, BytesDefect, WorkbookDefect};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A workbook that is cut, damaged or contradicts itself, or that unfolds to more than a directory of people can be.
    ///
    /// ## Why it matters
    /// What a damaged workbook meant can only be guessed at. And a small archive can be made to unfold to gigabytes.
    ///
    /// ## What to do
    /// Open it in the spreadsheet program and save it again, or save it as CSV UTF-8.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// PK\x03\x04\x14\x00\x06\x00[Content_Types].xml
    /// ```
    ///
    /// ## Accepted
    /// ```csv workbook
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "B014", name: "workbook-unreadable", severity: Error, fixes: None, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(BytesDefect::Workbook(defect)) = &bytes.defect else { return };
    let (what, help) = match defect {
        WorkbookDefect::TooLarge(what) => (
            what.clone(),
            words!("Save it as CSV UTF-8, or send it in parts. Rows and columns that a file lacks stay as they are."),
        ),
        WorkbookDefect::Damaged(what) => (
            what.clone(),
            words!(
                "Nothing of it was read. Open it in the spreadsheet program and save it again, or save it as CSV UTF-8."
            ),
        ),
        WorkbookDefect::Empty => (words!("is empty"), words!("Look whether it is the file that you meant.")),
    };
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: words!("This is an Excel workbook that {what}.", what),
        many: Words::default(),
        help,
        fixes: Vec::new(),
    });
}
