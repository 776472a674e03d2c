//! What the server answers, as far as the desk uses it.

use serde::{Deserialize, Serialize};

/// Who is signed in, and what the directory is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Session {
    /// The admin.
    pub admin: Admin,
    /// The directory's revision.
    #[serde(default)]
    pub revision: u64,
    /// How many people it has.
    #[serde(default)]
    pub people: u64,
    /// The version of the server's engine.
    #[serde(default)]
    pub engine_version: String,
    /// The largest upload that the server takes, in bytes, if it says so.
    #[serde(default)]
    pub upload_bytes: Option<u64>,
}

/// Someone who may sign in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Admin {
    /// Her address.
    pub email: String,
    /// Her name.
    pub name: String,
    /// What she may do.
    pub role: String,
}

/// A column of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SchemaColumn {
    /// Its name.
    pub header: String,
    /// Profile data: in an extract only when asked.
    #[serde(default)]
    pub profile: bool,
    /// Kept by Muster itself.
    #[serde(default)]
    pub system: bool,
    /// Never empty.
    #[serde(default)]
    pub required: bool,
    /// What it holds.
    #[serde(default)]
    pub kind: String,
    /// What may be chosen, in a column of choices.
    #[serde(default)]
    pub options: Vec<String>,
}

/// A page of revisions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Revisions {
    /// Newest first.
    pub revisions: Vec<Revision>,
    /// Where the next page begins.
    pub next: Option<u64>,
}

/// One step of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Revision {
    /// Its number.
    pub number: u64,
    /// When, in UTC.
    pub at: String,
    /// Who.
    pub actor: Option<Admin>,
    /// What: `import` or `seed`.
    pub kind: String,
    /// Her note.
    pub note: Option<String>,
    /// The upload's name.
    pub file_name: Option<String>,
    /// How much.
    pub counts: RevisionCounts,
    /// The upload, if it was kept.
    pub file: Option<KeptFile>,
}

/// How much a revision changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the words are the domain's")]
pub struct RevisionCounts {
    pub created: u64,
    pub updated: u64,
    pub renamed: u64,
    pub cells: u64,
}

/// An upload that the server kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptFile {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
}

/// A page of cell changes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Changes {
    /// In the order in which they were made.
    pub changes: Vec<CellChange>,
    /// Where the next page begins, as the server names it.
    #[serde(default)]
    pub next: Option<serde_json::Value>,
}

/// One cell that a revision changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[derive(Default)]
#[expect(missing_docs, reason = "the words are the domain's")]
pub struct CellChange {
    pub username: String,
    pub column: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// A sent import.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Outcome {
    /// The directory's new revision.
    pub revision: u64,
    /// How many people it has now.
    pub people: u64,
}

/// What changed in the directory since the preview.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct MovedOn {
    /// The directory's revision now.
    pub revision: u64,
    /// The revisions since.
    pub since: Vec<Revision>,
    /// Cells that are different now.
    pub differences: Vec<Difference>,
    /// How many more there are.
    pub more: u64,
}

/// A cell that is different now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Difference {
    /// Whose.
    pub username: String,
    /// Which column.
    pub column: String,
    /// What it was when the preview was made.
    pub preview: Option<String>,
    /// What it is now.
    pub now: Option<String>,
}
