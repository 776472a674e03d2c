//! The history and one revision.

use super::numbers::cells;
use crate::api::Revision;

pub use super::catalogue::history::*;

/// The heads of a table of changes.
pub fn heads() -> [&'static str; 4] {
    [head_person(), head_column(), head_before(), head_after()]
}

/// What kind of revision it is.
pub fn kind(kind: &str) -> &str {
    match kind {
        "seed" => kind_seed(),
        "import" => kind_import(),
        "edit" => kind_edit(),
        "undo" => kind_undo(),
        "restore" => kind_restore(),
        other => other,
    }
}

/// What a revision did, in a few words.
pub fn summary(revision: &Revision) -> String {
    let counts = &revision.counts;
    let mut parts = Vec::new();
    if counts.created > 0 {
        parts.push(created(counts.created));
    }
    if counts.updated > 0 {
        parts.push(updated(counts.updated));
    }
    if counts.renamed > 0 {
        parts.push(renamed(counts.renamed));
    }
    if counts.cells > 0 {
        parts.push(cells(counts.cells));
    }
    if parts.is_empty() { nothing().to_owned() } else { parts.join(" · ") }
}
