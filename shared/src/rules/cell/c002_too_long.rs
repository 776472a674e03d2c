//! C002: a value over its column's limit.

use crate::check::rule;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::text::shortened;
use crate::values::words::Count;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value with more characters than its column holds.
    ///
    /// ## Why it matters
    /// It would have to be cut, and nobody could tell where.
    ///
    /// ## What to do
    /// Shorten it, or keep the stored value.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annabella Wilhelmina Theodora the Elder
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annabella
    /// ```
    pub(crate) static RULE = { code: "C002", name: "too-long", severity: Error, fixes: Sometimes, check: Cell(check) };
}

/// The bound of columns without one of their own: what Excel holds in a cell.
const MOST_CHARS: usize = 32_767;

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let most = cell.column.max_chars.unwrap_or(MOST_CHARS);
    // Characters are at most as many as bytes, which need no counting.
    if cell.value.len() <= most {
        return;
    }
    let length = cell.value.chars().count();
    if length <= most {
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
                "{header} holds at most {most} characters; “{value}” has {length}.",
                header,
                most = Count(most),
                value = shortened(&cell.value),
                length = Count(length)
            ),
            many: words!("{count} cells of {header} have more than {most} characters.", header, most = Count(most)),
            help: words!("Nothing is cut on its own. Shorten it, or keep the stored value."),
            fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
        },
    );
}
