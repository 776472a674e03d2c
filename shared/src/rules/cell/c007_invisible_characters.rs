//! C007: characters that nobody sees.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::text::{is_invisible, shortened, without};
use crate::words;

rule! {
    /// ## What it finds
    /// A new value with a zero-width space, a soft hyphen, a mark of the byte order or the like inside. Joiners that a
    /// script or an emoji needs are left alone.
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
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Zoë 👩‍🔧
    /// ```
    pub(crate) static RULE = { code: "C007", name: "invisible-characters", severity: Warning, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    // Addresses with such a character in them are invalid, which says more.
    if matches!(cell.column.kind, Kind::Email | Kind::Username | Kind::Reference) {
        return;
    }
    let Some((before, found)) = is_invisible(&cell.value) else { return };
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
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
                .edit(row, cell.index, &without(&cell.value))
                .map(|edit| Fix::safe(words!("Take them out"), edit))
                .into_iter()
                .collect(),
        },
    );
}
