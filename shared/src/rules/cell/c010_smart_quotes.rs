//! C010: typographic characters in an address.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::{email, text::shortened};
use crate::words;

rule! {
    /// ## What it finds
    /// A new e-mail address or Username with a typographic quote, dash or full-width character, that would be one with
    /// the plain character.
    ///
    /// ## Why it matters
    /// Word processors and phones put them in unasked. Mail to such an address goes nowhere.
    ///
    /// ## What to do
    /// Write the plain character; the fix does.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,WorkEmail
    /// ann@example.com,o’lee@example.com
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,WorkEmail
    /// ann@example.com,o'lee@example.com
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,WorkEmail,FirstName
    /// ann@example.com,o'lee@example.com,O’Annie
    /// ```
    pub(crate) static RULE = { code: "C010", name: "smart-quotes", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if !matches!(cell.column.kind, Kind::Email | Kind::Username) {
        return;
    }
    let Some(plain) = email::in_plain_characters(&cell.value) else { return };
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!(
                "“{value}” has a typographic character in it; the address is {plain}.",
                value = shortened(&cell.value),
                plain
            ),
            many: words!("{count} cells of {header} have typographic characters in them.", header),
            help: words!("Addresses hold plain quotes and hyphens only. Write the plain character."),
            fixes: reviewed
                .edit(row, cell.index, &plain)
                .map(|edit| Fix::safe(words!("Write plain characters"), edit))
                .into_iter()
                .collect(),
        },
    );
}
