//! X015: a value that looks like the stored one, and isn't.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::rule::Severity;
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::transform::Verdict;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value that looks like the stored one, in other characters: full-width letters, ligatures, spaces that
    /// don't break, hyphens and quotes of other kinds, two spaces for one, letters of another script. Where unusual
    /// characters became plain ones, it is a note.
    ///
    /// ## Why it matters
    /// Nobody sees the difference, and every search does. Nobody makes such an edit on purpose, but for whoever tidies
    /// up.
    ///
    /// ## What to do
    /// Keep the stored value, or let it be if you are the one who tidies up.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Ａｎｎ
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Ann
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Anne
    /// ```
    pub(crate) static RULE = { code: "X015", name: "looks-the-same", severity: Warning, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(transform) = reviewed.made_by(cell, &RULE) else { return };
    let severity = if transform.verdict == Verdict::Damage { RULE.severity } else { Severity::Note };
    let help = words!(
        "They are different values to every program. Keep the stored ones, unless you changed the characters on purpose."
    );
    let fixes = reviewed.kept_or_meant(row, cell);
    reviewed.report_made((&RULE, severity), transform, (row, cell), help, fixes, sink);
}
