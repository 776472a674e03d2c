//! Taking a revision back, and going back to one.

use super::numbers;
use crate::api::taking_back::{Goal, TakeBackCounts, Why};

pub use super::catalogue::back::*;

/// The page's title, and its button.
pub fn title(goal: Goal) -> &'static str {
    match goal {
        Goal::Undo => undo(),
        Goal::Restore => restore(),
    }
}

/// The page's heading.
pub fn heading(goal: Goal, number: u64) -> String {
    match goal {
        Goal::Undo => undo_heading(number),
        Goal::Restore => restore_heading(number),
    }
}

/// What it does.
pub fn lead(goal: Goal) -> &'static str {
    match goal {
        Goal::Undo => undo_lead(),
        Goal::Restore => restore_lead(),
    }
}

/// What would happen, in sentences.
pub fn effects(counts: &TakeBackCounts) -> Vec<String> {
    let mut effects = Vec::new();
    if counts.updated > 0 {
        effects.push(changes(numbers::people(counts.updated)));
    }
    if counts.created > 0 {
        effects.push(brings_back(numbers::people(counts.created)));
    }
    if counts.renamed > 0 {
        effects.push(renames(numbers::people(counts.renamed)));
    }
    if counts.deleted > 0 {
        effects.push(removes(numbers::people(counts.deleted)));
    }
    if effects.is_empty() {
        effects.push(nothing().to_owned());
    }
    effects
}

/// Why something isn't simply taken back.
pub fn why(why: Why) -> &'static str {
    match why {
        Why::EditedSince => edited_since(),
        Why::Taken => taken(),
        Why::ReferredTo => referred_to(),
        Why::Missing => missing(),
    }
}
