//! C007: characters that nobody sees.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{Reviewed, ReviewedRow};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::text::{is_invisible, shortened, without};
use crate::words;

rule! {
    /// ## What it finds
    /// A new value with a zero-width space, a soft hyphen, a mark of the byte order or the like inside, or a Username
    /// that has such a character more than the stored one. Joiners that a script or an emoji needs are left alone.
    ///
    /// ## Why it matters
    /// Two values that look the same are different ones: searching and filtering miss the person.
    ///
    /// ## What to do
    /// Take them out; the fix does.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// Username,FirstName
    /// ann@example.com,An\xE2\x80\x8Bnie
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    ///
    /// ## Flagged
    /// ```csv bytes
    /// Username,FirstName
    /// ann@example.com\xE2\x80\x8B,Annie
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zoë 👩‍🔧
    /// ```
    pub(crate) static RULE = { code: "C007", name: "invisible-characters", severity: Warning, fixes: Always, check: Row(check) };
}

fn check(reviewed: &Reviewed<'_>, changed: &ReviewedRow<'_>, sink: &mut Sink) {
    for cell in changed.written_cells() {
        // Addresses with such a character in them are invalid, which says more.
        if matches!(cell.column.kind, Kind::Email | Kind::Username | Kind::Reference) {
            continue;
        }
        if let Some(found) = is_invisible(&cell.value) {
            report(reviewed, &changed.row, (cell.index, &cell.value), found, sink);
        }
    }
    // A key with such a character finds its person all the same.
    let username = reviewed.schema.username();
    let finds = changed.merged.person().is_some();
    let Some(key) = reviewed.value(&changed.row, username).filter(|_| finds) else { return };
    if let Some(found) = is_invisible(&key) {
        report(reviewed, &changed.row, (username, &key), found, sink);
    }
}

fn report(
    reviewed: &Reviewed<'_>,
    row: &Row<'_>,
    (column, value): (usize, &str),
    (before, found): (&str, char),
    sink: &mut Sink,
) {
    let header = reviewed.schema.header_of(column);
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.cell_place(row, column),
        || Detail {
            message: words!(
                "{header} holds an invisible character: U+{code} after “{before}”.",
                header,
                code = format!("{:04X}", u32::from(found)),
                before = shortened(before)
            ),
            many: words!("{count} cells of {header} hold invisible characters.", header),
            help: words!("Such a value only looks like the same one without it. Take them out."),
            fixes: reviewed
                .edit(row, column, &without(value))
                .map(|edit| Fix::safe(words!("Take them out"), edit))
                .into_iter()
                .collect(),
        },
    );
}
