//! What changed between an admin's preview and now: what she is told when the directory has moved on.

use crate::storage::revisions::{MovedCell, Revision};
use crate::storage::{ReadUnit, StorageError};

const MOST_CELLS: u32 = 100;
const MOST_REVISIONS: u32 = 50;

/// What changed since a preview.
pub struct Moved {
    /// The newest revision.
    pub now: u64,
    /// The revisions since, newest first.
    pub since: Vec<Revision>,
    /// Cells that aren't what they were.
    pub cells: Vec<MovedCell>,
    /// How many more there are.
    pub more: u64,
}

impl std::fmt::Debug for Moved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The cells are personal data.
        write!(f, "Moved(to revision {}, {} cells and {} more)", self.now, self.cells.len(), self.more)
    }
}

/// Reads what changed since a revision; without one, only where the directory is now.
pub async fn since<U: ReadUnit + ?Sized>(unit: &mut U, revision: Option<u64>) -> Result<Moved, StorageError> {
    let now = unit.current_revision().await?;
    let Some(revision) = revision.filter(|revision| *revision < now) else {
        return Ok(Moved { now, since: Vec::new(), cells: Vec::new(), more: 0 });
    };
    let mut since = unit.revisions_before(u64::MAX, MOST_REVISIONS).await?;
    since.retain(|step| step.number > revision);
    let (cells, total) = unit.cells_moved_since(revision, MOST_CELLS).await?;
    let more = total.saturating_sub(u64::try_from(cells.len()).unwrap_or_default());
    Ok(Moved { now, since, cells, more })
}
