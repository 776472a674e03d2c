//! The history and one revision.

use super::numbers::{counted, number};
use crate::api::Revision;

/// The page's title.
pub const TITLE: &str = "History";
/// About it.
pub const LEAD: &str = "Every change to the directory, newest first.";
/// Nothing yet.
pub const EMPTY_TITLE: &str = "Nothing has happened yet";
/// About it.
pub const EMPTY: &str = "The first import will stand here, with each cell that it changed.";
/// More of the list.
pub const MORE: &str = "Show older revisions";
/// More changes.
pub const MORE_CHANGES: &str = "Show more changes";
/// The table's heads.
pub const HEADS: [&str; 4] = ["Person", "Column", "Before", "After"];
/// The changes' heading.
pub const CHANGES: &str = "Cells that changed";
/// A revision without cell changes.
pub const NO_CHANGES: &str = "This revision changed no cell.";
/// The upload.
pub const FILE: &str = "Original file";
/// The state.
pub const EXTRACT: &str = "Extract as of this revision";
/// Back to the list.
pub const BACK: &str = "All revisions";
/// For a screen reader, for an empty value.
pub const EMPTY_VALUE: &str = "empty";
/// Nobody is named.
pub const NOBODY: &str = "Muster";

/// A revision's name.
pub fn revision(number: u64) -> String {
    format!("Revision {number}")
}

/// What kind of revision it is.
pub fn kind(kind: &str) -> &str {
    match kind {
        "seed" => "First load",
        "import" => "Import",
        other => other,
    }
}

/// What a revision did, in a few words.
pub fn summary(revision: &Revision) -> String {
    let counts = &revision.counts;
    let words = [
        (counts.created, "created"),
        (counts.updated, "changed"),
        (counts.renamed, "renamed"),
    ];
    let mut parts: Vec<String> = words.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{} {word}", number(*count))).collect();
    if counts.cells > 0 {
        parts.push(counted(usize::try_from(counts.cells).unwrap_or(usize::MAX), "cell", "cells"));
    }
    if parts.is_empty() { "No changes".to_owned() } else { parts.join(" · ") }
}

/// UTC, shown when pointing at a local time.
pub fn utc(at: &str) -> String {
    format!("{at} (UTC)")
}
