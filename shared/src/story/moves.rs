//! The changed cells of a column: where each is, what stood there before, and what stands there now.

use crate::directory::Person;
use crate::reviewed::Reviewed;
use crate::stages::merge::{CellState, MergedRow, RowState};
use crate::values::guard::unguard;
use crate::values::key;
use crate::values::text::normalise;
use hashbrown::HashMap;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// The hash of nothing.
pub(super) const BLANK: u32 = 0;

/// How often each hash occurs.
pub(super) type Histogram = HashMap<u32, usize, foldhash::fast::FixedState>;

/// One changed cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Move {
    pub(super) row: u32,
    pub(super) old: u32,
    pub(super) new: u32,
}

/// The changed cells of one column that nothing explains yet, in the order of the file.
#[derive(Debug)]
pub(super) struct Moves {
    pub(super) column: usize,
    pub(super) all: Vec<Move>,
    whole: OnceCell<Vec<Move>>,
}

impl Moves {
    /// The stretches of rows that hold these cells and no other changed one.
    pub(super) fn stretches(&self, rows: &[usize]) -> Vec<(usize, usize)> {
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return stretches };
        let from = self.all.partition_point(|entry| (entry.row as usize) < *first);
        let to = self.all.partition_point(|entry| entry.row as usize <= *last);
        let mut explained = rows.iter().copied().peekable();
        let mut open = false;
        for entry in self.all.get(from..to).unwrap_or_default() {
            let row = entry.row as usize;
            while explained.next_if(|next| *next < row).is_some() {}
            if explained.next_if_eq(&row).is_none() {
                open = false;
                continue;
            }
            match stretches.last_mut() {
                Some((_, last)) if open => *last = row,
                _ => stretches.push((row, row)),
            }
            open = true;
        }
        stretches
    }

    /// Takes out the cells that something explains.
    pub(super) fn take_out(&mut self, mut rows: Vec<usize>) {
        rows.sort_unstable();
        let mut explained = rows.into_iter().peekable();
        self.all.retain(|entry| {
            let row = entry.row as usize;
            while explained.next_if(|next| *next < row).is_some() {}
            explained.peek() != Some(&row)
        });
    }

    /// A stretch of the column: before and now, for every row about somebody.
    pub(super) fn whole(&self, reviewed: &Reviewed<'_>, first: usize, rows: usize) -> &[Move] {
        let all = self.whole.get_or_init(|| whole(reviewed, self.column));
        let from = all.partition_point(|entry| (entry.row as usize) < first);
        let to = all.partition_point(|entry| (entry.row as usize) < first + rows);
        all.get(from..to).unwrap_or_default()
    }

    /// How often each value came.
    pub(super) fn new_values(&self) -> Histogram {
        histogram(self.all.iter().map(|entry| entry.new))
    }

    /// How often each value went.
    pub(super) fn old_values(&self) -> Histogram {
        histogram(self.all.iter().map(|entry| entry.old))
    }
}

pub(super) fn histogram(values: impl Iterator<Item = u32>) -> Histogram {
    let mut counts = Histogram::default();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    counts
}

/// How many values two histograms share, nothing not counted.
pub(super) fn shared(one: &Histogram, other: &Histogram) -> usize {
    let each = one.iter().filter(|(value, _)| **value != BLANK);
    each.map(|(value, count)| (*count).min(other.get(value).copied().unwrap_or_default())).sum()
}

pub(super) fn hash(value: &str) -> u32 {
    if value.is_empty() {
        return BLANK;
    }
    let wide = key::hash(value);
    // Half the bits are plenty for counting; nothing but an empty value is BLANK.
    u32::try_from(wide >> 32).unwrap_or_default().max(1)
}

/// How many cells of each column change, in rows of which nothing was told yet.
pub(super) fn counts(reviewed: &Reviewed<'_>, told: &BTreeSet<usize>) -> Vec<usize> {
    let mut counts = vec![0; reviewed.schema.columns.len()];
    let untold = |(row, merged): &(usize, &MergedRow)| counts_at_all(merged) && !told.contains(row);
    for (_, merged) in reviewed.merge.notable().filter(untold) {
        for cell in reviewed.merge.cells(merged).iter().filter(|cell| cell.state != CellState::Theirs) {
            if let Some(count) = counts.get_mut(cell.column()) {
                *count += 1;
            }
        }
    }
    counts
}

fn counts_at_all(merged: &MergedRow) -> bool {
    merged.person().is_some() && merged.state != RowState::Duplicate
}

/// The moves of some columns, in rows of which nothing was told yet.
pub(super) fn collect(reviewed: &Reviewed<'_>, columns: &[usize], told: &BTreeSet<usize>) -> Vec<Moves> {
    let mut slots = vec![None; reviewed.schema.columns.len()];
    for (slot, column) in columns.iter().enumerate() {
        if let Some(entry) = slots.get_mut(*column) {
            *entry = Some(slot);
        }
    }
    let mut moves: Vec<Moves> =
        columns.iter().map(|column| Moves { column: *column, all: Vec::new(), whole: OnceCell::new() }).collect();
    let untold = |row: usize, merged: &MergedRow| counts_at_all(merged) && !told.contains(&row);
    for (row, merged) in reviewed.changing_rows().filter(|(row, merged)| untold(row.position, merged)) {
        let (base, person) = (reviewed.base_person(merged), reviewed.person(merged));
        for cell in reviewed.merge.cells(merged).iter().filter(|cell| cell.state != CellState::Theirs) {
            let slot = slots.get(cell.column()).copied().flatten();
            let Some(moves) = slot.and_then(|slot| moves.get_mut(slot)) else { continue };
            let Ok(position) = u32::try_from(row.position) else { continue };
            let old = match (&base, &person) {
                (Some(base), _) => hash(&base.value(cell.column())),
                (None, Some(person)) => hash(&reviewed.old_value(person, cell)),
                (None, None) => BLANK,
            };
            moves.all.push(Move { row: position, old, new: hash(&reviewed.new_value(&row, cell)) });
        }
    }
    moves
}

/// The person as the file's extract had her, where it is known.
pub(super) fn before<'a>(reviewed: &Reviewed<'a>, merged: &MergedRow) -> Option<Person<'a>> {
    reviewed.base_person(merged).or_else(|| reviewed.person(merged))
}

/// A cell's text, whatever its column makes of it.
pub(super) fn bare(cell: &str) -> String {
    normalise(unguard(&normalise(cell))).into_owned()
}

/// What a column held before in any row of the file; `None` past its ends and for strangers.
pub(super) fn old_at(reviewed: &Reviewed<'_>, row: usize, column: usize) -> Option<u32> {
    let merged = reviewed.merge.rows.get(row)?;
    Some(hash(&before(reviewed, merged)?.value(column)))
}

/// A column: before and now, for every row about somebody.
fn whole(reviewed: &Reviewed<'_>, column: usize) -> Vec<Move> {
    let entries = reviewed.merge.rows.iter().enumerate().filter(|(_, merged)| counts_at_all(merged));
    let entry = |(position, merged): (usize, &MergedRow)| {
        let before = before(reviewed, merged)?;
        let old = hash(&before.value(column));
        let changed = reviewed.merge.cells(merged).iter().find(|cell| cell.column() == column);
        let new = match changed {
            Some(cell) => hash(&reviewed.new_value(&reviewed.rows.row(position)?, cell)),
            // The whole record is the stored one.
            None if !merged.is_notable() => old,
            None => hash(&reviewed.value(&reviewed.rows.row(position)?, column).unwrap_or_default()),
        };
        Some(Move { row: u32::try_from(position).ok()?, old, new })
    };
    entries.filter_map(entry).collect()
}
