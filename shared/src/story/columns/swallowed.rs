//! A column that one value swallowed, or that was emptied.

use super::{few_values, rows_of};
use crate::options::Blanks;
use crate::reviewed::Reviewed;
use crate::schema::Kind;
use crate::story::moves::{BLANK, Move, Moves, hash, histogram};

/// A column swallowed by one value.
pub(super) struct Swallowed {
    pub(super) value: String,
    pub(super) rows: Vec<usize>,
    /// Whether it may as well be a re-organisation.
    pub(super) mild: bool,
}

/// One value that replaced most of a column, or a block of it. Where values differed from person to person (names,
/// numbers, addresses) it is an accident; where many people shared a few, it may be a re-organisation.
pub(super) fn find_overwritten(reviewed: &Reviewed<'_>, moves: &Moves) -> Option<Swallowed> {
    let counts = moves.new_values();
    let (value, count) =
        counts.iter().filter(|(value, _)| **value != BLANK).max_by_key(|(value, count)| (**count, **value))?;
    let swallowed: Vec<Move> = moves.all.iter().filter(|entry| entry.new == *value).copied().collect();
    let kind = &reviewed.schema.column(moves.column)?.kind;
    let most = count * 2 >= reviewed.rows.len();
    let (filled, different) = old_values(&swallowed);
    let block = swallowed.chunk_by(|one, next| next.row - one.row <= 2).max_by_key(|block| block.len())?;
    let (block_filled, block_different) = old_values(block);
    let (cells, mild) = if filled >= 10 && different * 10 >= filled * 4 && most && !few_values(kind) {
        (swallowed.as_slice(), false)
    } else if block_filled >= 5
        && block_filled * 2 >= block.len()
        && block_different * 10 >= block_filled * 9
        && !few_values(kind)
    {
        (block, false)
    } else if filled >= 10 && different >= 2 && count * 10 >= reviewed.rows.len() && holds_most(reviewed, moves, *value)
    {
        (swallowed.as_slice(), true)
    } else {
        return None;
    };
    let rows = rows_of(cells.iter());
    let first = reviewed.rows.row(*rows.first()?)?;
    let value = reviewed.value(&first, moves.column)?.into_owned();
    Some(Swallowed { value, rows, mild })
}

/// How many cells held something, and how many different values.
fn old_values(cells: &[Move]) -> (usize, usize) {
    let old = histogram(cells.iter().map(|entry| entry.old).filter(|old| *old != BLANK));
    (old.values().sum(), old.len())
}

/// Whether a value fills most of the column now.
fn holds_most(reviewed: &Reviewed<'_>, moves: &Moves, value: u32) -> bool {
    let column = moves.whole(reviewed, 0, reviewed.rows.len());
    column.iter().filter(|entry| entry.new == value).count() * 2 >= column.len()
}

/// The rows of the cells that were emptied, where they are more than a fifth of the column, and how many held a value.
pub(super) fn find_blanked(reviewed: &Reviewed<'_>, moves: &Moves) -> Option<(Vec<usize>, usize)> {
    const FEWEST: usize = 5;
    if reviewed.options.blanks_in(reviewed.schema.header_of(moves.column)) != Blanks::Clear {
        return None;
    }
    let rows = rows_of(moves.all.iter().filter(|entry| entry.new == BLANK));
    if rows.len() < FEWEST || rows.len() * 200 < reviewed.rows.len() {
        return None;
    }
    // An empty cell of some columns means a value, which isn't lost with it.
    let meant = match &reviewed.schema.column(moves.column)?.kind {
        Kind::Choice { empty: Some(empty), .. } => hash(empty),
        _ => BLANK,
    };
    let column = moves.whole(reviewed, 0, reviewed.rows.len());
    let filled = column.iter().filter(|entry| entry.old != BLANK && entry.old != meant).count();
    (rows.len() * 5 > filled).then_some((rows, filled))
}
