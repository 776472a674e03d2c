//! D003: a header that can be split in two ways.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::dialect::Dialect;
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A header that names as many known columns with one separator as with another.
    ///
    /// ## Why it matters
    /// Read with the wrong one, every cell would be in the wrong place.
    ///
    /// ## What to do
    /// Separate the cells of the header in one way only.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName;LastName,Nickname;Joined
    /// ann@example.com,Ann;Lee,Nan;2020-01-02
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "D003", name: "dialect-ambiguous", severity: Error, fixes: None, check: Dialect(check) };
}

fn check(dialect: &Dialect, sink: &mut Sink) {
    let Some(other) = dialect.ties.first().filter(|_| dialect.known_headers > 0) else { return };
    sink.report(&RULE, None, "", || Place::at_line(dialect.first_line), || Detail {
        message: words!("The column names could be separated by {delimiter} or by {other}.", delimiter = dialect.delimiter_name(), other = crate::stages::dialect::delimiter_name(*other)),
        many: Words::default(),
        help: words!("Nothing is guessed: read in the wrong way, every cell would be in the wrong place. Use one separator throughout the first line."),
        fixes: Vec::new(),
    });
}
