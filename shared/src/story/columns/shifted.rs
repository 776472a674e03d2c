//! A block that stands a row too low or too high: each cell holds what the row above, or below, held before.

use super::rows_of;
use crate::reviewed::Reviewed;
use crate::story::moves::{BLANK, Move, Moves, old_at};

/// Rows between two cells of one block at most: between them nothing changed.
const MOST_BETWEEN: u32 = 200;
/// How unlikely a run must be among honest edits, in bits, beyond one for each doubling of the cells looked at.
const BITS: f64 = 11.0;
/// What a value's share is measured against, so that few cells prove little.
const CAUTION: f64 = 16.0;

/// The rows of the cells that were shifted.
pub(super) fn find(reviewed: &Reviewed<'_>, moves: &Moves, down: bool) -> Option<Vec<usize>> {
    let all = &moves.all;
    if all.len() < super::FEWEST {
        return None;
    }
    let matches = |position: usize, entry: &Move| {
        entry.new != BLANK && neighbour(reviewed, moves, position, down) == Some(entry.new)
    };
    // Any run that is long enough holds one of these.
    if !all.iter().enumerate().step_by(super::FEWEST).any(|(position, entry)| matches(position, entry)) {
        return None;
    }
    let (new, old) = (moves.new_values(), moves.old_values());
    #[expect(clippy::cast_precision_loss, reason = "counts of cells are far below 2^52")]
    let total = all.len() as f64;
    let surprise = |value: u32| {
        let of = |counts: &super::moves::Histogram| counts.get(&value).copied().unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "counts of cells are far below 2^52")]
        let seen = of(&new).max(of(&old)) as f64;
        -((seen + 1.0) / (total + CAUTION)).log2()
    };
    let enough = BITS + total.log2();
    let mut rows = Vec::new();
    let mut start = 0;
    let mut bits = 0.0;
    let mut last_row = None::<u32>;
    let mut close = |start: usize, end: usize, bits: f64| {
        if bits >= enough && end - start >= super::FEWEST {
            rows.extend(rows_of(all.iter().take(end).skip(start)));
        }
    };
    for (position, entry) in all.iter().enumerate() {
        let matches = matches(position, entry);
        let near = last_row.is_none_or(|last| entry.row - last <= MOST_BETWEEN);
        if !(matches && near) {
            close(start, position, bits);
            (start, bits) = (if matches { position } else { position + 1 }, 0.0);
        }
        last_row = matches.then_some(entry.row);
        if matches {
            bits += surprise(entry.new);
        }
    }
    close(start, all.len(), bits);
    (!rows.is_empty()).then_some(rows)
}

/// What the row above, or below, held before.
fn neighbour(reviewed: &Reviewed<'_>, moves: &Moves, position: usize, down: bool) -> Option<u32> {
    let entry = moves.all.get(position)?;
    let (wanted, near) = if down {
        (entry.row.checked_sub(1)?, position.checked_sub(1).and_then(|near| moves.all.get(near)))
    } else {
        (entry.row + 1, moves.all.get(position + 1))
    };
    match near {
        Some(near) if near.row == wanted => Some(near.old),
        _ => old_at(reviewed, wanted as usize, moves.column),
    }
}
