//! B006: letters that were lost.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value that is the stored one with `?`, `_` or U+FFFD in the place of letters beyond plain English ones.
    ///
    /// ## Why it matters
    /// A program saved the file in an encoding that doesn't have these letters. They can't be had back from the file.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does. If the new value is meant, say so.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zoë
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zo?
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zoë
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zoe?
    /// ```
    pub(crate) static RULE = { code: "B006", name: "lost-characters", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if reviewed.made_by(cell, &RULE).is_none() {
        return;
    }
    let was = cell.stored.as_deref().unwrap_or_default();
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!(
                "Letters are lost: {header} was “{was}”, the file has “{value}”.",
                header,
                was = shortened(was),
                value = shortened(&cell.value)
            ),
            many: words!("Letters are lost in {count} cells of {header}.", header),
            help: words!("The file was saved in an encoding that doesn't have them. Keep the stored values."),
            fixes: reviewed.kept_or_meant(row, cell),
        },
    );
}
