//! Who makes a revision, and why.

use crate::audit;
use crate::storage::revisions::{Actor, RevisionKind};

/// Who makes a revision, and why.
pub(super) struct Maker {
    pub(super) actor: Actor,
    pub(super) kind: RevisionKind,
    pub(super) note: Option<String>,
    pub(super) about: Option<u64>,
    pub(super) audit: audit::Actor,
}
