//! I004: several rows about one person.

use crate::check::rule;
use crate::fix::{Action, Fix, Safety};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// Rows with the same key, whatever its case.
    ///
    /// ## Why it matters
    /// Which of them counts can't be known.
    ///
    /// ## What to do
    /// Leave all but one out.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Anna
    /// ANN@example.com,Annie
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Anna
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Anna
    /// ```
    pub(crate) static RULE = { code: "I004", name: "duplicate-key", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let Some(column) = reviewed.schema.key(reviewed.options.key) else { return };
    let header = reviewed.schema.header_of(column);
    for (key, positions) in &reviewed.merge.duplicates {
        let rows: Vec<_> = positions.iter().filter_map(|position| reviewed.rows.row(*position)).collect();
        let lines = rows
            .iter()
            .take(10)
            .map(|row| words!("line {line}", line = row.line))
            .reduce(|lines, line| words!("{lines} and {line}", lines, line))
            .unwrap_or_default();
        let last = rows.len().saturating_sub(1);
        for (order, row) in rows.iter().enumerate() {
            let fix = |title: Words, kept: usize| {
                let leave_out = (order != kept).then_some(Action::LeaveOut { row: row.position });
                Fix { title, safety: Safety::NeedsALook, actions: leave_out.into_iter().collect() }
            };
            sink.report(
                &RULE,
                Some(header),
                key,
                || reviewed.cell_place(row, column),
                || Detail {
                    message: Words::default(),
                    many: words!("{count} rows are about {key}: {lines}.", key, lines),
                    help: words!("Which of them counts can't be known. Keep one and leave the others out."),
                    fixes: vec![fix(words!("Keep the first"), 0), fix(words!("Keep the last"), last)],
                },
            );
        }
    }
}
