//! What happened to whole rows: keys moved or exchanged, another person's values, cells that moved sideways.

mod holdings;
mod key_moved;
mod others;
mod sideways;

use crate::reviewed::Reviewed;
use crate::stages::merge::Accident;
pub(super) use key_moved::find as key_moved;
use std::collections::BTreeSet;

/// Finds what happened to rows. No row is in two of the accidents.
pub(super) fn find(reviewed: &Reviewed<'_>) -> Vec<Accident> {
    let mut accidents = others::find(reviewed);
    let told = told(&accidents);
    accidents.extend(sideways::find(reviewed, &told));
    accidents
}

/// The rows that accidents are about.
pub(super) fn told(accidents: &[Accident]) -> BTreeSet<usize> {
    accidents.iter().flat_map(|accident| accident.rows.iter().copied()).collect()
}
