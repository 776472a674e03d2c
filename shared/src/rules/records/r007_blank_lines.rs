//! R007: lines without text.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::records::Records;
use crate::values::words::{Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// Lines that hold nothing but separators and space, or the marks with which old programs end a file.
    ///
    /// ## Why it matters
    /// They are about nobody, and skipped.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    ///
    /// ann@example.com,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "R007", name: "blank-lines", severity: Note, fixes: None, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    let Some(first) = records.blank_lines.first() else { return };
    sink.report(
        &RULE,
        None,
        "",
        || Place::at_line(*first),
        || Detail {
            message: words!(
                "{lines} ignored.",
                lines = counted(records.blank_count, words!("{count} empty line"), words!("{count} empty lines"))
            ),
            many: Words::default(),
            help: words!("They are about nobody. Nothing needs to be done."),
            fixes: Vec::new(),
        },
    );
}
