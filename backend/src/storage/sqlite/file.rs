//! The file behind the connections: whether it is still the one that was opened, and whether it is one to open.
//!
//! Whoever deletes or replaces a file that is open leaves the server with one that nobody will ever find again: it would
//! go on writing, and with its end all of that is gone.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::SqlitePool;

use super::errors::storage_error;
use crate::storage::StorageError;

/// An empty file is looked at so often before it is taken for one that stays empty.
const LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// A file, and which one it was when it was opened.
#[derive(Debug)]
pub(super) struct OpenedFile {
    path: PathBuf,
    which: Option<(u64, u64)>,
}

impl OpenedFile {
    pub(super) fn note(path: &Path) -> Self {
        Self { path: path.to_path_buf(), which: which(path) }
    }

    /// An error if the file isn't there any more, or another one is in its place.
    pub(super) fn is_the_same(&self) -> Result<(), StorageError> {
        // Where a system doesn't number its files, or the database is none, there is nothing to compare.
        if self.which.is_none() || which(&self.path) == self.which {
            return Ok(());
        }
        Err(StorageError::Unavailable(
            "the database's file was deleted, moved or replaced while the server ran; stop the server, put the file back, \
             and start it again"
                .into(),
        ))
    }
}

#[cfg(unix)]
fn which(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let facts = fs::metadata(path).ok()?;
    Some((facts.dev(), facts.ino()))
}

#[cfg(not(unix))]
fn which(_: &Path) -> Option<(u64, u64)> {
    None
}

/// Refuses an empty file: a directory may have been there, and its disk was full, or somebody cut it off. A new one is begun
/// only where there is no file. Another program may be about to begin one, so it is looked at for a while.
pub(super) async fn is_no_empty_one(path: &Path) -> Result<(), StorageError> {
    let is_empty = || fs::metadata(path).is_ok_and(|facts| facts.is_file() && facts.len() == 0);
    for _ in 0..LOOKS {
        if !is_empty() {
            return Ok(());
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    Err(StorageError::Unfit(format!(
        "{} is empty. If a directory was in it, put a backup in its place with muster restore. To begin a new directory, \
         delete the empty file",
        path.display()
    )))
}

/// Looks for damage. It reads the whole file once.
pub(super) async fn is_whole(pool: &SqlitePool) -> Result<(), StorageError> {
    let said: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(pool).await.map_err(storage_error)?;
    if said == "ok" {
        return Ok(());
    }
    Err(StorageError::Corrupt(
        "SQLite finds the file damaged; put the newest backup in its place with muster restore --replace".to_owned(),
    ))
}
