//! B002: a workbook, an archive, a document.

use crate::finding::{Detail, Place, Sink};
use crate::rule::rule;
use crate::stages::bytes::{Bytes, BytesDefect};

rule! {
    /// ## What it finds
    /// A file that isn't text: an Excel or OpenDocument workbook, a compressed file, a PDF, a web page; whatever its
    /// name ends with.
    ///
    /// ## Why it matters
    /// Only the program that made such a file knows what is in it. Read as text it would be gibberish.
    ///
    /// ## What to do
    /// Open it where it was made, and save it as CSV UTF-8.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// PK\x03\x04\x14\x00\x06\x00[Content_Types].xml
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "B002", name: "not-text", severity: Error, fixes: None, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(BytesDefect::NotText(kind)) = &bytes.defect else { return };
    sink.report(&RULE, None, "", Place::default(), || Detail {
        message: format!("This is {kind}, not a CSV file."),
        many: String::new(),
        help: if kind.contains("compressed") {
            "Compressed files aren't accepted: unpack it first, and give the CSV file in it.".to_owned()
        } else {
            "Open it in the program that it is from, then File > Save As > CSV UTF-8, and give that file.".to_owned()
        },
        fixes: Vec::new(),
    });
}
