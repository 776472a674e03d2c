//! B003: text in another encoding than UTF-8.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::bytes::{Bytes, BytesDefect};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// Text that isn't UTF-8. Excel's plain “CSV (Comma delimited)” writes such files, in an encoding that depends on
    /// the computer.
    ///
    /// ## Why it matters
    /// Which letter a byte stands for depends on the encoding. A wrong guess turns José into Josй without anybody
    /// noticing.
    ///
    /// ## What to do
    /// Save it as “CSV UTF-8”, or look at how the first such cell reads in each encoding and pick the right one.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// Username,FirstName
    /// ann@example.com,Ann\xE9
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Anné
    /// ```
    pub(crate) static RULE = { code: "B003", name: "not-utf8", severity: Error, fixes: Always, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(BytesDefect::NotUtf8 { byte, line, samples }) = &bytes.defect else { return };
    let place = Place { byte: Some(*byte), ..Place::at_line(*line) };
    sink.report(
        &RULE,
        None,
        "",
        || place,
        || {
            Detail {
        message: words!("The file isn't UTF-8 (line {line}, byte {byte}).", line, byte),
        many: Words::default(),
        help:
            words!("Best save it again as CSV UTF-8. Or pick the encoding in which the cell at that place reads as it should."),
        fixes: samples
            .iter()
            .map(|sample| {
                Fix::needs_a_look(
                    words!("Read it as {encoding}: “{text}”", encoding = sample.name, text = sample.text),
                    Action::ReadAs { encoding: sample.label.to_owned() },
                )
            })
            .collect(),
    }
        },
    );
}
