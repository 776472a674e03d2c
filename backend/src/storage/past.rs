//! Storage of what the directory was: the names that people had, and what cells held.

use async_trait::async_trait;
use shared::past::{FormerCell, FormerName};

use super::StorageError;

/// Reading what was.
#[async_trait]
pub trait ReadPast {
    /// The Usernames that people had who are there and have another one now; `header` names the column of Usernames.
    async fn former_names(&mut self, header: &str) -> Result<Vec<FormerName>, StorageError>;

    /// What cells of people who are there held before, from the newest `limit` entries of the history, newest first, and
    /// the revision up to which nothing was looked at: 0 if everything was.
    async fn former_cells(&mut self, limit: u32) -> Result<(Vec<FormerCell>, u64), StorageError>;
}
