//! C001: an address that isn't one.

use crate::check::rule;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::{email, text::shortened};
use crate::words;

rule! {
    /// ## What it finds
    /// A new value of an e-mail column, or a new Username, that isn't an e-mail address. The message names the exact
    /// part.
    ///
    /// ## Why it matters
    /// Mail to it fails, and nobody can sign in with it.
    ///
    /// ## What to do
    /// Correct it, or keep the stored value.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,WorkEmail
    /// ann@example.com,ann@example
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,WorkEmail
    /// ann@example.com,ann@example.com
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,WorkEmail
    /// ann@example.com,ann.o'lee+news@example.com
    /// ```
    pub(crate) static RULE = { code: "C001", name: "invalid-email", severity: Error, fixes: Sometimes, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if !matches!(cell.column.kind, Kind::Email | Kind::Username) || cell.value.is_empty() {
        return;
    }
    // One that only needs plain characters is another finding.
    if email::in_plain_characters(&cell.value).is_some() {
        return;
    }
    let Some(defect) = email::defect(&cell.value) else { return };
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("“{value}” isn't an e-mail address: it {defect}.", value = shortened(&cell.value), defect),
            many: words!("{count} cells of {header} aren't e-mail addresses.", header),
            help: words!("Correct the address, or keep the stored one."),
            fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
        },
    );
}
