//! What happened to whole columns: swapped, moved against the others, swallowed by one value, emptied, dragged.
//!
//! Looked at are changed cells only, and of those only columns with a handful of them. Values are compared by hash: a
//! million cells cost a few bytes each, in batches of columns. What one accident explains, the next doesn't look at.

mod copied;
mod pasted;
mod series;
mod shifted;
mod sorted;
mod swallowed;
mod swapped;

use super::moves::{self, Move, Moves};
use super::profile::{self, Profile};
use crate::reviewed::Reviewed;
use crate::schema::Kind;
use crate::stages::merge::{Accident, AccidentKind};
use std::collections::BTreeSet;

/// The fewest changed cells of a column that can be an accident to it rather than edits.
const FEWEST: usize = 4;
/// How many moves are held at once.
const MOST_AT_ONCE: usize = 4_000_000;

/// Finds what happened to columns, in the rows of which nothing was told yet, and of each column what is left.
pub(super) fn find(reviewed: &Reviewed<'_>, told: &BTreeSet<usize>) -> (Vec<Accident>, Vec<Profile>) {
    let counts = moves::counts(reviewed, told);
    let mut found = Found { accidents: Vec::new(), profiles: counts.iter().copied().map(Profile::of_few).collect() };
    let swaps = swapped::pairs(reviewed, &counts, told);
    let mut batch = Vec::new();
    let mut held = 0;
    for (column, count) in counts.iter().enumerate().filter(|(_, count)| **count >= profile::FEWEST) {
        if held + count > MOST_AT_ONCE && !batch.is_empty() {
            look(reviewed, told, &std::mem::take(&mut batch), &swaps, &mut found);
            held = 0;
        }
        held += count;
        batch.push(column);
    }
    look(reviewed, told, &batch, &swaps, &mut found);
    (found.accidents, found.profiles)
}

/// What was found in all columns.
struct Found {
    accidents: Vec<Accident>,
    profiles: Vec<Profile>,
}

fn look(
    reviewed: &Reviewed<'_>,
    told: &BTreeSet<usize>,
    columns: &[usize],
    swaps: &[(usize, usize)],
    found: &mut Found,
) {
    if columns.is_empty() {
        return;
    }
    for mut moves in moves::collect(reviewed, columns, told) {
        if !reviewed.options.meant.contains(reviewed.schema.header_of(moves.column)) {
            found.accidents.extend(in_column(reviewed, &mut moves, swaps));
        }
        if let Some(profile) = found.profiles.get_mut(moves.column) {
            *profile = Profile::of(&moves);
        }
    }
}

/// What happened to a column: its cells are taken out of its moves.
fn in_column(reviewed: &Reviewed<'_>, moves: &mut Moves, swaps: &[(usize, usize)]) -> Vec<Accident> {
    let rows = reviewed.rows.len();
    let mut found = Vec::new();
    if let Some((with, rows)) = swapped::find(reviewed, moves, swaps) {
        let of = moves.all.len();
        found.push(taken_out(moves, rows, of, AccidentKind::Swapped { with }));
    }
    for down in [true, false] {
        let shifted = shifted::find(reviewed, moves, down);
        if let Some(shifted) = shifted.filter(|shifted| !is_rather_sorted(reviewed, moves, shifted)) {
            found.push(taken_out(moves, shifted, rows, AccidentKind::Shifted { down }));
        }
    }
    if let Some((sorted, of)) = sorted::find(reviewed, moves) {
        found.push(taken_out(moves, sorted, of, AccidentKind::SortedAlone));
    }
    if let Some((blanked, of)) = swallowed::find_blanked(reviewed, moves) {
        found.push(taken_out(moves, blanked, of, AccidentKind::Blanked));
    }
    // All series at once: a column may hold thousands.
    let mut counted = Vec::new();
    let own = |run: &series::Run| reviewed.changed_one_by_one(moves.column, &run.rows);
    let runs: Vec<series::Run> = series::find(reviewed, moves).into_iter().filter(|run| !own(run)).collect();
    for run in runs {
        if !run.mild {
            counted.extend_from_slice(&run.rows);
        }
        let kind = AccidentKind::Series { from: run.from, to: run.to };
        found.push(accident(moves, run.rows, rows, kind, run.mild));
    }
    moves.take_out(counted);
    if let Some(swallowed) = swallowed::find_overwritten(reviewed, moves) {
        let kind = AccidentKind::Overwritten { value: swallowed.value };
        let overwritten = accident(moves, swallowed.rows, rows, kind, swallowed.mild);
        if !overwritten.mild {
            moves.take_out(overwritten.rows.clone());
        }
        found.push(overwritten);
    }
    if let Some((from, copied)) = copied::find(reviewed, moves) {
        found.push(taken_out(moves, copied, rows, AccidentKind::Copied { from }));
    }
    if let Some(pasted) = pasted::find(reviewed, moves) {
        // Known to be others', values aren't perhaps a series besides.
        found.retain(|accident| !accident.mild);
        found.push(taken_out(moves, pasted, rows, AccidentKind::Pasted));
    }
    found
}

/// Whether cells of which most stand a row off were sorted: that explains the others, too.
fn is_rather_sorted(reviewed: &Reviewed<'_>, moves: &Moves, shifted: &[usize]) -> bool {
    let leaves_some = shifted.len() * 20 < moves.all.len() * 19;
    leaves_some && sorted::find(reviewed, moves).is_some_and(|(sorted, _)| sorted.len() > shifted.len())
}

/// An accident, with its cells taken out of those that nothing explains yet.
fn taken_out(moves: &mut Moves, rows: Vec<usize>, of: usize, kind: AccidentKind) -> Accident {
    let found = accident(moves, rows, of, kind, false);
    moves.take_out(found.rows.clone());
    found
}

fn accident(moves: &Moves, rows: Vec<usize>, of: usize, kind: AccidentKind, mild: bool) -> Accident {
    let stretches = moves.stretches(&rows);
    Accident { kind, column: moves.column, rows, of, stretches, mild }
}

/// Whether a column's values are picked from a few, so that many people honestly share one.
fn few_values(kind: &Kind) -> bool {
    matches!(kind, Kind::Choice { .. } | Kind::Boolean | Kind::Reference | Kind::List { .. })
}

/// The rows of moves.
fn rows_of<'a>(moves: impl Iterator<Item = &'a Move>) -> Vec<usize> {
    moves.map(|entry| entry.row as usize).collect()
}
