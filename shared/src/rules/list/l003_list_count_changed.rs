//! L003: a list written with another separator.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::list;
use crate::words;
use std::collections::BTreeSet;

rule! {
    /// ## What it finds
    /// A list cell of which the values, taken apart at a comma, a semicolon, a slash or a line break, are known
    /// values, so that several have become one.
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

/// What people separate values with, beside the pipe.
const SEPARATORS: [char; 5] = [',', ';', '/', '\n', '+'];

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

/// The list with its values taken apart, if all of them are known then.
fn mended(reviewed: &Reviewed<'_>, cell: &ChangedCell<'_>) -> Option<Vec<String>> {
    let values = list::decode(&cell.value);
    let before: BTreeSet<String> = list::decode(cell.stored.as_deref().unwrap_or_default()).into_iter().collect();
    let knows = |name: &str| before.contains(name) || reviewed.directory.knows_value(cell.index, name);
    let apart = |value: &String| -> Vec<String> {
        let parts = |separator: &char| -> Option<Vec<String>> {
            let parts: Vec<String> = value.split(*separator).map(|part| part.trim().to_owned()).collect();
            (parts.len() > 1 && parts.iter().all(|part| knows(part))).then_some(parts)
        };
        let parts = if knows(value) { None } else { SEPARATORS.iter().find_map(parts) };
        parts.unwrap_or_else(|| vec![value.clone()])
    };
    let mut mended: Vec<String> = values.iter().flat_map(apart).collect();
    list::keep_first(&mut mended);
    (mended.len() > values.len()).then_some(mended)
}
