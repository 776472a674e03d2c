//! A column that one value swallowed, or that was emptied.

use super::super::Reviewed;
use super::moves::{BLANK, Moves, histogram, whole};
use super::{few_values, rows_of};
use crate::options::Blanks;

/// A column swallowed by one value.
pub(super) struct Swallowed {
    pub(super) value: String,
    pub(super) rows: Vec<usize>,
    /// Whether it may as well be a re-organisation.
    pub(super) mild: bool,
}

/// One value that replaced most. Where values differed from person to person (names, numbers, addresses) it is an
/// accident; where many people shared a few, it may be a re-organisation.
pub(super) fn find_overwritten(reviewed: &Reviewed<'_>, moves: &Moves) -> Option<Swallowed> {
    let counts = moves.new_values();
    let (value, count) =
        counts.iter().filter(|(value, _)| **value != BLANK).max_by_key(|(value, count)| (**count, **value))?;
    let swallowed: Vec<_> = moves.all.iter().filter(|entry| entry.new == *value).collect();
    let old = histogram(swallowed.iter().map(|entry| entry.old).filter(|old| *old != BLANK));
    let (filled, different): (usize, usize) = (old.values().sum(), old.len());
    let most = count * 2 >= reviewed.rows.len();
    let kind = &reviewed.schema.column(moves.column)?.kind;
    let own = filled >= 5 && filled * 2 >= *count && different * 10 >= filled * 9 && !few_values(kind);
    let shared_by_few = filled >= 10 && different * 10 >= filled * 4 && most && !few_values(kind);
    let perhaps = filled >= 10 && different >= 2 && most;
    if !(own || shared_by_few || perhaps) {
        return None;
    }
    let rows = rows_of(swallowed.into_iter());
    let first = reviewed.rows.row(*rows.first()?)?;
    let value = reviewed.value(&first, moves.column)?.into_owned();
    Some(Swallowed { value, rows, mild: !(own || shared_by_few) })
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
    let filled = whole(reviewed, moves.column).iter().filter(|entry| entry.old != BLANK).count();
    (rows.len() * 5 > filled).then_some((rows, filled))
}
