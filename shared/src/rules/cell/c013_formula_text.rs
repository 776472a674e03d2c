//! C013: a formula in a file of text.

use crate::check::rule;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value that begins with = or @, as a formula does.
    ///
    /// ## Why it matters
    /// It is stored as the text that it is; nothing evaluates it. An extract guards it with an apostrophe, so that no
    /// spreadsheet runs it. Perhaps you meant its result.
    ///
    /// ## What to do
    /// Nothing, if the text is meant. Else write the result.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,=A1&A2
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "C013", name: "formula-text", severity: Note, fixes: None, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(first) = cell.value.chars().next().filter(|first| matches!(first, '=' | '@')) else { return };
    // Other kinds refuse such a value, which says more.
    if !matches!(cell.column.kind, Kind::Text | Kind::LongText | Kind::List { .. }) {
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
                "{header} starts with {first}; a formula wasn't evaluated: “{value}”.",
                header,
                first,
                value = shortened(&cell.value)
            ),
            many: words!("{count} cells of {header} start like formulas, which weren't evaluated.", header),
            help: words!("The text is stored as it stands. If its result is meant, write the result."),
            fixes: Vec::new(),
        },
    );
}
