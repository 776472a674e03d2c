//! L001: a value with a pipe in it, typed without the backslash.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::list;
use crate::words;
use std::collections::BTreeSet;

rule! {
    /// ## What it finds
    /// A list cell in which neighbouring values, put together again with their pipe, are one value that the directory
    /// knows.
    ///
    /// ## Why it matters
    /// A pipe separates values. `Main|HQ` is two Locations, `Main` and `HQ`; the one Location of that name is written
    /// `Main\|HQ`. Sent as it is, the cell would take the person out of her Location and create two that nobody wants.
    ///
    /// ## What to do
    /// Write the value with `\|`. The fix does. Where several values are meant indeed, say so.
    ///
    /// ## Directory
    /// ```csv
    /// Username,OfficialLocation
    /// ann@example.com,Main\|HQ
    /// ben@example.com,Factory
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,OfficialLocation
    /// ben@example.com,Factory|Main|HQ
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,OfficialLocation
    /// ben@example.com,Factory|Main\|HQ
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,OfficialLocation
    /// ben@example.com,Main\|HQ
    /// ```
    pub(crate) static RULE = { code: "L001", name: "unescaped-pipe", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some((mended, name)) = mended(reviewed, row, cell) else { return };
    let (header, escaped) = (&cell.column.header, list::encode(&[&name]));
    sink.report(
        &RULE,
        Some(header),
        &name,
        || reviewed.changed_place(row, cell),
        || {
            let write = reviewed.edit(row, cell.index, &mended);
            let write = write.map(|edit| Fix::safe(words!("Write it as {escaped}", escaped), edit));
            let apart = Action::KeepApart { header: header.clone(), value: name.clone() };
            Detail {
                message: words!("“{name}” is one {header}, but typed like this it becomes several.", name, header),
                many: words!(
                    "“{name}” is one {header}, but in {count} cells it is typed so that it becomes several.",
                    name,
                    header
                ),
                help: words!(
                    "A pipe separates values. Write {escaped} for the one value with a pipe in its name.",
                    escaped
                ),
                fixes: write.into_iter().chain([Fix::needs_a_look(words!("They are several"), apart)]).collect(),
            }
        },
    );
}

/// The cell with a split value put together again, and that value.
fn mended(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>) -> Option<(String, String)> {
    if !matches!(cell.column.kind, Kind::List { .. }) {
        return None;
    }
    // As typed: in `HQ|Main|HQ` the second HQ is half of a value, not a repetition.
    let values = list::typed(&row.cell_of(cell.index)?);
    let header = &cell.column.header;
    let before: BTreeSet<String> = list::decode(cell.stored.as_deref().unwrap_or_default()).into_iter().collect();
    let known = |name: &str| before.contains(name) || reviewed.directory.knows_value(cell.index, name);
    let (mended, name) = list::rejoined(&values, |name| known(name) && !reviewed.options.keeps_apart(header, name))?;
    Some((list::encode(&mended), name))
}
