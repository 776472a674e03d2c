//! Costly work is let in within bounds, and holds its place until it has really ended.
//!
//! Work that computes runs on the blocking threads, and those can't be stopped from outside: a client who goes away ends the
//! wait for it, not the work. So the place that a piece of work was given travels with every thread that works for it, and
//! comes back with the last of them; and the piece knows that nobody waits any more, which the work looks at where it can.

pub mod lane;

use std::future::Future;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::task::JoinError;

use crate::limits::Limits;
use lane::{Bounds, Lane, Place};

/// The lanes, each with its own places: a flood in one of them holds nobody up in the others.
#[derive(Debug)]
pub struct Lanes {
    /// Files that are received and kept in memory, up to the end of what is done with them.
    pub uploads: Lane,
    /// Planning and applying of files, undo and restore.
    pub bulk: Lane,
    /// One person, edited or deleted.
    pub single: Lane,
    /// What computes and changes nothing: search, reports, change files.
    pub reading: Lane,
    /// Extracts, each of which holds a connection of the database for as long as its client takes.
    pub extracts: Lane,
}

impl Lanes {
    /// Lanes within these limits, over a database that has so many connections to read.
    pub fn new(limits: &Limits, readers: u32) -> Self {
        let Limits { imports_at_once, uploads_at_once, edits_at_once, reads_at_once, extracts_at_once, .. } = *limits;
        let lane = |places: u32, patience| {
            let places = usize::try_from(places).unwrap_or(1).max(1);
            // Half of the places to one admin: whatever she does, somebody else finds one.
            Lane::new(Bounds { places, share: places.div_ceil(2), waiting: limits.waiting, patience })
        };
        Self {
            uploads: lane(uploads_at_once, limits.patience),
            // Who sends a file waits for it as long as an import may take.
            bulk: lane(imports_at_once, limits.import),
            single: lane(edits_at_once, limits.patience),
            reading: lane(reads_at_once, limits.patience),
            // Half of the readers stay for everything else: signing in, health, whatever is answered at once.
            extracts: lane(extracts_at_once.min(readers / 2), limits.patience),
        }
    }
}

tokio::task_local! {
    /// The piece of work that the present task is.
    static PIECE: Arc<Piece>;
}

/// One piece of costly work.
struct Piece {
    /// Given back when the last thread that works for it ends.
    _places: Vec<Place>,
    is_left: AtomicBool,
}

/// Says that nobody waits for a piece of work any more, when it is dropped.
struct Leaving(Arc<Piece>);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.is_left.store(true, Ordering::Relaxed);
    }
}

/// Does a piece of work in its places. If the future is dropped before its end, what still computes for it is told.
pub async fn within<T>(places: Vec<Place>, work: impl Future<Output = T>) -> T {
    let piece = Arc::new(Piece { _places: places, is_left: AtomicBool::new(false) });
    let _leaving = Leaving(Arc::clone(&piece));
    PIECE.scope(piece, work).await
}

/// Computes on a blocking thread, as part of the piece of work that the present task is.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, JoinError> {
    let piece = PIECE.try_with(Arc::clone).ok();
    tokio::task::spawn_blocking(move || {
        let _held = piece;
        work()
    })
    .await
}

/// Whether somebody still waits for the present piece of work, for the thread that computes.
#[derive(Clone)]
pub struct Watch(Option<Arc<Piece>>);

/// Why a thread was unwound: nobody waited for it.
struct Left;

impl Watch {
    /// Of the piece of work that the present task is.
    pub fn begin() -> Self {
        Self(PIECE.try_with(Arc::clone).ok())
    }

    /// Ends the thread's work here if nobody waits for it any more. It unwinds without the noise of a panic: the engine is
    /// pure, so nothing is left half done, and whoever could be told is gone.
    pub fn look(&self) {
        if self.0.as_ref().is_some_and(|piece| piece.is_left.load(Ordering::Relaxed)) {
            resume_unwind(Box::new(Left));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::lane::{Bounds, Lane};
    use super::{Watch, blocking, within};

    #[tokio::test]
    async fn a_place_comes_back_with_the_last_thread_and_not_before() {
        let lane = Lane::new(Bounds { places: 1, share: 1, waiting: 1, patience: Duration::from_millis(50) });
        let (began, begun) = tokio::sync::oneshot::channel();
        let (go_on, told) = mpsc::channel::<()>();
        let place = lane.place(1).await.expect("a place");
        let work = tokio::spawn(within(vec![place], async move {
            let watch = Watch::begin();
            let thread = blocking(move || {
                began.send(()).expect("somebody listens");
                told.recv().expect("a word");
                watch.look();
                unreachable!("nobody waits");
            });
            thread.await.expect("it never ends in peace");
        }));
        begun.await.expect("it begins");
        work.abort();
        assert!(work.await.expect_err("aborted").is_cancelled());
        assert!(lane.place(2).await.is_err(), "the thread still works");
        go_on.send(()).expect("it listens");
        let mut tries = 0;
        while lane.place(2).await.is_err() {
            tries += 1;
            assert!(tries < 100, "it looks, and ends");
        }
    }
}
