//! X016: what a program wrote for a value that it couldn't write.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value such as `[object Object]` or `System.Object[]`.
    ///
    /// ## Why it matters
    /// A program put a list or an object into the cell, and wrote its own name for such a thing. The value itself isn't
    /// in the file.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does. Then mend the program that wrote the file.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,OfficialLocation
    /// ann@example.com,System.Object[]
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,OfficialLocation
    /// ann@example.com,HQ
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Object
    /// ```
    pub(crate) static RULE = { code: "X016", name: "object-written", severity: Error, fixes: Sometimes, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(transform) = reviewed.made_by(cell, &RULE) else { return };
    let help =
        words!("The value itself isn't in the file. Keep the stored values, and mend the program that wrote the file.");
    let fixes =
        reviewed.keep_stored(row, cell, crate::fix::Safety::Safe).into_iter().chain([reviewed.meant(cell)]).collect();
    reviewed.report_made((&RULE, RULE.severity), transform, (row, cell), help, fixes, sink);
}
