//! X004: a day, or what a spreadsheet took for one, written in another notation.

use crate::check::rule;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::values::date::{self, DateFormat};
use crate::words;

rule! {
    /// ## What it finds
    /// A stored day in another notation than YYYY-MM-DD, or a text such as `1-2` or `MAR5` that became `2-Jan` or
    /// `5-Mar`.
    ///
    /// ## Why it matters
    /// Spreadsheets write days as their language does, and take everything for a day that resembles one. 03/04 is a
    /// day in April to some and in March to others.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does. If a text is meant that only looks like a day, say so. If the whole file has another notation, pick it.
    ///
    /// ## Directory
    /// ```csv
    /// Username,EmployeeId,SecondBadge,Joined,Nickname,AllowManageRelationships,Biography
    /// ann@example.com,123456789012,4111111111111111,2020-04-03,1-2,True,Long text
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,3/4/2020
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-04-03
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,2-Jan
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,1-2
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Joined,Nickname
    /// ann@example.com,2020-03-04,2-3
    /// ```
    pub(crate) static RULE = { code: "X004", name: "date-rewritten", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(transform) = reviewed.made_by(cell, &RULE) else { return };
    let help = match DateFormat::ALL.into_iter().find(|format| is_in(*format, cell)) {
        Some(format) => words!(
            "Keep the stored values. Or read all days of the file like {day}; next time, tick “protect numbers and dates” for the extract.",
            day = format.example()
        ),
        None => words!("Keep the stored values. Next time, tick “protect numbers and dates” for the extract."),
    };
    // A day has one notation; a text that looks like one may be meant.
    let fixes = match cell.column.kind {
        Kind::Date { .. } => reviewed.keep_stored(row, cell, Safety::Safe).into_iter().collect(),
        _ => reviewed.kept_or_meant(row, cell),
    };
    reviewed.report_made((&RULE, RULE.severity), transform, (row, cell), help, fixes, sink);
}

/// Whether a cell is its stored day in a notation that can be picked.
fn is_in(format: DateFormat, cell: &ChangedCell<'_>) -> bool {
    let day = || date::parse(&cell.value, Some(format), false);
    matches!(cell.column.kind, Kind::Date { .. }) && day().as_deref() == cell.stored.as_deref()
}
