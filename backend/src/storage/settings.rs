//! Storage of what holds for the whole directory, of who took which extract, and of forgetting old files.

use async_trait::async_trait;
use jiff::Timestamp;

use super::StorageError;
use super::accounts::AdminId;
use super::revisions::Actor;

/// A setting as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSetting {
    /// Grows with every change; the first is 1.
    pub number: u64,
    /// JSON.
    pub value: String,
}

/// An extract that somebody took.
#[derive(Clone, PartialEq, Eq)]
pub struct TakenExtract {
    /// Its number; a later one is greater.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// By whom, as she is called now.
    pub actor: Actor,
    /// Of which revision.
    pub revision: u64,
    /// How many people stand in it.
    pub people: u64,
    /// The query with which it was asked for, without the revision.
    pub choices: String,
}

/// Reading settings.
#[async_trait]
pub trait ReadSettings {
    /// A setting, if it was ever changed.
    async fn setting(&mut self, name: &str) -> Result<Option<StoredSetting>, StorageError>;

    /// Extracts with a smaller number than `before`, newest first.
    async fn extracts_before(&mut self, before: u64, limit: u32) -> Result<Vec<TakenExtract>, StorageError>;
}

/// Writing settings.
#[async_trait]
pub trait WriteSettings {
    /// Puts a setting in the place of the one there was; numbering is the caller's.
    async fn put_setting(&mut self, name: &str, setting: &StoredSetting) -> Result<(), StorageError>;

    /// Notes that somebody took an extract.
    async fn add_extract(
        &mut self,
        at: Timestamp,
        admin: AdminId,
        revision: u64,
        people: u64,
        choices: &str,
    ) -> Result<(), StorageError>;

    /// Forgets the files of revisions made before a time, not their changes; how many there were.
    async fn forget_files(&mut self, before: Timestamp) -> Result<u64, StorageError>;
}
