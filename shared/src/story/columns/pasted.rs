//! Values of other people, who keep them: a list that was pasted over filtered rows, or one person's value over many.
//!
//! Honest edits that resemble it: values that many share, and values that are dealt out anew, where whoever had one
//! gets another.

use super::{few_values, rows_of};
use crate::reviewed::Reviewed;
use crate::schema::Kind;
use crate::stages::merge::MergedRow;
use crate::story::moves::{BLANK, Histogram, Move, Moves, hash, histogram};
use hashbrown::{HashMap, HashSet};

/// How many people may have a value that is still one person's.
const MOST_HOLDERS: usize = 2;

/// The rows of the cells that hold other people's values.
pub(super) fn find(reviewed: &Reviewed<'_>, moves: &Moves) -> Option<Vec<usize>> {
    let column = reviewed.schema.column(moves.column)?;
    // Those whose values these are keep them, so not nearly everybody changes.
    if moves.all.len() * 2 > reviewed.directory.people() {
        return None;
    }
    if column.unique || few_values(&column.kind) || column.kind == Kind::Username || !personal(&moves.all) {
        return None;
    }
    let mut holders: HashMap<u32, Vec<usize>, foldhash::fast::FixedState> = HashMap::default();
    holders.extend(moves.all.iter().filter(|entry| entry.new != BLANK).map(|entry| (entry.new, Vec::new())));
    for person in reviewed.directory.iter() {
        let Some(people) = holders.get_mut(&hash(&person.value(moves.column))) else { continue };
        if people.len() <= MOST_HOLDERS {
            people.push(person.position);
        }
    }
    let about = |entry: &Move| reviewed.merge.rows.get(entry.row as usize).and_then(MergedRow::person);
    let changing: HashSet<usize, foldhash::fast::FixedState> = moves.all.iter().filter_map(about).collect();
    let of_another = |entry: &&Move| {
        let people = holders.get(&entry.new).map(Vec::as_slice).unwrap_or_default();
        people.len() <= MOST_HOLDERS && people.iter().any(|holder| !changing.contains(holder))
    };
    let pasted: Vec<Move> = moves.all.iter().filter(of_another).copied().collect();
    let enough = pasted.len() >= super::FEWEST && pasted.len() * 10 >= moves.all.len() * 3;
    (enough && personal(&pasted)).then(|| rows_of(pasted.iter()))
}

/// Whether cells held something before, and nearly each something else.
fn personal(moves: &[Move]) -> bool {
    let old: Histogram = histogram(moves.iter().map(|entry| entry.old).filter(|old| *old != BLANK));
    let filled: usize = old.values().sum();
    filled >= super::FEWEST && filled * 2 >= moves.len() && old.len() * 10 >= filled * 8
}
