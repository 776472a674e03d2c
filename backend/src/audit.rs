//! The audit: what was done, when and by whom, chained by hashes so that nothing can be taken out unseen.
//!
//! An entry belongs to the unit of work whose act it tells of: both are kept, or neither.

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::storage::accounts::AdminId;
use crate::storage::failpoints;
use crate::storage::records::AuditEntry;
use crate::storage::{StorageError, WriteUnit};

/// Who acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// An admin.
    Admin(AdminId),
    /// Muster itself, at the command of whoever runs it.
    System,
    /// Someone who wasn't let in.
    Nobody,
}

/// Adds an entry. The details are ids and counts, never personal data: the audit is kept for ever.
pub async fn append(
    unit: &mut dyn WriteUnit,
    at: Timestamp,
    actor: Actor,
    act: &str,
    details: &Value,
) -> Result<(), StorageError> {
    let newest = unit.newest_audit().await?;
    let (number, before) = newest.map_or((1, [0; 32]), |entry| (entry.number + 1, entry.hash));
    let mut entry = AuditEntry {
        number,
        at,
        actor: match actor {
            Actor::Admin(AdminId(id)) => id.to_string(),
            Actor::System => "system".to_owned(),
            Actor::Nobody => "nobody".to_owned(),
        },
        act: act.to_owned(),
        details: details.to_string(),
        hash: [0; 32],
    };
    entry.hash = chained(&before, &entry);
    failpoints::pass("audit-begun").await?;
    unit.add_audit(&entry).await
}

/// The first entry whose hash doesn't follow from the one before, given the hash before the first.
pub fn first_broken(mut before: [u8; 32], entries: &[AuditEntry]) -> Option<u64> {
    for entry in entries {
        if chained(&before, entry) != entry.hash {
            return Some(entry.number);
        }
        before = entry.hash;
    }
    None
}

/// Every part is preceded by its length, so that no two entries have the same bytes.
fn chained(before: &[u8; 32], entry: &AuditEntry) -> [u8; 32] {
    let AuditEntry { number, at, actor, act, details, hash: _ } = entry;
    let mut hash = Sha256::new();
    hash.update(b"muster-audit-1");
    hash.update(before);
    hash.update(number.to_be_bytes());
    hash.update(at.as_millisecond().to_be_bytes());
    for part in [actor, act, details] {
        hash.update(part.len().to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{chained, first_broken};
    use crate::storage::records::AuditEntry;

    #[test]
    fn a_change_anywhere_breaks_the_chain_there() {
        let mut entries = Vec::new();
        let mut before = [0; 32];
        for number in 1..=3 {
            let mut entry = AuditEntry {
                number,
                at: Timestamp::UNIX_EPOCH,
                actor: "1".to_owned(),
                act: "import".to_owned(),
                details: "{}".to_owned(),
                hash: [0; 32],
            };
            entry.hash = chained(&before, &entry);
            before = entry.hash;
            entries.push(entry);
        }
        assert_eq!(first_broken([0; 32], &entries), None);
        entries[1].act = "extract".to_owned();
        assert_eq!(first_broken([0; 32], &entries), Some(2));
        entries.remove(1);
        assert_eq!(first_broken([0; 32], &entries), Some(3));
    }
}
