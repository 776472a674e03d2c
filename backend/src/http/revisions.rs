//! The history.

pub(super) mod change_file;
pub(super) mod changes;
pub(super) mod file;
pub(super) mod get;
pub(super) mod list;
pub(super) mod restore;
mod taking_back;
pub(super) mod undo;

use serde::Serialize;
use serde_json::Value;
use shared::words;
use utoipa::ToSchema;

use crate::problem::Problem;
use crate::storage::revisions::Revision;

/// A revision as lists show it.
#[derive(Serialize, ToSchema)]
pub(super) struct RevisionShown {
    #[schema(example = 184)]
    number: u64,
    #[schema(format = DateTime, example = "2026-11-22T14:00:00Z")]
    at: String,
    actor: ActorShown,
    /// `seed`, `import`, `edit`, `undo` or `restore`.
    #[schema(example = "import")]
    kind: &'static str,
    note: Option<String>,
    file_name: Option<String>,
    counts: CountsShown,
    /// The revision that an undo takes back, or that a restore goes back to.
    about: Option<u64>,
    /// The revision that took this one back.
    undone_by: Option<u64>,
}

/// Who made it, as she was called then.
#[derive(Serialize, ToSchema)]
struct ActorShown {
    email: String,
    name: String,
}

/// How much it changed.
#[derive(Serialize, ToSchema)]
struct CountsShown {
    created: u64,
    updated: u64,
    renamed: u64,
    cells: u64,
    deleted: u64,
}

impl From<&Revision> for RevisionShown {
    fn from(revision: &Revision) -> Self {
        let Revision { number, identity: _, at, actor, kind, note, digest: _, counts, file, about, undone_by } =
            revision;
        Self {
            number: *number,
            at: at.to_string(),
            actor: ActorShown { email: actor.email.clone(), name: actor.name.clone() },
            kind: kind.word(),
            note: note.clone(),
            file_name: file.as_ref().map(|file| file.name.clone()),
            counts: CountsShown {
                created: counts.created,
                updated: counts.updated,
                renamed: counts.renamed,
                cells: counts.cells,
                deleted: counts.deleted,
            },
            about: *about,
            undone_by: *undone_by,
        }
    }
}

/// A revision as a member of something else.
pub(super) fn json_from_revision(revision: &Revision) -> Value {
    serde_json::to_value(RevisionShown::from(revision)).unwrap_or_default()
}

fn no_such_revision(number: u64) -> Problem {
    Problem::not_found(words!("There is no revision {number}.", number))
}
