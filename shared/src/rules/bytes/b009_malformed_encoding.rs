//! B009: bytes that the file's own encoding can't read.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::{Bytes, BytesDefect};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A file whose mark says UTF-16, or whose encoding was picked, and that holds bytes which are no text in it.
    ///
    /// ## Why it matters
    /// A reader that goes on puts a � for them, and a letter of somebody's name is gone.
    ///
    /// ## What to do
    /// Save it as CSV UTF-8, or pick another encoding.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// \xFF\xFEU\x00s\x00e\x00r\x00\x00\xD8a\x00
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "B009", name: "malformed-encoding", severity: Error, fixes: None, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(BytesDefect::Malformed { encoding, line }) = &bytes.defect else { return };
    sink.report(
        &RULE,
        None,
        "",
        || Place::at_line(*line),
        || Detail {
            message: words!("The file isn't {encoding} throughout (line {line}).", encoding, line),
            many: Words::default(),
            help: words!("Letters would be lost there. Save it again as CSV UTF-8, or pick another encoding."),
            fixes: Vec::new(),
        },
    );
}
