//! C009: space round a value.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value with spaces, tabs or no-break spaces before or after it.
    ///
    /// ## Why it matters
    /// They can't be seen, and would make two values of one. They are not taken over.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com," Annie "
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie Lou
    /// ```
    pub(crate) static RULE = { code: "C009", name: "outer-space", severity: Note, fixes: None, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(text) = row.cell_of(cell.index) else { return };
    if text.trim().len() == text.len() {
        return;
    }
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!(
                "{header} on line {line} has space round its value; it is not taken over.",
                header,
                line = row.line
            ),
            many: words!("{count} cells of {header} have space round their values; it is not taken over.", header),
            help: words!("Nothing needs to be done."),
            fixes: Vec::new(),
        },
    );
}
