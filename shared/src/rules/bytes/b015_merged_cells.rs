//! B015: cells of a workbook that were merged into one.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::Range;
use crate::stages::merge::RowState;
use crate::stages::rows::Row;
use crate::values::words::Words;
use crate::words;
use std::collections::BTreeSet;

rule! {
    /// ## What it finds
    /// Merged cells of a workbook, among the people.
    ///
    /// ## Why it matters
    /// Merged cells look as if one value held for all of them, but only the first holds it. The others are missing, not
    /// blank: they change and clear nothing.
    ///
    /// ## What to do
    /// If the value is meant for all of them, let the fix write it into each. Otherwise unmerge them in the spreadsheet
    /// program, and fill them in.
    ///
    /// ## Flagged
    /// ```csv workbook merge-B2:B3
    /// Username,JobCategory
    /// ann@example.com,Office
    /// ben@example.com,
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,JobCategory
    /// ann@example.com,Office
    /// ben@example.com,Office
    /// ```
    ///
    /// ## Accepted
    /// ```csv workbook merge-D2:D9
    /// Username,JobCategory
    /// ann@example.com,Office
    /// ben@example.com,
    /// ```
    pub(crate) static RULE = { code: "B015", name: "merged-cells", severity: Warning, fixes: Sometimes, check: Merge(check) };
}

/// How many ranges are named.
const MOST_NAMED: usize = 5;

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let Some(workbook) = &reviewed.table.bytes.workbook else { return };
    let mut covered = Vec::new();
    let mut ranges = BTreeSet::new();
    for stretch in &reviewed.table.records.covered {
        let Some(row) = reviewed.rows.row(stretch.row).filter(|row| is_somebody(reviewed, row)) else { continue };
        for cell in stretch.cells.0..=stretch.cells.1 {
            let is_read = reviewed.table.columns.schema_column_of(cell).is_some();
            // What an edit wrote over it is covered no more.
            if is_read && row.is_covered(cell) && row.cell(cell).is_none() {
                covered.push((stretch.row, cell, stretch.range));
                ranges.insert(stretch.range);
            }
        }
    }
    let named: Vec<&Range> = ranges.iter().filter_map(|range| workbook.merges.get(*range)).collect();
    let names = Words::listed(named.iter().take(MOST_NAMED).map(|range| words!("{name}", name = range.name)));
    let message = match named.as_slice() {
        [] => return,
        [_] => words!("The cells {range} are merged: only the first of them holds a value.", range = names),
        all if all.len() <= MOST_NAMED => {
            words!("The cells {ranges} are merged: only the first of each holds a value.", ranges = names)
        }
        all => words!(
            "The cells {ranges} and {more} further ranges are merged: only the first of each holds a value.",
            ranges = names,
            more = all.len() - MOST_NAMED
        ),
    };
    for (position, cell, range) in covered {
        let Some(row) = reviewed.rows.row(position) else { continue };
        let fill = workbook.merges.get(range).and_then(|range| filled(reviewed, range, &row, cell));
        sink.report(
            &RULE,
            None,
            "",
            || Place { column: Some(cell), ..reviewed.row_place(&row) },
            || Detail {
                message: message.clone(),
                many: message.clone(),
                help: words!(
                    "The covered cells are missing, not blank: they change and clear nothing. Unmerge them and fill them in, or let the value be written into all of them."
                ),
                fixes: fill.into_iter().collect(),
            },
        );
    }
}

/// Whether a row is about somebody, or would be with a key of its own. A title or a footer may well be merged.
fn is_somebody(reviewed: &Reviewed<'_>, row: &Row<'_>) -> bool {
    let merged = reviewed.merge.rows.get(row.position);
    match merged.map(|merged| merged.state) {
        Some(RowState::LeftOut) | None => false,
        Some(RowState::NotFound | RowState::KeyMissing) => reviewed.no_person(row.position).is_none(),
        Some(_) => true,
    }
}

/// The fix that writes a range's value into one of its cells, where one value may hold for several people.
fn filled(reviewed: &Reviewed<'_>, range: &Range, row: &Row<'_>, cell: usize) -> Option<Fix> {
    let column = reviewed.table.columns.schema_column_of(cell).and_then(|index| reviewed.schema.column(index))?;
    if range.columns.0 != range.columns.1 || column.unique || column.system {
        return None;
    }
    let first = reviewed.table.records.rows.binary_search_by_key(&range.rows.0, |span| span.line).ok()?;
    let value = reviewed.rows.row(first)?.cell(cell)?.into_owned();
    let write = Action::Edit { row: row.position, column: cell, value };
    Some(Fix::needs_a_look(words!("Write the value into all of them"), write))
}
