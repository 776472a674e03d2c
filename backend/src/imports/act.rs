//! What is about to change the directory, and who does it.

use crate::accounts::rights::Credential;
use crate::storage::revisions::RevisionKind;

/// Who does what, and what it was planned for.
pub(crate) struct Act {
    /// What the admin showed to be let in; looked at again inside the transaction.
    pub(crate) credential: Credential,
    /// Names the request, so that sending it again never does it twice.
    pub(crate) idempotency_key: String,
    /// The hash of the whole request.
    pub(crate) request_hash: [u8; 32],
    /// The revision that the plan is for.
    pub(crate) revision: u64,
    /// What makes the new revision.
    pub(crate) kind: RevisionKind,
    /// What the admin writes about it.
    pub(crate) note: Option<String>,
    /// The revision that is taken back, or gone back to.
    pub(crate) about: Option<u64>,
    /// How many people change, as it was shown.
    pub(crate) people: usize,
    /// How many she said they are: needed where that is over the risk budget.
    pub(crate) acknowledged_people: Option<usize>,
}
