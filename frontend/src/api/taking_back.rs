//! Taking a revision back, and going back to one: both are previewed first.

use gloo::net::http::Request;
use serde::{Deserialize, Serialize};
use shared::options::{Conflicts, Side};

use super::{Answer, Outcome, read, tell_as};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// What the revision did is taken back; what came later stays.
    Undo,
    /// The directory becomes as it was at the revision.
    Restore,
}

/// What it would do.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct TakeBackPlan {
    /// The revision that it is planned for.
    pub revision: u64,
    /// Names the effect; nothing while a conflict is undecided.
    #[serde(default)]
    pub digest: Option<String>,
    /// People created, updated, renamed and deleted, and undecided conflicts.
    #[serde(default)]
    pub counts: TakeBackCounts,
    /// How many people change, if that is over the risk budget.
    #[serde(default)]
    pub over_budget: Option<usize>,
    /// What was edited since.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
    /// The cells that would change.
    #[serde(default)]
    pub changes: Vec<super::people::EditChange>,
    /// How many more cells there are.
    #[serde(default)]
    pub more: usize,
}

/// How much it would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the words are the domain's")]
pub struct TakeBackCounts {
    pub created: u64,
    pub updated: u64,
    pub renamed: u64,
    pub deleted: u64,
    pub conflicts: u64,
}

/// A cell that isn't as it was left.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Conflict {
    /// Whose.
    pub username: String,
    /// Which column; for a whole person, that of Usernames.
    pub column: String,
    /// Why it isn't simply taken back.
    pub why: Why,
    /// What it would become again.
    pub then: String,
    /// What it is now.
    pub now: String,
    /// What was decided.
    pub decided: Option<Side>,
}

/// Why something isn't simply taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It was edited since.
    EditedSince,
    /// Somebody else has that Username or `EmployeeId` now, so it can only stay.
    Taken,
    /// Others refer to the person who would go.
    ReferredTo,
    /// Nobody has the Username any more that the reference would name, so it can only stay.
    Missing,
}

#[derive(Serialize)]
struct Preview<'a> {
    conflicts: &'a Conflicts,
}

/// What is applied: the preview's revision and digest, with the decisions that it was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TakeBack {
    /// The decisions.
    pub conflicts: Conflicts,
    /// The preview's revision.
    pub revision: u64,
    /// The preview's digest.
    pub digest: String,
    /// A word of hers for the history.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// That she saw that people are deleted.
    pub acknowledged: bool,
    /// How many people change: she typed it where that is over the risk budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledged_changes: Option<usize>,
}

impl Goal {
    fn address(self, number: u64) -> String {
        match self {
            Self::Undo => format!("/api/revisions/{number}/undo"),
            Self::Restore => format!("/api/revisions/{number}/restore"),
        }
    }
}

/// What it would do.
pub async fn preview_taking_back(goal: Goal, number: u64, conflicts: &Conflicts) -> Answer<TakeBackPlan> {
    let request = Request::post(&format!("{}/preview", goal.address(number)));
    read(tell_as(request, None, &Preview { conflicts }).await?).await
}

/// Does it.
pub async fn take_back(goal: Goal, number: u64, request: &TakeBack, key: &str) -> Answer<Outcome> {
    read(tell_as(Request::post(&goal.address(number)), Some(key), request).await?).await
}
