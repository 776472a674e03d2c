//! C016: letters without their marks, or lines put into one.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::rule::Severity;
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value that is the stored one without accents, dots and strokes, or with its line breaks gone. A few such
    /// cells are a note; where most changed cells of a column are such, a warning.
    ///
    /// ## Why it matters
    /// An export for cards or payroll writes names like this. The people write them otherwise.
    ///
    /// ## What to do
    /// Keep the stored values, unless the names are meant to be written like this.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zoë
    /// ben@example.com,José
    /// cy@example.com,Søs
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zoe
    /// ben@example.com,Jose
    /// cy@example.com,Sos
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zoë
    /// ben@example.com,José
    /// cy@example.com,Søs
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zoë Maria
    /// ```
    pub(crate) static RULE = { code: "C016", name: "text-simplified", severity: Warning, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(transform) = reviewed.made_by(cell, &RULE) else { return };
    let severity = if reviewed.shown_by_many(cell, transform) { RULE.severity } else { Severity::Note };
    let help = words!(
        "A program writes text like this where it can't write it otherwise. Keep the stored values, unless this is meant."
    );
    let fixes = reviewed.kept_or_meant(row, cell);
    reviewed.report_made((&RULE, severity), transform, (row, cell), help, fixes, sink);
}
