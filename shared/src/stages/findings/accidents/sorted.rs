//! A column that holds the same values, on other people: sorted, or pasted back in another order.
//!
//! Honest edits that resemble it: two teams that change places, or a value that is renamed everywhere. There every cell
//! of one value becomes one other value, and a column of few values is not in order afterwards.

use super::super::Reviewed;
use super::moves::{BLANK, Histogram, Move, Moves, histogram, shared, whole};
use super::rows_of;
use hashbrown::HashMap;

/// The fewest cells that show an order.
const FEWEST: usize = 6;

/// The rows of the cells that changed places, and of how many.
pub(super) fn find(reviewed: &Reviewed<'_>, moves: &Moves) -> Option<(Vec<usize>, usize)> {
    let all = &moves.all;
    if all.len() < FEWEST {
        return None;
    }
    among_themselves(moves).or_else(|| in_the_whole_column(reviewed, moves))
}

/// Values of which hardly any two are equal, dealt out anew.
fn among_themselves(moves: &Moves) -> Option<(Vec<usize>, usize)> {
    let (old, new) = (moves.old_values(), moves.new_values());
    let (total, same) = (moves.all.len(), shared(&old, &new));
    let different = old.keys().filter(|value| **value != BLANK).count();
    let few = total < 12;
    let moved = if few { same == total && different * 5 >= total * 4 } else { same * 10 >= total * 9 };
    (moved && different * 2 >= total).then(|| (known_to(moves, &old), total))
}

/// The rows of which the new value is one that the column held.
fn known_to(moves: &Moves, old: &Histogram) -> Vec<usize> {
    rows_of(moves.all.iter().filter(|entry| old.contains_key(&entry.new)))
}

/// Few different values, or many empty cells: only the whole column tells.
fn in_the_whole_column(reviewed: &Reviewed<'_>, moves: &Moves) -> Option<(Vec<usize>, usize)> {
    if moves.all.len() * 50 < reviewed.rows.len() {
        return None;
    }
    let column = whole(reviewed, moves.column);
    let (old, new) = (histogram(column.iter().map(|entry| entry.old)), histogram(column.iter().map(|entry| entry.new)));
    let filled = |counts: &Histogram| counts.iter().filter(|(value, _)| **value != BLANK).map(|(_, count)| count).sum();
    let (before, after): (usize, usize) = (filled(&old), filled(&new));
    let most = before.max(after);
    if shared(&old, &new) * 100 < most * 95 || most < FEWEST {
        return None;
    }
    let moved = column.iter().filter(|entry| entry.old != entry.new).count();
    let expected = expected_moves(&old, column.len());
    let in_order = in_order(&column, |entry| entry.new) && !in_order(&column, |entry| entry.old);
    let scattered = !maps_values(moves) && moved * 10 >= expected * 6;
    let sorted = (in_order && moved * 10 >= expected * 3) || scattered;
    sorted.then(|| (known_to(moves, &old), column.len()))
}

/// How many cells change when the values are dealt out at random.
fn expected_moves(counts: &Histogram, cells: usize) -> usize {
    let same: usize = counts.values().map(|count| count * count / cells.max(1)).sum();
    cells.saturating_sub(same)
}

/// Whether equal values stand together: so they do in any order that a program sorts by.
fn in_order(column: &[Move], value: impl Fn(&Move) -> u32) -> bool {
    let values: Vec<u32> = column.iter().map(value).filter(|value| *value != BLANK).collect();
    let runs = 1 + values.iter().zip(values.iter().skip(1)).filter(|(one, next)| one != next).count();
    let different = histogram(values.iter().copied()).len();
    different >= 2 && values.len() >= different * 2 && runs * 20 <= different * 21 + 20
}

/// Whether each old value became one new value, nearly always: a renaming.
fn maps_values(moves: &Moves) -> bool {
    let mut images: HashMap<u32, Histogram, foldhash::fast::FixedState> = HashMap::default();
    for entry in &moves.all {
        *images.entry(entry.old).or_default().entry(entry.new).or_insert(0) += 1;
    }
    let usual: usize = images.values().filter_map(|counts| counts.values().max()).sum();
    usual * 10 >= moves.all.len() * 9
}
