//! A column that holds the same values, on other people: sorted, or pasted back in another order.
//!
//! Honest edits that resemble it: two teams that change places, or a value that is renamed everywhere. There every cell
//! of one value becomes one other value, and a column of few values is not in order afterwards.

use super::rows_of;
use crate::reviewed::Reviewed;
use crate::story::moves::{BLANK, Histogram, Move, Moves, histogram, shared};
use hashbrown::HashMap;

/// The fewest cells that show an order.
const FEWEST: usize = 6;

/// The rows of the cells that changed places, and of how many.
pub(super) fn find(reviewed: &Reviewed<'_>, moves: &Moves) -> Option<(Vec<usize>, usize)> {
    let all = &moves.all;
    let (first, last) = (all.first()?.row as usize, all.last()?.row as usize);
    let (old, new) = (moves.old_values(), moves.new_values());
    let blank = old.get(&BLANK).copied().unwrap_or_default();
    // Where hardly any new value is one that another cell lost, no column needs to be read.
    if all.len() < FEWEST || (shared(&old, &new) * 10 < all.len() * 3 && blank * 2 < all.len()) {
        return None;
    }
    let rows = reviewed.rows.len();
    // The whole column, or the stretch that changed: values may come from cells that are empty now and so keep theirs.
    let stretches = [(0, rows), (first, last - first + 1)];
    let mut near = stretches.into_iter().filter(|(_, length)| all.len() * 50 >= *length).peekable();
    if near.peek().is_none() {
        return dealt_out_anew(all).then(|| (known_to(moves, &old), all.len()));
    }
    near.find_map(|(first, length)| {
        let column = moves.whole(reviewed, first, length);
        let old = histogram(column.iter().map(|entry| entry.old));
        let moved: Vec<Move> = column.iter().filter(|entry| entry.old != entry.new).copied().collect();
        let found = dealt_out_anew(&moved) || same_values(moves, column, &moved);
        found.then(|| (known_to(moves, &old), column.len()))
    })
}

/// Whether cells of which hardly any two are equal hold each other's values.
fn dealt_out_anew(moved: &[Move]) -> bool {
    let (old, new) = (histogram(moved.iter().map(|entry| entry.old)), histogram(moved.iter().map(|entry| entry.new)));
    let (before, total) = (filled(&old), filled(&new));
    let (same, different) = (shared(&old, &new), new.keys().filter(|value| **value != BLANK).count());
    let few = total < 12;
    let known = if few { same == total && different * 5 >= total * 4 } else { same * 10 >= total * 9 };
    total >= FEWEST && known && different * 2 >= total && before * 9 <= total * 10
}

/// The rows of which the new value is one that the column held.
fn known_to(moves: &Moves, old: &Histogram) -> Vec<usize> {
    rows_of(moves.all.iter().filter(|entry| old.contains_key(&entry.new)))
}

fn filled(counts: &Histogram) -> usize {
    counts.iter().filter(|(value, _)| **value != BLANK).map(|(_, count)| count).sum()
}

/// Whether a stretch of few different values holds the same ones as before, in order or scattered.
fn same_values(moves: &Moves, column: &[Move], moved: &[Move]) -> bool {
    let (old, new) = (histogram(column.iter().map(|entry| entry.old)), histogram(column.iter().map(|entry| entry.new)));
    let most = filled(&old).max(filled(&new));
    if shared(&old, &new) * 100 < most * 95 || most < FEWEST * 2 {
        return false;
    }
    let expected = expected_moves(&old, column.len());
    let in_order = in_order(column, |entry| entry.new) && !in_order(column, |entry| entry.old);
    let scattered = !maps_values(moves) && moved.len() * 10 >= expected * 6;
    (in_order && moved.len() * 10 >= expected * 3) || scattered
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
