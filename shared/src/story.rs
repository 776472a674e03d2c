//! What happened to a file, told by columns and rows: found after the merge, before the rules look.
//!
//! Rows come first: one that moved sideways, or that holds another person's values, is no edit of its cells. Then
//! columns, of what the rows don't explain. What is found explains its cells, so that no rule speaks of them one by one.
//! Once the rules have spoken, the story of all that changed is told, a sentence a column.

mod columns;
mod explanations;
mod moves;
mod profile;
mod rows;
mod seen;
mod simplest;
mod told;

use crate::reviewed::Reviewed;
use crate::stages::merge::Accident;
pub(crate) use told::story_from_findings;

/// Finds what happened to whole rows, then to whole columns.
pub(crate) fn accidents_from_merge(reviewed: &Reviewed<'_>) -> Vec<Accident> {
    // Where the keys moved, no other column is at fault.
    if let Some(accident) = rows::key_moved(reviewed) {
        return vec![accident];
    }
    let mut accidents = rows::find(reviewed);
    let told = rows::told(&accidents);
    accidents.extend(columns::find(reviewed, &told));
    accidents
}
