//! A column that was copied over another: its cells hold what another column of the same row holds or held.
//!
//! Honest edits that resemble it: an empty column that is filled from another, and a mail address that becomes the same
//! as the Username.

use super::{few_values, rows_of};
use crate::reviewed::Reviewed;
use crate::schema::Kind;
use crate::story::moves::{BLANK, Move, Moves, bare, before, histogram};

/// How many cells are looked at to find the other column.
const SAMPLE: usize = 48;

/// The other column, and the rows of the cells that hold its values.
pub(super) fn find(reviewed: &Reviewed<'_>, moves: &Moves) -> Option<(usize, Vec<usize>)> {
    let column = reviewed.schema.column(moves.column)?;
    let (old, new) = (moves.old_values(), moves.new_values());
    let filled: usize = old.iter().filter(|(value, _)| **value != BLANK).map(|(_, count)| count).sum();
    let different = new.keys().filter(|value| **value != BLANK).count();
    if moves.all.len() < super::FEWEST
        || few_values(&column.kind)
        || filled * 2 < moves.all.len()
        || different < super::FEWEST
    {
        return None;
    }
    let other = likely_source(reviewed, moves)?;
    let addresses = |kind: &Kind| matches!(kind, Kind::Email | Kind::Username);
    if addresses(&column.kind) && reviewed.schema.column(other).is_some_and(|other| addresses(&other.kind)) {
        return None;
    }
    let copied: Vec<Move> = moves
        .all
        .iter()
        .filter(|entry| sources(reviewed, moves.column, entry, Some(other)).contains(&other))
        .copied()
        .collect();
    let lost = histogram(copied.iter().map(|entry| entry.old).filter(|old| *old != BLANK));
    let most = copied.len() >= super::FEWEST && copied.len() * 10 >= moves.all.len() * 8;
    (most && lost.len() >= super::FEWEST).then(|| (other, rows_of(copied.iter())))
}

/// The column that most of some cells agree with.
fn likely_source(reviewed: &Reviewed<'_>, moves: &Moves) -> Option<usize> {
    let step = (moves.all.len() / SAMPLE).max(1);
    let sample: Vec<&Move> = moves.all.iter().step_by(step).take(SAMPLE).collect();
    let mut votes = vec![0_usize; reviewed.schema.columns.len()];
    for (order, entry) in sample.iter().enumerate() {
        for source in sources(reviewed, moves.column, entry, None) {
            if let Some(count) = votes.get_mut(source) {
                *count += 1;
            }
        }
        // Mostly no column has any of the first values.
        if order + 1 == super::FEWEST && votes.iter().all(|count| *count == 0) {
            return None;
        }
    }
    let (count, column) =
        votes.into_iter().zip(0..).max_by_key(|(count, column)| (*count, std::cmp::Reverse(*column)))?;
    (count * 10 >= sample.len() * 7).then_some(column)
}

/// The columns, or the one asked for, that hold or held in the same row what a cell holds now.
fn sources(reviewed: &Reviewed<'_>, column: usize, entry: &Move, only: Option<usize>) -> Vec<usize> {
    let row = entry.row as usize;
    let Some((row, merged)) = reviewed.rows.row(row).zip(reviewed.merge.rows.get(row)) else { return Vec::new() };
    let value = row.cell_of(column).map(|cell| bare(&cell)).unwrap_or_default();
    let Some(person) = before(reviewed, merged).filter(|_| !value.is_empty()) else { return Vec::new() };
    let has = |other: &usize| {
        *other != column
            && (person.value(*other) == value.as_str() || row.cell_of(*other).is_some_and(|cell| bare(&cell) == value))
    };
    match only {
        Some(only) => Some(only).filter(has).into_iter().collect(),
        None => (0..reviewed.schema.columns.len()).filter(has).collect(),
    }
}
