//! A lane: so many places, at most so many of them for one who asks, and a queue that has an end.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What a lane holds.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// So many work at once.
    pub places: usize,
    /// So many of them for one admin.
    pub share: usize,
    /// So many wait, half of them at most for one admin.
    pub waiting: usize,
    /// Nobody waits longer.
    pub patience: Duration,
}

/// A lane.
#[derive(Debug)]
pub struct Lane {
    bounds: Bounds,
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
    /// Those who work or wait, by who they are.
    askers: Mutex<HashMap<i64, Weak<Asker>>>,
}

/// One who asks.
#[derive(Debug)]
struct Asker {
    share: Arc<Semaphore>,
    waiting: AtomicUsize,
}

/// A place, given back when it is dropped.
#[derive(Debug)]
pub struct Place {
    _turn: OwnedSemaphorePermit,
    _share: OwnedSemaphorePermit,
    _asker: Arc<Asker>,
}

/// All places are taken, and the queue is full or didn't move. Nothing was done.
#[derive(Debug, thiserror::Error)]
#[error("too much is asked at once")]
pub struct Crowded;

/// Takes one away from those who wait, however the wait ends.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn begin(count: &'a AtomicUsize, most: usize) -> Result<Self, Crowded> {
        let waits = Self(count);
        if count.fetch_add(1, Ordering::Relaxed) < most { Ok(waits) } else { Err(Crowded) }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Lane {
    /// A lane with nobody in it.
    pub fn new(bounds: Bounds) -> Self {
        let places = Arc::new(Semaphore::new(bounds.places));
        Self { bounds, places, waiting: AtomicUsize::new(0), askers: Mutex::default() }
    }

    /// A place for an admin, when it is her turn.
    pub async fn place(&self, admin: i64) -> Result<Place, Crowded> {
        let asker = self.asker(admin);
        let half = self.bounds.waiting.div_ceil(2);
        let (_all, _own) = (Waiting::begin(&self.waiting, self.bounds.waiting)?, Waiting::begin(&asker.waiting, half)?);
        let turn = async {
            // Her own share first, so that what she asks for beside it takes nobody's place in the queue.
            let share = Arc::clone(&asker.share).acquire_owned().await.map_err(|_| Crowded)?;
            let place = Arc::clone(&self.places).acquire_owned().await.map_err(|_| Crowded)?;
            Ok((share, place))
        };
        let (share, place) = tokio::time::timeout(self.bounds.patience, turn).await.map_err(|_| Crowded)??;
        Ok(Place { _turn: place, _share: share, _asker: Arc::clone(&asker) })
    }

    fn asker(&self, admin: i64) -> Arc<Asker> {
        let mut askers = self.askers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(asker) = askers.get(&admin).and_then(Weak::upgrade) {
            return asker;
        }
        askers.retain(|_, asker| asker.strong_count() > 0);
        let share = Arc::new(Semaphore::new(self.bounds.share));
        let asker = Arc::new(Asker { share, waiting: AtomicUsize::new(0) });
        askers.insert(admin, Arc::downgrade(&asker));
        asker
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Bounds, Lane};

    #[tokio::test]
    async fn one_admin_never_takes_all_places_and_the_queue_ends() {
        let lane = Lane::new(Bounds { places: 2, share: 1, waiting: 4, patience: Duration::from_millis(100) });
        let first = lane.place(1).await.expect("there is room");
        let others = futures_util::future::join_all((0..9).map(|_| lane.place(1)));
        let (hers, refused) = tokio::join!(lane.place(2), others);
        assert!(hers.is_ok(), "somebody else finds a place");
        assert!(
            refused.iter().all(Result::is_err),
            "those over the queue's end at once, the others when it didn't move"
        );
        drop(first);
        assert!(lane.place(1).await.is_ok());
    }
}
