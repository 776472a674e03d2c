//! X008: True or False in a spreadsheet's own language.

use crate::check::rule;
use crate::fix::{Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// A truth value in another language or notation, such as WAHR, FAUX, 1 or yes, where True or False belongs; or a text
    /// such as `true` that became one.
    ///
    /// ## Why it matters
    /// A spreadsheet takes True and False for truth values, and writes them in the language that it speaks.
    ///
    /// ## What to do
    /// Write True or False; the fix does.
    ///
    /// ## Directory
    /// ```csv
    /// Username,EmployeeId,SecondBadge,Joined,Nickname,AllowManageRelationships,Biography
    /// ann@example.com,123456789012,4111111111111111,2020-04-03,1-2,True,Long text
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,AllowManageRelationships
    /// ann@example.com,FALSCH
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,AllowManageRelationships
    /// ann@example.com,False
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,AllowManageRelationships,Nickname
    /// ann@example.com,FALSE,Vero
    /// ```
    pub(crate) static RULE = { code: "X008", name: "boolean-localised", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(transform) = reviewed.made_by(cell, &RULE) else { return };
    let stored = cell.stored.as_deref().unwrap_or_default();
    let word = transform.undone.and_then(|undone| undone(&cell.value)).unwrap_or_default();
    let fix = if cell.column.kind == Kind::Boolean {
        reviewed.edit(row, cell.index, &word).map(|edit| Fix::safe(words!("Write True or False"), edit))
    } else {
        reviewed.keep_stored(row, cell, Safety::Safe).filter(|_| word.eq_ignore_ascii_case(stored))
    };
    let help = words!("Files say True or False in every language. Allowed values: True, False.");
    reviewed.report_made((&RULE, RULE.severity), transform, (row, cell), help, fix.into_iter().collect(), sink);
}
