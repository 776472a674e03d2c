//! The directory as the engine takes it, read from storage once and kept.
//!
//! A revision never changes, so what was read for it stays right as long as the columns are the same. Two are kept: imports need the newest, and often the
//! one that the extract was made from.

use std::collections::VecDeque;
use std::sync::Arc;

use shared::Directory;
use shared::schema::Schema;
use tokio::sync::Mutex;

use crate::extract::{self, ExtractError};
use crate::storage::people::PersonId;
use crate::storage::{Storage, StorageError};

/// So many directories are kept.
const KEPT: usize = 2;

/// A directory, and who its people are in storage.
#[derive(Debug)]
pub struct Loaded {
    /// The directory.
    pub directory: Arc<Directory>,
    /// For each position in the directory, the person's id.
    pub people: Vec<PersonId>,
}

/// Why a directory can't be had.
#[derive(Debug, thiserror::Error)]
pub enum DirectoryError {
    /// It can't be read.
    #[error(transparent)]
    Extract(#[from] ExtractError),
    /// The engine refuses what storage holds: the codes of its findings.
    #[error("the engine refuses the stored directory: {0}")]
    Refused(String),
    /// The thread that indexed it is gone.
    #[error("the thread that indexed a directory ended")]
    Thread(#[from] tokio::task::JoinError),
}

impl From<StorageError> for DirectoryError {
    fn from(error: StorageError) -> Self {
        Self::Extract(error.into())
    }
}

/// The directories that were read last.
#[derive(Debug, Default)]
pub struct Directories {
    /// The newest use at the front. Held while one is read, so that nobody reads the same one beside.
    kept: Mutex<VecDeque<(u64, Arc<Loaded>)>>,
}

impl Directories {
    /// The directory at a revision.
    pub async fn at(
        &self,
        storage: &dyn Storage,
        schema: &Arc<Schema>,
        revision: u64,
    ) -> Result<Arc<Loaded>, DirectoryError> {
        let mut kept = self.kept.lock().await;
        let same = |loaded: &Loaded| loaded.directory.schema().id == schema.id;
        if let Some(place) = kept.iter().position(|(number, loaded)| *number == revision && same(loaded))
            && let Some(found) = kept.remove(place)
        {
            let loaded = Arc::clone(&found.1);
            kept.push_front(found);
            return Ok(loaded);
        }
        // What is about to be dropped goes first: at no time are there three.
        kept.truncate(KEPT - 1);
        let loaded = Arc::new(load(storage, schema, revision).await?);
        kept.push_front((revision, Arc::clone(&loaded)));
        Ok(loaded)
    }

    /// Keeps the directory at a revision that somebody can make without storage, unless it is kept already.
    pub async fn keep(&self, revision: u64, make: impl FnOnce() -> Option<Loaded> + Send + 'static) {
        let mut kept = self.kept.lock().await;
        if kept.iter().any(|(number, _)| *number == revision) {
            return;
        }
        kept.truncate(KEPT - 1);
        // Where it can't be made, it is read when somebody asks for it.
        if let Ok(Some(loaded)) = tokio::task::spawn_blocking(make).await {
            kept.push_front((revision, Arc::new(loaded)));
        }
    }
}

async fn load(storage: &dyn Storage, schema: &Arc<Schema>, revision: u64) -> Result<Loaded, DirectoryError> {
    let (extract, people) = extract::everything_at(storage, schema, revision).await?;
    let schema = Arc::clone(schema);
    let index = move || {
        let directory = if people.is_empty() {
            Directory::empty(schema, revision)
        } else {
            Directory::from_extract(schema, extract, revision).map_err(|findings| {
                let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
                DirectoryError::Refused(codes.join(", "))
            })?
        };
        if directory.people() != people.len() {
            return Err(DirectoryError::Refused("it reads another number of people".to_owned()));
        }
        Ok(Loaded { directory: Arc::new(directory), people })
    };
    tokio::task::spawn_blocking(index).await?
}
