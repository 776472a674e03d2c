//! Why the directory is not changed.

use shared::plan::Plan;
use shared::take_back::Conflict;

use super::moved::Moved;
use super::planning::PlanningError;
use crate::accounts::rights::Refusal;
use crate::storage::StorageError;

/// Why the directory isn't changed. In each case nothing was changed, but that of a storage that became unavailable: if
/// that was in the middle of the commit, only sending the same request again tells.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The preview was made by another version of the engine.
    #[error("the preview was made by another version of the engine")]
    EngineVersion,
    /// The directory isn't at the preview's revision any more.
    #[error("the directory has moved on since the preview")]
    Moved(Box<Moved>),
    /// The same directory, and yet another plan.
    #[error("planned here, the file has another digest than the preview")]
    PlanDiffers,
    /// Errors stand.
    #[error("errors stand in the plan")]
    Blocked(Box<Plan>),
    /// It touches more people than the risk budget allows, and an editor may not go over it.
    #[error("the file touches more people than the risk budget allows")]
    OverBudget,
    /// It touches more people than the risk budget allows, and nobody said how many: how many they are.
    #[error("the change of {0} people, which is over the risk budget, isn't acknowledged by its number")]
    BudgetUnacknowledged(usize),
    /// The admin's own person would be switched off, or deleted.
    #[error("the sender would lock herself out")]
    LocksYouOut,
    /// Nobody of the system admins would be left.
    #[error("no system admin would be left")]
    LastAdmin,
    /// Somebody would be switched off, renamed or deleted who is protected: her Username.
    #[error("somebody is protected")]
    Protected(String),
    /// Warnings stand that nobody said she saw: how many.
    #[error("{0} warnings aren't acknowledged")]
    Warnings(usize),
    /// People would be deleted, and nobody said that she saw it: how many.
    #[error("the deletion of {0} people isn't acknowledged")]
    Unacknowledged(usize),
    /// Cells were edited since, and nobody decided about them.
    #[error("{} conflicts, some of them undecided", .0.len())]
    Undecided(Vec<Conflict>),
    /// There is no such revision to take back.
    #[error("there is no revision {0}")]
    NoRevision(u64),
    /// There is nobody with this Username.
    #[error("the person isn't there")]
    NoPerson,
    /// A person must be disabled or suspended before she is deleted.
    #[error("a person who is active can't be deleted")]
    StillActive,
    /// The same key was used for another request.
    #[error("the idempotency key was used for another request")]
    Mismatch,
    /// The session ended meanwhile, or the admin may not import any more.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The plan couldn't be made.
    #[error(transparent)]
    Planning(#[from] PlanningError),
    /// Storage failed, or a unique key would be taken.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
