//! B001: a file without a single character.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::{Bytes, BytesDefect};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A file of no bytes, or of nothing but a byte order mark, space and empty cells.
    ///
    /// ## Why it matters
    /// There is nothing to read. A download that was cut off or a failed save leaves such a file.
    ///
    /// ## What to do
    /// Save the file again, and look at its size before sending it.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// \xEF\xBB\xBF
    /// ```
    ///
    /// ## Flagged
    /// ```csv bytes
    ///  ,\x20
    ///  ,\x20
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "B001", name: "empty-file", severity: Error, fixes: None, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(BytesDefect::Empty) = &bytes.defect else { return };
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: if bytes.text.is_empty() {
            words!("The file is empty.")
        } else {
            words!("The file is empty: it holds nothing but space and cells without text.")
        },
        many: Words::default(),
        help: words!("Its first line should name the columns: Username, and those that you want to change, such as WorkEmail or OfficialLocation. Save the spreadsheet again as CSV UTF-8."),
        fixes: Vec::new(),
    });
}
