//! B002: an old workbook, an archive, a document.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::{Bytes, BytesDefect, Foreign, Way};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A file that can't be read: an old, binary or protected workbook, another office document, a compressed file, a
    /// PDF, a web page, JSON, XML, SYLK, DIF, LDIF, an address book; whatever its name ends with. An Excel workbook
    /// (.xlsx) can be.
    ///
    /// ## Why it matters
    /// Only the program that made such a file knows what is in it. Read as text it would be gibberish.
    ///
    /// ## What to do
    /// Open it where it was made, and save it as CSV UTF-8; or ask for CSV where it comes from.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// \xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// [{"Username":"ann@example.com","FirstName":"Ann"}]
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// ID;Username;FirstName
    /// 17;ann@example.com;Annie
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
    let Some(BytesDefect::NotText(Foreign { what, way })) = &bytes.defect else { return };
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: words!("This is {kind}, neither a CSV file nor an .xlsx workbook.", kind = what),
        many: Words::default(),
        help: match way {
            Way::Unpack => words!("Compressed files aren't accepted: unpack it first, and give the CSV file in it."),
            Way::TakePasswordOff => words!("Open it in Excel, take the password off or save it as CSV UTF-8, and give that file."),
            Way::Save => words!("Open it in the program that it is from, then File > Save As > CSV UTF-8, and give that file."),
            Way::Export => words!("Programs exchange such files. Where it comes from, export as CSV instead: the first line names the columns, and each person has a line."),
        },
        fixes: Vec::new(),
    });
}
