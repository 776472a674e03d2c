//! Storage of what was done: the audit chain, and the answers that a retry gets again.

use async_trait::async_trait;
use jiff::Timestamp;

use super::StorageError;
use super::accounts::AdminId;

/// One entry of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its number; the first is 1.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// Who: an admin's number as text, or `system`.
    pub actor: String,
    /// What was done, in one word.
    pub act: String,
    /// The rest as JSON: ids and counts, no personal data.
    pub details: String,
    /// The hash of this entry and the one before.
    pub hash: [u8; 32],
}

/// The answer to a write that was done.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// The hash of the request that it answers.
    pub request_hash: [u8; 32],
    /// The HTTP status.
    pub status: u16,
    /// The JSON body.
    pub body: String,
}

/// Reading what was done.
#[async_trait]
pub trait ReadRecords {
    /// The answer that an admin's request with this key got.
    async fn answer(&mut self, admin: AdminId, key: &str) -> Result<Option<Answer>, StorageError>;

    /// Entries of the audit after a number, in order.
    async fn audit_after(&mut self, number: u64, limit: u32) -> Result<Vec<AuditEntry>, StorageError>;

    /// Entries of the audit with a smaller number than `before`, newest first.
    async fn audit_before(&mut self, before: u64, limit: u32) -> Result<Vec<AuditEntry>, StorageError>;

    /// The newest entry of the audit.
    async fn newest_audit(&mut self) -> Result<Option<AuditEntry>, StorageError>;
}

/// Writing what was done.
#[async_trait]
pub trait WriteRecords {
    /// Keeps an answer, and forgets those given before `forget`.
    async fn add_answer(
        &mut self,
        admin: AdminId,
        key: &str,
        answer: &Answer,
        at: Timestamp,
        forget: Timestamp,
    ) -> Result<(), StorageError>;

    /// Adds an entry to the audit, as it stands: numbering and chaining are the caller's.
    async fn add_audit(&mut self, entry: &AuditEntry) -> Result<(), StorageError>;
}
