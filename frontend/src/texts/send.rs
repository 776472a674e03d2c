//! Sending: the summary in words, warnings, progress, and what the server answered.

use super::numbers::{counted, number};
use crate::worker::protocol::Summary;

/// The button that opens the dialog.
pub const REVIEW: &str = "Review and send";
/// The dialog.
pub const TITLE: &str = "Send these changes?";
/// The button that sends.
pub const SEND: &str = "Send";
/// The button that doesn't.
pub const NOT_YET: &str = "Not yet";
/// The note's field.
pub const NOTE: &str = "Note for the history (optional)";
/// The warnings' heading.
pub const WARNINGS: &str = "Worth a look before you send";
/// The box.
pub const ACKNOWLEDGE: &str = "I have looked at these";
/// While the corrected file is made.
pub const PREPARING: &str = "Preparing the file…";
/// While it goes.
pub const SENDING: &str = "Sending…";
/// After it went.
pub const APPLYING: &str = "Sent. The server checks it again and applies it…";
/// The connection broke.
pub const LOST_TITLE: &str = "The connection broke";
/// About it.
pub const LOST: &str = "It isn't known whether the server got your changes. Sending again is safe: they are never applied twice. Your work is kept here.";
/// The button.
pub const SEND_AGAIN: &str = "Send again";
/// Someone else was quicker.
pub const MOVED_TITLE: &str = "The directory has changed since";
/// About it.
pub const MOVED: &str = "Nothing was sent or written. Your file, fixes and choices are kept. Compare with the directory of now, look once more, and send again.";
/// The button.
pub const COMPARE_AGAIN: &str = "Compare with the directory of now";
/// The heads of the differences.
pub const MOVED_HEADS: [&str; 4] = ["Person", "Column", "In your preview", "Now"];
/// The server refused.
pub const NOTHING_WRITTEN: &str = "Nothing was written. Your work is kept here.";
/// The result.
pub const DONE_TITLE: &str = "Done";
/// To the revision.
pub const SEE_REVISION: &str = "See what changed";
/// Another one.
pub const NEXT_FILE: &str = "Check another file";
/// A fresh extract.
pub const FRESH_EXTRACT: &str = "Download a fresh extract";
/// Errors stand in the way.
pub const CLOSE: &str = "Close";

/// What would happen, as sentences.
pub fn summary(summary: &Summary) -> Vec<String> {
    let counts = &summary.counts;
    let mut sentences = Vec::new();
    if counts.updated > 0 {
        let columns: Vec<String> =
            summary.effect.columns.iter().take(4).map(|(header, count)| format!("{header} of {}", number(*count as u64))).collect();
        let more = summary.effect.columns.len().saturating_sub(4);
        let more = if more > 0 { format!(" and {}", counted(more, "more column", "more columns")) } else { String::new() };
        sentences.push(format!("Changes {}: {}{more}.", counted(counts.updated, "person", "people"), columns.join(", ")));
    }
    if counts.created > 0 {
        sentences.push(format!("Creates {}.", counted(counts.created, "new person", "new people")));
    }
    if counts.renamed > 0 {
        sentences.push(format!("Gives {} a new Username.", counted(counts.renamed, "person", "people")));
    }
    if summary.effect.cleared > 0 {
        sentences.push(format!("Clears {}.", counted(summary.effect.cleared, "cell", "cells")));
    }
    if summary.left_out > 0 {
        sentences.push(format!("Leaves out {}, as you decided.", counted(summary.left_out, "row", "rows")));
    }
    if sentences.is_empty() {
        sentences.push("Changes nothing.".to_owned());
    }
    sentences
}

/// Why sending must wait.
pub fn blocked(errors: usize, undecided: usize) -> String {
    let mut reasons = Vec::new();
    if errors > 0 {
        reasons.push(format!("mend or leave out {}", counted(errors, "error", "errors")));
    }
    if undecided > 0 {
        reasons.push(format!("decide {}", counted(undecided, "conflict", "conflicts")));
    }
    if reasons.is_empty() {
        return "This can't be sent yet.".to_owned();
    }
    format!("Before sending: {}.", reasons.join(" and "))
}

/// The result.
pub fn done(revision: u64, people: u64) -> String {
    format!("Your changes are in the directory as revision {revision}. It has {} people.", number(people))
}

/// Who was quicker.
pub fn since(actor: &str, when: &str, what: &str) -> String {
    format!("{actor}, {when}: {what}")
}

/// More differences than are shown.
pub fn more(count: u64) -> String {
    format!("and {} more", number(count))
}
