//! L006: two known values written as one.

use crate::check::rule;
use crate::fix::{Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::list;
use crate::words;

rule! {
    /// ## What it finds
    /// A list value with an escaped pipe that nobody knows, while the values on both sides of the pipe are known.
    ///
    /// ## Why it matters
    /// `HQ\|Lab` is one Location named `HQ|Lab`. Where HQ and Lab are meant, the backslash is one too many.
    ///
    /// ## What to do
    /// Take the backslash away; the fix does. If the Location is new, create it first under another name, or keep the
    /// stored value.
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
    /// ben@example.com,HQ\|Lab
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
    pub(crate) static RULE = { code: "L006", name: "escaped-pipe-unknown", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if !matches!(cell.column.kind, Kind::List { known_values: true }) {
        return;
    }
    let knows = |name: &str| reviewed.directory.knows_value(cell.index, name);
    let values = list::decode(&cell.value);
    let halves = |value: &&String| {
        value.contains('|') && !knows(value.as_str()) && value.split('|').all(|half| knows(half.trim()))
    };
    let header = &cell.column.header;
    let Some(found) = values.iter().find(halves).filter(|_| !reviewed.options.means(header, &cell.value)) else {
        return;
    };
    sink.report(
        &RULE,
        Some(header),
        found,
        || reviewed.changed_place(row, cell),
        || {
            let apart = |value: &String| -> Vec<String> {
                if value == found {
                    value.split('|').map(|half| half.trim().to_owned()).collect()
                } else {
                    vec![value.clone()]
                }
            };
            let mended: Vec<String> = values.iter().flat_map(apart).collect();
            let edit = reviewed.edit(row, cell.index, &list::encode(&mended));
            let write =
                edit.map(|edit| Fix::needs_a_look(words!("Write {value}", value = list::encode(&mended)), edit));
            Detail {
                message: words!("“{found}” is one {header} that nobody knows; its parts are known.", found, header),
                many: words!(
                    "“{found}” is one {header} that nobody knows, in {count} cells; its parts are known.",
                    found,
                    header
                ),
                help: words!("A backslash before a pipe makes one value of two. Take it away if two are meant."),
                fixes: {
                    let kept = reviewed.keep_stored(row, cell, Safety::NeedsALook);
                    write.into_iter().chain(kept).chain([reviewed.meant(cell)]).collect()
                },
            }
        },
    );
}
