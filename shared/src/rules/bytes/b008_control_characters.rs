//! B008: characters that control machines.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::text;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value with NUL, an escape or another control character in it.
    ///
    /// ## Why it matters
    /// They show as nothing, end texts early in some programs, and a terminal obeys them.
    ///
    /// ## What to do
    /// Take them out; the fix does.
    ///
    /// ## Flagged
    /// ```csv bytes
    /// Username,FirstName
    /// ann@example.com,An\x07nie
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
    /// Username,FirstName,Biography
    /// ann@example.com,Annie,"Two
    /// lines"
    /// ```
    pub(crate) static RULE = { code: "B008", name: "control-characters", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let controls = text::is_control;
    // C1 controls that are wrongly read letters are another finding.
    if !cell.value.chars().any(controls) || crate::values::mojibake::undone(&cell.value).is_some() {
        return;
    }
    let found = cell.value.chars().find(|character| controls(*character)).unwrap_or_default();
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || {
            let plain = text::without_controls(&cell.value);
            Detail {
                message: words!(
                    "Invisible character U+{code} in line {line}, {header}.",
                    code = format!("{:04X}", u32::from(found)),
                    line = row.line,
                    header
                ),
                many: words!("Invisible control characters in {count} cells of {header}.", header),
                help: words!("No value needs it. Take it out."),
                fixes: reviewed
                    .edit(row, cell.index, &plain)
                    .map(|edit| Fix::safe(words!("Take it out"), edit))
                    .into_iter()
                    .collect(),
            }
        },
    );
}
