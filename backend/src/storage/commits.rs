//! Commits in hand, so that it shows when one waits: for a synchronous standby that is gone, or a disk that doesn't answer.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::StorageError;

/// A commit that takes longer is waiting for something.
const LONG: Duration = Duration::from_secs(10);

/// When each commit in hand began.
#[derive(Debug, Default)]
pub(super) struct Commits(Mutex<(u64, BTreeMap<u64, Instant>)>);

/// A commit in hand, until it is dropped.
pub(super) struct Begun(Arc<Commits>, u64);

impl Commits {
    pub(super) fn begin(self: &Arc<Self>) -> Begun {
        let mut commits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        commits.0 += 1;
        let number = commits.0;
        commits.1.insert(number, Instant::now());
        Begun(Arc::clone(self), number)
    }

    /// An error while one takes too long.
    pub(super) fn look(&self) -> Result<(), StorageError> {
        let commits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let oldest = commits.1.values().next();
        if oldest.is_some_and(|begun| begun.elapsed() > LONG) {
            return Err(StorageError::Unavailable(
                "a commit waits; is a synchronous standby gone, or does the disk not answer?".into(),
            ));
        }
        Ok(())
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).1.remove(&self.1);
    }
}
