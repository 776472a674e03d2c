//! L005: a value twice in one list.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::list;
use crate::words;

rule! {
    /// ## What it finds
    /// A new list that holds a value more than once.
    ///
    /// ## Why it matters
    /// It counts once.
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
    /// ben@example.com,HQ|Lab|HQ
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,OfficialLocation
    /// ben@example.com,HQ|Lab
    /// ```
    pub(crate) static RULE = { code: "L005", name: "repeated-item", severity: Note, fixes: None, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if !matches!(cell.column.kind, Kind::List { .. }) {
        return;
    }
    let Some(text) = row.cell_of(cell.index) else { return };
    let items: Vec<String> = list::items(&text).iter().map(|item| item.trim().to_owned()).collect();
    let filled = items.iter().filter(|item| !item.is_empty()).count();
    if filled == list::decode(&cell.value).len() {
        return;
    }
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("{header} on line {line} holds a value twice; it counts once.", header, line = row.line),
            many: words!("{count} cells of {header} hold a value twice; it counts once.", header),
            help: words!("Nothing needs to be done."),
            fixes: Vec::new(),
        },
    );
}
