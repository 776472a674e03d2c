//! I001: a row without its key.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::RowState;
use crate::words;

rule! {
    /// ## What it finds
    /// A row whose cell in the key's column is empty.
    ///
    /// ## Why it matters
    /// Nobody can say which person it is about.
    ///
    /// ## What to do
    /// Fill the cell in, or leave the row out.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ,Ann
    /// ben@example.com,Benn
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ben@example.com,Benn
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "I001", name: "username-missing", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let present = reviewed.table.columns.key_missing.is_none();
    let Some(column) = reviewed.schema.key(reviewed.options.key).filter(|_| present) else { return };
    let header = reviewed.schema.header_of(column);
    for (position, _) in reviewed.merge.notable().filter(|(_, merged)| merged.state == RowState::KeyMissing) {
        let Some(row) = reviewed.rows.row(position) else { continue };
        sink.report(
            &RULE,
            Some(header),
            "",
            || reviewed.cell_place(&row, column),
            || Detail {
                message: words!("Line {line} has no {header}.", line = row.line, header),
                many: words!("{count} rows have no {header}.", header),
                help: words!("It says which person the row is about. Fill it in, or leave the row out."),
                fixes: vec![Fix::needs_a_look(words!("Leave it out"), Action::LeaveOut { row: position })],
            },
        );
    }
}
