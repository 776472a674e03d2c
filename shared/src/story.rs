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
pub(crate) use profile::Profile;
pub(crate) use told::story_from_findings;

/// What happened to a file: accidents to rows and columns, and of each column what is left to be told.
#[derive(Debug, Default)]
pub(crate) struct Happened {
    pub(crate) accidents: Vec<Accident>,
    pub(crate) profiles: Vec<Profile>,
}

/// Finds what happened to whole rows, then to whole columns.
pub(crate) fn happened_from_merge(reviewed: &Reviewed<'_>) -> Happened {
    // Where the keys moved, no other column is at fault.
    if let Some(accident) = rows::key_moved(reviewed) {
        return Happened { accidents: vec![accident], profiles: Vec::new() };
    }
    let mut accidents = rows::find(reviewed);
    let told = rows::told(&accidents);
    let (of_columns, profiles) = columns::find(reviewed, &told);
    accidents.extend(of_columns);
    Happened { accidents, profiles }
}
