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
        // Totals and the like are another finding.
        if reviewed.no_person(position).is_some() {
            continue;
        }
        let Some(row) = reviewed.rows.row(position) else { continue };
        let covered = reviewed.table.columns.file_column_of(column).is_some_and(|column| row.is_covered(column));
        sink.report(
            &RULE,
            Some(header),
            if covered { "merged" } else { "" },
            || reviewed.cell_place(&row, column),
            || Detail {
                message: if covered {
                    words!(
                        "Line {line} has no {header} of its own: it lies under a merged cell.",
                        line = row.line,
                        header
                    )
                } else {
                    words!("Line {line} has no {header}.", line = row.line, header)
                },
                many: if covered {
                    words!("{count} rows have no {header} of their own: it lies under a merged cell.", header)
                } else {
                    words!("{count} rows have no {header}.", header)
                },
                help: words!("It says which person the row is about. Fill it in, or leave the row out."),
                fixes: vec![Fix::needs_a_look(words!("Leave it out"), Action::LeaveOut { row: position })],
            },
        );
    }
}
