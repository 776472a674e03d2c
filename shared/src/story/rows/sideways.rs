//! A row of which every cell from some column on holds what its neighbour held: a cell, or a separator, was lost or
//! added before it.
//!
//! Told by the cells alone, not by their number: a spreadsheet fills a row up again, and a stray separator may push out
//! an empty cell only. Honest edits that resemble it: labels and values that move up by a pair when the first pair goes.

use crate::directory::Person;
use crate::reviewed::Reviewed;
use crate::schema::Kind;
use crate::stages::merge::{Accident, AccidentKind, CellState, MergedRow, Moved, RowState};
use crate::stages::rows::Row;
use crate::story::moves::{bare, before};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// By how many columns a row can have moved.
const MOST_LOST: usize = 3;

pub(super) fn find(reviewed: &Reviewed<'_>, told: &BTreeSet<usize>) -> Option<Accident> {
    let key = reviewed.schema.key(reviewed.options.key)?;
    let (mut rows, mut moved) = (Vec::new(), Vec::new());
    for (position, merged) in reviewed.merge.notable() {
        let changed = reviewed.merge.cells(merged).len();
        if changed < 2 || merged.state == RowState::Duplicate || merged.person().is_none() || told.contains(&position) {
            continue;
        }
        let Some((row, person)) = reviewed.rows.row(position).zip(before(reviewed, merged)) else { continue };
        if !holds_its_own(reviewed, &row, merged, &person) {
            continue;
        }
        if let Some(found) = in_row(reviewed, &row, &person).filter(|found| !is_meant(reviewed, *found)) {
            rows.push(position);
            moved.push(found);
        }
    }
    let order = (0..reviewed.schema.columns.len()).map(|column| reviewed.table.columns.file_column_of(column));
    let order = order.map(|column| column.unwrap_or(usize::MAX)).collect();
    (!rows.is_empty()).then(|| Accident {
        kind: AccidentKind::Sideways { moved, order },
        column: key,
        of: reviewed.rows.len(),
        rows,
        stretches: Vec::new(),
        mild: false,
    })
}

/// Whether she said of the column from which on a row moved that its changes are meant.
fn is_meant(reviewed: &Reviewed<'_>, moved: Moved) -> bool {
    let column = reviewed.table.columns.schema_column_of(moved.from);
    column.is_some_and(|column| reviewed.options.meant.contains(reviewed.schema.header_of(column)))
}

/// Whether several changed cells have texts that stand elsewhere in the person's record: quickly asked, of every row.
fn holds_its_own(reviewed: &Reviewed<'_>, row: &Row<'_>, merged: &MergedRow, person: &Person<'_>) -> bool {
    const MOST_MISSED: usize = 3;
    let record = person.row().own_record().as_bytes();
    let (mut known, mut missed) = (0, 0);
    for cell in reviewed.merge.cells(merged).iter().filter(|cell| cell.state != CellState::Theirs) {
        let text = cell.file().and_then(|field| row.text_of(field)).or_else(|| row.cell_of(cell.column()));
        let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
        // One of a column's own words is an edit, whatever else has that word.
        let own_word = match reviewed.schema.column(cell.column()).map(|column| &column.kind) {
            Some(Kind::Choice { options, .. }) => options.iter().any(|option| option.eq_ignore_ascii_case(&text)),
            Some(Kind::Boolean) => true,
            _ => false,
        };
        if !own_word && memchr::memmem::find(record, text.trim().as_bytes()).is_some() {
            known += 1;
        } else {
            missed += 1;
        }
        if known == 2 || missed > MOST_MISSED {
            break;
        }
    }
    known == 2
}

fn in_row(reviewed: &Reviewed<'_>, row: &Row<'_>, person: &Person<'_>) -> Option<Moved> {
    let width = reviewed.table.columns.cells.len();
    let now: Vec<String> =
        (0..width).map(|column| row.cell(column).map(|cell| bare(&cell)).unwrap_or_default()).collect();
    let was: Vec<Option<Cow<'_, str>>> =
        (0..width).map(|column| Some(person.value(reviewed.table.columns.schema_column_of(column)?))).collect();
    let kinds = |one: usize, other: usize| {
        let kind =
            |column: usize| Some(&reviewed.schema.column(reviewed.table.columns.schema_column_of(column)?)?.kind);
        kind(one) != kind(other)
    };
    let ways = (1..=MOST_LOST).flat_map(|by| [(by, false), (by, true)]);
    let found = ways.filter_map(|(by, right)| suffix(&now, &was, by, right, &kinds));
    found.max_by_key(|(score, moved)| (*score, std::cmp::Reverse(moved.by))).map(|(_, moved)| moved)
}

/// The end of a row that moved, and how much speaks for it: each cell that has its neighbour's value and lacked it
/// before counts one, each that fits badly takes two away.
fn suffix(
    now: &[String],
    was: &[Option<Cow<'_, str>>],
    by: usize,
    right: bool,
    kinds_differ: &dyn Fn(usize, usize) -> bool,
) -> Option<(i32, Moved)> {
    let (mut score, mut telling, mut strange) = (0, 0, false);
    let mut best: Option<(i32, usize, usize, bool)> = None;
    for (column, text) in now.iter().enumerate().rev() {
        let from = if right { column.checked_sub(by) } else { Some(column + by) };
        let Some(from) = from else { break };
        let own = was.get(column).and_then(Option::as_deref);
        match was.get(from) {
            // Past its end a row that moved to the left has nothing any more.
            None => score -= if text.is_empty() { 0 } else { 2 },
            Some(None) => {}
            Some(Some(neighbour)) if text == neighbour.as_ref() => {
                if !text.is_empty() && own != Some(text.as_str()) {
                    score += 1;
                    telling += 1;
                    strange |= kinds_differ(column, from);
                    // A cell of its own before the end says how far the row moved: no earlier than here.
                    if best.as_ref().is_none_or(|(most, ..)| score >= *most) {
                        best = Some((score, column, telling, strange));
                    }
                }
            }
            Some(Some(_)) if own == Some(text.as_str()) => score -= 3,
            Some(Some(_)) => score -= 2,
        }
    }
    let (score, column, telling, strange) = best?;
    let enough = if by == 1 { telling >= 2 } else { telling >= 3 && strange };
    let from = if right { column.checked_sub(by)? } else { column };
    let first = from.checked_sub(1).filter(|before| right && fell_apart(now, was, *before)).unwrap_or(from);
    (score >= 2 && enough).then_some((score, Moved { from, first, by, right }))
}

/// Whether a text stands in two cells now: there was a separator in it.
fn fell_apart(now: &[String], was: &[Option<Cow<'_, str>>], column: usize) -> bool {
    let (Some(half), Some(rest)) = (now.get(column), now.get(column + 1)) else { return false };
    let whole = was.get(column).and_then(Option::as_deref).unwrap_or_default();
    half != whole && !half.is_empty() && whole.starts_with(half.as_str()) && whole.ends_with(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::suffix;
    use std::borrow::Cow;

    fn moved(was: &[&str], now: &[&str]) -> Option<(usize, usize, bool)> {
        let now: Vec<String> = now.iter().map(|text| (*text).to_owned()).collect();
        let was: Vec<Option<Cow<'_, str>>> = was.iter().map(|text| Some(Cow::Borrowed(*text))).collect();
        let ways = [(1, false), (1, true), (2, false), (2, true)].into_iter();
        let found = ways.filter_map(|(by, right)| suffix(&now, &was, by, right, &|_, _| false));
        found.max_by_key(|(score, _)| *score).map(|(_, moved)| (moved.from, moved.by, moved.right))
    }

    #[test]
    fn cells_that_hold_their_neighbours_value_moved() {
        let was = ["ann@x", "Ann", "Lee", "Nurse", "A1", "555", "York", ""];
        assert_eq!(moved(&was, &["ann@x", "Ann", "Lee", "A1", "555", "York", "", ""]), Some((3, 1, false)));
        assert_eq!(moved(&was, &["ann@x", "Ann", "Lee", "", "Nurse", "A1", "555", "York"]), Some((3, 1, true)));
        assert_eq!(moved(&was, &["ann@x", "Ann", "Le", "e", "Nurse", "A1", "555", "York"]), Some((3, 1, true)));
        assert_eq!(moved(&was, &["ann@x", "Anne", "Lee", "A1", "555", "York", "", ""]), Some((3, 1, false)));
        assert_eq!(moved(&was, &["ann@x", "Ann", "Lee", "Nurse", "555", "York", "", ""]), Some((4, 1, false)));
    }

    #[test]
    fn edits_are_edits() {
        let was = ["ann@x", "Ann", "Lee", "Nurse", "A1", "555", "York", ""];
        assert_eq!(moved(&was, &["ann@x", "Lee", "Ann", "Nurse", "A1", "555", "York", ""]), None);
        assert_eq!(moved(&was, &["ann@x", "Ann", "Lee", "Driver", "B1", "556", "Hull", "x"]), None);
        assert_eq!(moved(&was, &["ann@x", "Ann", "Lee", "A1", "555", "556", "York", "x"]), None);
        let pairs = ["ann@x", "work", "a@x", "home", "b@x"];
        assert_eq!(moved(&pairs, &["ann@x", "home", "b@x", "", ""]), None);
    }
}
