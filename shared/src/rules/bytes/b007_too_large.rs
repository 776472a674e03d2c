//! B007: a file over the limit.

use crate::check::rule;
use crate::finding::Place;
use crate::limits::MOST_BYTES;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::{Bytes, BytesDefect};
use crate::values::words::{Count, Words};
use crate::words;

rule! {
    /// ## What it finds
    /// A file of more than 1 GiB.
    ///
    /// ## Why it matters
    /// A browser can't hold it, and no directory of people needs it.
    ///
    /// ## What to do
    /// Send it in parts: any rows and columns may be left out of a file.
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "B007", name: "too-large", severity: Error, fixes: None, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(BytesDefect::TooLarge) = &bytes.defect else { return };
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: words!(
            "The file has {size} bytes; at most {most} are read.",
            size = Count(bytes.size),
            most = Count(MOST_BYTES)
        ),
        many: Words::default(),
        help: words!("Send it in parts. Rows and columns that a file lacks stay as they are."),
        fixes: Vec::new(),
    });
}
