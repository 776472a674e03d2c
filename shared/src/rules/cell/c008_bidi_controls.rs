//! C008: characters that turn the reading direction.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value with a control of the reading direction (U+202A to U+202E, U+2066 to U+2069).
    ///
    /// ## Why it matters
    /// They show text in another order than it has: a name can look like somebody else's, a file name like a harmless
    /// one.
    ///
    /// ## What to do
    /// Take them out; the fix does. Arabic and Hebrew read right without them.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// Username,FirstName
    /// ann@example.com,An\xE2\x80\xAEnie
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
    /// ann@example.com,سمير
    /// ```
    pub(crate) static RULE = { code: "C008", name: "bidi-controls", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let turns = |character: char| matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let Some(found) = cell.value.chars().find(|character| turns(*character)) else { return };
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || {
            let plain: String = cell.value.chars().filter(|character| !turns(*character)).collect();
            let shown: String = plain.chars().take(60).collect();
            let edit = reviewed.edit(row, cell.index, &plain);
            Detail {
                message: words!(
                    "{header} “{shown}” holds U+{code}, which turns the reading direction.",
                    header,
                    shown,
                    code = format!("{:04X}", u32::from(found))
                ),
                many: words!("{count} cells of {header} hold characters that turn the reading direction.", header),
                help: words!("The text is shown in another order than it has. Take them out."),
                fixes: edit.map(|edit| Fix::safe(words!("Take them out"), edit)).into_iter().collect(),
            }
        },
    );
}
