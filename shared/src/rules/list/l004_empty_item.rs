//! L004: nothing between two pipes.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::list;
use crate::words;

rule! {
    /// ## What it finds
    /// A new list with a pipe at its edge, or two in a row.
    ///
    /// ## Why it matters
    /// Nothing is no value: it is dropped. Perhaps one is missing.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Directory
    /// ```csv
    /// Username,OfficialLocation
    /// ann@example.com,HQ|Lab
    /// ben@example.com,Factory
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,OfficialLocation
    /// ben@example.com,HQ||Lab
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,OfficialLocation
    /// ben@example.com,HQ|Lab
    /// ```
    pub(crate) static RULE = { code: "L004", name: "empty-item", severity: Note, fixes: None, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if !matches!(cell.column.kind, Kind::List { .. }) {
        return;
    }
    let Some(text) = row.cell_of(cell.index) else { return };
    if cell.value.is_empty() || !list::items(&text).iter().any(|item| item.trim().is_empty()) {
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
                "{header} on line {line} has an empty value between its pipes; it is dropped.",
                header,
                line = row.line
            ),
            many: words!("{count} cells of {header} have empty values between their pipes; they are dropped.", header),
            help: words!("Nothing needs to be done."),
            fixes: Vec::new(),
        },
    );
}
