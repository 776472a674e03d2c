//! L003: a list written with another separator.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::list;
use crate::words;

rule! {
    /// ## What it finds
    /// A list cell of which the values, taken apart at a comma, a semicolon, a slash or a line break, are known
    /// values, so that several have become one; also where a program wrote them as a list of its own or joined them.
    ///
    /// ## Why it matters
    /// Only a pipe separates values. `HQ, Lab` is one Location of that name, and sending would take the person out of
    /// both.
    ///
    /// ## What to do
    /// Write pipes; the fix does.
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
    /// ben@example.com,"HQ, Lab"
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,OfficialLocation
    /// ben@example.com,HQ|Lab
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,OfficialLocation
    /// ben@example.com,HQ|Lab
    /// ```
    pub(crate) static RULE = { code: "L003", name: "list-count-changed", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if !matches!(cell.column.kind, Kind::List { .. }) {
        return;
    }
    let header = &cell.column.header;
    let meant = || reviewed.options.means(header, &cell.value);
    let Some(mended) = mended(reviewed, cell).filter(|_| !meant()) else { return };
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!(
                "“{value}” is one value of {header}; with pipes it is {number}.",
                value = cell.value,
                header,
                number = mended.len()
            ),
            many: words!("{count} cells of {header} hold several values that no pipe separates.", header),
            help: words!("Only a pipe separates values."),
            fixes: reviewed
                .edit(row, cell.index, &list::encode(&mended))
                .map(|edit| Fix::safe(words!("Write pipes"), edit))
                .into_iter()
                .chain([reviewed.meant(cell)])
                .collect(),
        },
    );
}

/// The list with its values taken apart, if all of them are known then; the stored one, if they are the same.
fn mended(reviewed: &Reviewed<'_>, cell: &ChangedCell<'_>) -> Option<Vec<String>> {
    if reviewed.made_by(cell, &RULE).is_some() {
        return cell.stored.as_deref().map(list::decode);
    }
    reviewed.taken_apart(cell).filter(|apart| apart.all_known).map(|apart| apart.values)
}
