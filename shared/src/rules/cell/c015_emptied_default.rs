//! C015: an emptied cell that means a value.

use crate::check::rule;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::Detail;
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// Where blank cells clear: an emptied cell of a column in which nothing stands for one of its words, such as
    /// AccountState, where another word stood.
    ///
    /// ## Why it matters
    /// An emptied AccountState means ACTIVE: whoever was switched off can sign in again. An emptied visibility shows
    /// the address to everybody.
    ///
    /// ## What to do
    /// Keep the stored value, unless the column's word for nothing is meant.
    ///
    /// ## Directory
    /// ```csv
    /// Username,AccountState
    /// ann@example.com,DISABLED
    /// ben@example.com,ACTIVE
    /// ```
    ///
    /// ## Flagged
    /// ```csv clear
    /// Username,AccountState
    /// ann@example.com,
    /// ben@example.com,
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,AccountState
    /// ann@example.com,
    /// ben@example.com,
    /// ```
    ///
    /// ## Accepted
    /// ```csv clear
    /// Username,AccountState
    /// ann@example.com,DISABLED
    /// ben@example.com,
    /// ```
    pub(crate) static RULE = { code: "C015", name: "emptied-default", severity: Warning, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Kind::Choice { empty: Some(default), .. } = &cell.column.kind else { return };
    let Some(was) = cell.stored.as_deref().filter(|was| !was.is_empty() && cell.value.is_empty()) else { return };
    let header = &cell.column.header;
    let place = || reviewed.changed_place(row, cell);
    sink.report(&RULE, Some(header), "", place, || Detail {
        message: words!("{header} is emptied, which means {default}; it was {was}.", header, default, was),
        many: words!(
            "{header} is emptied in {count} cells where it was something else, which means {default}.",
            header,
            default
        ),
        help: words!("Keep the stored value, unless {default} is meant.", default),
        fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
    });
}
