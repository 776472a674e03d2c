//! D001: a file that isn't written with commas in UTF-8.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::WORKBOOK;
use crate::stages::dialect::Dialect;
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A file whose cells are separated by something else than commas, or that is encoded otherwise than in UTF-8.
    ///
    /// ## Why it matters
    /// It is read all the same. It is said so that nobody wonders.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Flagged
    /// ```csv
    /// Username;FirstName
    /// ann@example.com;Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "D001", name: "delimiter-noted", severity: Note, fixes: None, check: Dialect(check) };
}

fn check(dialect: &Dialect, sink: &mut Sink) {
    // A workbook's text is our own, and has a note of its own.
    let as_usual = dialect.encoding == "UTF-8" || dialect.encoding == WORKBOOK;
    if dialect.delimiter == b',' && as_usual || dialect.known_headers == 0 {
        return;
    }
    let family = if dialect.encoding.starts_with("UTF-16") { "UTF-16" } else { dialect.encoding };
    let message = match dialect.encoding {
        "UTF-8" => words!("Read with {delimiter} as separator.", delimiter = shown(dialect.delimiter)),
        _ => {
            words!(
                "The file was read as {family}, {delimiter}-separated.",
                family,
                delimiter = dialect.delimiter_name()
            )
        }
    };
    sink.report(
        &RULE,
        None,
        "",
        || Place::at_line(dialect.first_line),
        || Detail {
            message,
            many: Words::default(),
            help: words!("Spreadsheet programs choose it by the computer's language. Nothing needs to be done."),
            fixes: Vec::new(),
        },
    );
}

fn shown(delimiter: u8) -> Words {
    if delimiter == b'\t' { words!("tab") } else { words!("{character}", character = char::from(delimiter)) }
}
