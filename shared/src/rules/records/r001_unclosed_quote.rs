//! R001: a quote that is never closed.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::records::{RecordDefectKind, Records};
use crate::words;

rule! {
    /// ## What it finds
    /// A cell that begins with a quote which is never closed.
    ///
    /// ## Why it matters
    /// Everything after the quote, whole rows of people, would be read as part of that one cell. Readers that forgive
    /// this lose those rows without a word.
    ///
    /// ## What to do
    /// Go to the line on which the quote was opened. Close it, or write two quotes for one that belongs to the text.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,"Ann
    /// ben@example.com,Ben
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,"Ann ""Nan"""
    /// ```
    pub(crate) static RULE = { code: "R001", name: "unclosed-quote", severity: Error, fixes: None, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    for defect in records.defects.iter().filter(|defect| defect.kind == RecordDefectKind::UnclosedQuote) {
        sink.report(&RULE, None, "", || Place::at_defect(defect), || Detail {
            message: words!("The quote opened on line {line} is never closed.", line = defect.line),
            many: words!("{count} quotes are never closed."),
            help: words!("Nothing after it can be read: whole rows would end up in this one cell. Close the quote, or write \"\" for a quote that belongs to the text."),
            fixes: Vec::new(),
        });
    }
}
