//! L007: a list value that may be several.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::Detail;
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::values::list;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A value of a list of which some parts, taken apart at a comma, a semicolon or a line break, are values that the
    /// column has, and others are new.
    ///
    /// ## Why it matters
    /// Only a pipe separates values. `HQ, Quay` is one value of that name; most likely HQ was meant, and a new one
    /// besides.
    ///
    /// ## What to do
    /// Write pipes; the fix does. If it is one value, say so.
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
    /// ben@example.com,"HQ, Quay"
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,OfficialLocation
    /// ben@example.com,"Quay, North"
    /// ```
    pub(crate) static RULE = { code: "L007", name: "parts-unseparated", severity: Warning, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let header = &cell.column.header;
    if !matches!(cell.column.kind, Kind::List { .. }) || reviewed.options.means(header, &cell.value) {
        return;
    }
    let Some(apart) = reviewed.taken_apart(cell).filter(|apart| !apart.all_known) else { return };
    let place = || reviewed.changed_place(row, cell);
    sink.report(&RULE, Some(header), "", place, || Detail {
        message: words!(
            "“{value}” is one value of {header}; with pipes it is {number}, of which some are known.",
            value = shortened(&cell.value),
            header,
            number = apart.values.len()
        ),
        many: words!("{count} cells of {header} hold what may be several values that no pipe separates.", header),
        help: words!("Only a pipe separates values. Write pipes if several are meant."),
        fixes: reviewed
            .edit(row, cell.index, &list::encode(&apart.values))
            .map(|edit| Fix::needs_a_look(words!("Write pipes"), edit))
            .into_iter()
            .chain([reviewed.meant(cell)])
            .collect(),
    });
}
