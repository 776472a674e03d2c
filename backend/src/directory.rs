//! The directory as the engine takes it, read from storage once and kept.
//!
//! A revision never changes, so what was read for it stays right as long as the columns are the same. It is kept by its
//! point, not by its number: where a failover lost the newest revision, another one gets that number. Two are kept: imports
//! need the newest, and often the one that the extract was made from.

use std::collections::VecDeque;
use std::sync::Arc;

use shared::Directory;
use shared::schema::Schema;
use tokio::sync::Mutex;

use crate::extract::{self, ExtractError};
use crate::storage::people::PersonId;
use crate::storage::revisions::Point;
use crate::storage::{Storage, StorageError};
use crate::work::blocking;

/// So many directories are kept.
const KEPT: usize = 2;

/// A directory, and who its people are in storage.
#[derive(Debug)]
pub struct Loaded {
    /// The point in history at which it was so.
    pub point: Point,
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
    /// The revision was lost since it was asked for: it isn't there, or another one has its number.
    #[error("revision {} was lost", .0.number)]
    Lost(Point),
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
    kept: Mutex<VecDeque<Arc<Loaded>>>,
}

impl Directories {
    /// The directory at a point that was seen in storage a moment ago.
    pub async fn at(
        &self,
        storage: &dyn Storage,
        schema: &Arc<Schema>,
        point: &Point,
    ) -> Result<Arc<Loaded>, DirectoryError> {
        let mut kept = self.kept.lock().await;
        let same = |loaded: &Loaded| loaded.point == *point && loaded.directory.schema() == schema;
        if let Some(place) = kept.iter().position(|loaded| same(loaded))
            && let Some(found) = kept.remove(place)
        {
            let loaded = Arc::clone(&found);
            kept.push_front(found);
            return Ok(loaded);
        }
        // What is about to be dropped goes first: at no time are there three.
        make_room(&mut kept, point);
        let loaded = Arc::new(load(storage, schema, point).await?);
        kept.push_front(Arc::clone(&loaded));
        Ok(loaded)
    }

    /// Keeps the directory at a point that somebody can make without storage, unless it is kept already.
    pub async fn keep(&self, point: Point, make: impl FnOnce() -> Option<Loaded> + Send + 'static) {
        let mut kept = self.kept.lock().await;
        if kept.iter().any(|loaded| loaded.point == point) {
            return;
        }
        make_room(&mut kept, &point);
        // Where it can't be made, it is read when somebody asks for it.
        if let Ok(Some(loaded)) = blocking(make).await {
            kept.push_front(Arc::new(loaded));
        }
    }
}

/// Drops what is used least; a revision that was lost goes in any case when another one has its number.
fn make_room(kept: &mut VecDeque<Arc<Loaded>>, point: &Point) {
    kept.retain(|loaded| loaded.point.number != point.number || loaded.point == *point);
    kept.truncate(KEPT - 1);
}

async fn load(storage: &dyn Storage, schema: &Arc<Schema>, point: &Point) -> Result<Loaded, DirectoryError> {
    let mut unit = storage.read().await?;
    if unit.point(point.number).await?.as_ref() != Some(point) {
        return Err(DirectoryError::Lost(point.clone()));
    }
    let (extract, people) = extract::everything_at(unit, schema, point.number).await?;
    let (schema, point) = (Arc::clone(schema), point.clone());
    let index = move || {
        let directory = if people.is_empty() {
            Directory::empty(schema, point.number)
        } else {
            Directory::from_extract(schema, extract, point.number).map_err(|findings| {
                let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
                DirectoryError::Refused(codes.join(", "))
            })?
        };
        if directory.people() != people.len() {
            return Err(DirectoryError::Refused("it reads another number of people".to_owned()));
        }
        Ok(Loaded { point, directory: Arc::new(directory), people })
    };
    blocking(index).await?
}
