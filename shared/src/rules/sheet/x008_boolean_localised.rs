//! X008: True or False in a spreadsheet's own language.

use crate::check::rule;
use crate::fix::{Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::sheet;
use crate::words;

rule! {
    /// ## What it finds
    /// A truth value in another language, such as WAHR or FAUX, where True or False belongs; or a text such as `true`
    /// that became one.
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
    let header = &cell.column.header;
    let fix = if cell.column.kind == Kind::Boolean {
        let Some(truth) = sheet::truth_value(&cell.value) else { return };
        let word = if truth { "True" } else { "False" };
        reviewed.edit(row, cell.index, word).map(|edit| Fix::safe(words!("Write True or False"), edit))
    } else {
        let was = cell.stored.as_deref().unwrap_or_default();
        let truth = [("true", true), ("false", false)].into_iter().find(|(word, _)| was.eq_ignore_ascii_case(word));
        let Some((_, truth)) = truth else { return };
        // TRUE for True may be somebody who writes names in capitals.
        if sheet::truth_value(&cell.value) != Some(truth) {
            return;
        }
        reviewed.keep_stored(row, cell, Safety::Safe)
    };
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!(
                "{header} says {value}: a spreadsheet wrote True or False in its own language.",
                header,
                value = cell.value
            ),
            many: words!("A spreadsheet wrote True or False in its own language in {count} cells of {header}.", header),
            help: words!("Files say True or False in every language. Allowed values: True, False."),
            fixes: fix.into_iter().collect(),
        },
    );
}
