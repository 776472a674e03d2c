//! B004: UTF-16 that doesn't say so.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::bytes::{Bytes, BytesDefect};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A file in which every second byte is zero: UTF-16 without the mark at its start that would say which of its two
    /// orders is meant.
    ///
    /// ## Why it matters
    /// The two orders read as entirely different letters.
    ///
    /// ## What to do
    /// Save it as CSV UTF-8, or look whether it reads right in the order that its zeros speak for.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// U\x00s\x00e\x00r\x00n\x00a\x00m\x00e\x00,\x00J\x00o\x00i\x00n\x00e\x00d\x00
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "B004", name: "utf16-without-mark", severity: Error, fixes: Always, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(BytesDefect::Utf16WithoutMark { label }) = &bytes.defect else { return };
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: words!("The file looks like UTF-16 without a mark; save as CSV UTF-8."),
        many: Words::default(),
        help: words!("Which of two byte orders it has can't be told for certain, and a guess could change every letter. In the program that it is from, choose File > Save As > CSV UTF-8."),
        fixes: vec![Fix::needs_a_look(
            words!("Read it as {encoding}", encoding = label.to_uppercase()),
            Action::ReadAs { encoding: (*label).to_owned() },
        )],
    });
}
