//! Two columns that changed places: each holds what the other held.

use crate::reviewed::Reviewed;
use crate::stages::merge::{MergedCell, MergedRow};
use crate::stages::rows::Row;
use crate::story::moves::{Moves, bare, before};
use std::collections::BTreeSet;

/// How many changing rows are looked at to find pairs.
const SAMPLE: usize = 400;
/// The fewest rows.
const FEWEST: usize = 4;

/// The pairs of columns that hold each other's values, each column in at most one pair.
pub(super) fn pairs(reviewed: &Reviewed<'_>, counts: &[usize], told: &BTreeSet<usize>) -> Vec<(usize, usize)> {
    let meant = |column: usize| reviewed.options.meant.contains(reviewed.schema.header_of(column));
    let candidates: Vec<usize> = counts
        .iter()
        .enumerate()
        .filter(|(column, count)| **count >= FEWEST && !meant(*column))
        .map(|(column, _)| column)
        .collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let changing: Vec<usize> = reviewed
        .merge
        .notable()
        .filter(|(_, merged)| merged.person().is_some() && !reviewed.merge.cells(merged).is_empty())
        .map(|(row, _)| row)
        .filter(|row| !told.contains(row))
        .collect();
    let step = (changing.len() / SAMPLE).max(1);
    let mut seen: std::collections::BTreeMap<(usize, usize), usize> = std::collections::BTreeMap::new();
    let mut changes = vec![0_usize; counts.len()];
    for position in changing.iter().step_by(step) {
        let (Some(row), Some(merged)) = (reviewed.rows.row(*position), reviewed.merge.rows.get(*position)) else {
            continue;
        };
        let changed: Vec<usize> = reviewed.merge.cells(merged).iter().map(MergedCell::column).collect();
        for column in &changed {
            if let Some(count) = changes.get_mut(*column) {
                *count += 1;
            }
        }
        let Some(person) = before(reviewed, merged) else { continue };
        // Each cell once: what the file has, and what stood there.
        let cell = |column: &usize| Some((*column, text(&row, *column)?, person.value(*column).into_owned()));
        let cells: Vec<(usize, String, String)> = candidates.iter().filter_map(cell).collect();
        for (order, (one, now, was)) in cells.iter().enumerate() {
            for (other, other_now, other_was) in cells.iter().skip(order + 1) {
                let differ = changed.contains(one) || changed.contains(other);
                if differ && was != other_was && now == other_was && other_now == was {
                    *seen.entry((*one, *other)).or_insert(0) += 1;
                }
            }
        }
    }
    let mut ranked: Vec<((usize, usize), usize)> = seen.into_iter().filter(|(_, count)| *count >= FEWEST).collect();
    ranked.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for ((one, other), count) in ranked {
        let used = |column: usize| pairs.iter().any(|pair| pair.0 == column || pair.1 == column);
        let changed = |column: usize| changes.get(column).copied().unwrap_or_default();
        // Some people's names put right are no accident; most of what changed in a column is.
        let most = count * 10 >= changed(one).max(changed(other)) * 6;
        let many = counts.get(one).copied().unwrap_or_default() * 3 >= reviewed.rows.len();
        if !used(one) && !used(other) && most && (many || count >= 20) {
            pairs.push((one, other));
        }
    }
    pairs
}

/// The other column, and the rows in which the two changed places.
pub(super) fn find(reviewed: &Reviewed<'_>, moves: &Moves, pairs: &[(usize, usize)]) -> Option<(usize, Vec<usize>)> {
    let with = pairs.iter().find_map(|(one, other)| match moves.column {
        column if column == *one => Some(*other),
        column if column == *other => Some(*one),
        _ => None,
    })?;
    let swapped = moves.all.iter().map(|entry| entry.row as usize).filter(|position| {
        let (row, merged) = (reviewed.rows.row(*position), reviewed.merge.rows.get(*position));
        row.zip(merged).is_some_and(|(row, merged)| holds_each_other(reviewed, &row, merged, moves.column, with))
    });
    Some((with, swapped.collect()))
}

fn holds_each_other(reviewed: &Reviewed<'_>, row: &Row<'_>, merged: &MergedRow, one: usize, other: usize) -> bool {
    let Some(person) = before(reviewed, merged) else { return false };
    let (Some(first), Some(second)) = (text(row, one), text(row, other)) else { return false };
    let (was_first, was_second) = (person.value(one), person.value(other));
    was_first != was_second && first == was_second && second == was_first
}

/// A cell's text, whatever its column makes of it.
fn text(row: &Row<'_>, column: usize) -> Option<String> {
    row.cell_of(column).map(|cell| bare(&cell))
}
