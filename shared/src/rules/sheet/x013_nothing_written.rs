//! X013: what programs write where nothing stood.

use crate::check::rule;
use crate::fix::{Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::rule::Severity;
use crate::schema::Kind;
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::transform::Verdict;
use crate::words;

rule! {
    /// ## What it finds
    /// A word, sign or day that programs write for nothing, in a cell that was empty: `NULL`, `nan`, `\N`, `None`, `0`,
    /// `1900-01-01`. In one cell, one that people write, too, is a warning or a note; in many it is an error.
    ///
    /// ## Why it matters
    /// A database, a data frame or a formula wrote it where there was nothing. Sent like this, everybody is called
    /// Null.
    ///
    /// ## What to do
    /// Keep the stored values; the fix does. If it is a value, say so.
    ///
    /// ## Directory
    /// ```csv
    /// Username,Nickname,SecondBadge
    /// ann@example.com,,
    /// ben@example.com,,
    /// cy@example.com,Cyd,
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,NULL
    /// ben@example.com,NULL
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,
    /// ben@example.com,
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,SecondBadge
    /// ann@example.com,0
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Nickname,SecondBadge
    /// ann@example.com,Nan,17
    /// cy@example.com,Null,
    /// ```
    pub(crate) static RULE = { code: "X013", name: "nothing-written", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(transform) = reviewed.made_by(cell, &RULE) else { return };
    // Somebody whose name is Null has it in other cells, too.
    if cell.column.required || is_her_own(reviewed, row, cell) {
        return;
    }
    let (explained, changed) = reviewed.count_made(cell, transform);
    let refused = matches!(cell.column.kind, Kind::Date { .. }) && transform.verdict == Verdict::Damage;
    let severity = match transform.name {
        _ if refused => Severity::Error,
        "nothing-likely" if explained < SOME || cell_share(explained, changed) < MOST => Severity::Warning,
        "nothing-perhaps" | "first-day" if explained < FEW || cell_share(explained, changed) < MOST => Severity::Note,
        _ => Severity::Error,
    };
    let help = words!("Nothing stood there. Keep it empty; if it is a value, say so.");
    let empty = || {
        Some(Fix {
            title: words!("Leave it empty"),
            safety: Safety::Safe,
            actions: vec![reviewed.edit(row, cell.index, "")?],
        })
    };
    let back = reviewed.keep_stored(row, cell, Safety::Safe).or_else(empty);
    let fixes = back.into_iter().chain([reviewed.meant(cell)]).collect();
    reviewed.report_made((&RULE, severity), transform, (row, cell), help, fixes, sink);
}

/// From how many cells on people no longer write a word, or a sign or a day.
const SOME: usize = 2;
const FEW: usize = 3;
/// The share, in percent, of a column's changed cells that no longer is chance.
const MOST: usize = 50;

fn cell_share(explained: usize, changed: usize) -> usize {
    explained * 100 / changed.max(1)
}

/// Whether another cell of the row says the same.
fn is_her_own(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>) -> bool {
    let letters = cell.value.bytes().all(|byte| byte.is_ascii_alphabetic());
    let says = |column: usize| reviewed.schema.column(column).is_some_and(|column| column.required);
    let others = (0..reviewed.schema.columns.len()).filter(|column| *column != cell.index && says(*column));
    letters
        && others.into_iter().any(|column| reviewed.known_value(row, column).is_some_and(|value| value == cell.value))
}
