//! D002: Excel's sep= line.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::dialect::Dialect;
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A first line such as `sep=;`, which tells Excel the separator.
    ///
    /// ## Why it matters
    /// It is read and skipped. Excel ignores UTF-8 in files that have it, so letters may have been lost before.
    ///
    /// ## What to do
    /// Look at names with accents.
    ///
    /// ## Flagged
    /// ```csv
    /// sep=;
    /// Username;FirstName
    /// ann@example.com;Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username;FirstName
    /// ann@example.com;Annie
    /// ```
    pub(crate) static RULE = { code: "D002", name: "sep-line-noted", severity: Note, fixes: None, check: Dialect(check) };
}

fn check(dialect: &Dialect, sink: &mut Sink) {
    if !dialect.sep_line {
        return;
    }
    sink.report(
        &RULE,
        None,
        "",
        || Place::at_line(1),
        || Detail {
            message: words!(
                "The first line says that {delimiter} separates cells; it was read and skipped.",
                delimiter = dialect.delimiter_name()
            ),
            many: Words::default(),
            help: words!("Excel ignores UTF-8 in files with this line. Look at names with accents."),
            fixes: Vec::new(),
        },
    );
}
