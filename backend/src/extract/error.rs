//! Why an extract cannot be had.

use crate::storage::StorageError;

/// Why an extract can't be had.
#[derive(Debug, thiserror::Error)]
pub enum ExtractError {
    /// There is no such revision (yet): which one, and the newest.
    #[error("revision {asked} isn't there; the newest is {newest}")]
    NoRevision {
        /// The one asked for.
        asked: u64,
        /// The newest one.
        newest: u64,
    },
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
