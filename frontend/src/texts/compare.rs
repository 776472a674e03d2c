//! A past state of the directory beside that of now.

use super::numbers;
use crate::api::taking_back::TakeBackCounts;

pub use super::catalogue::compare::*;

/// What happened since, in sentences, by what going back would do.
pub fn effects(counts: &TakeBackCounts) -> Vec<String> {
    let mut effects = Vec::new();
    if counts.updated > 0 {
        effects.push(changed(numbers::people(counts.updated)));
    }
    if counts.deleted > 0 {
        effects.push(came(numbers::people(counts.deleted)));
    }
    if counts.renamed > 0 {
        effects.push(renamed(numbers::people(counts.renamed)));
    }
    if counts.created > 0 {
        effects.push(left(numbers::people(counts.created)));
    }
    if effects.is_empty() {
        effects.push(nothing().to_owned());
    }
    effects
}
