//! How slow a client may be: in each span of time, while it is waited for, so many bytes have to move.
//!
//! A download that nobody reads holds a connection of the database, an upload that trickles holds a place: both are given
//! up. Time in which the server itself is busy doesn't count, as then nothing is waited for.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep};

/// The least speed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Least {
    /// In each span of time …
    pub(super) span: Duration,
    /// … so many bytes.
    pub(super) bytes: usize,
}

/// What has moved in the present span.
#[derive(Debug)]
pub(super) struct Pace {
    least: Least,
    span: Option<(Pin<Box<Sleep>>, usize)>,
}

impl Pace {
    pub(super) fn new(least: Least) -> Self {
        Self { least, span: None }
    }

    /// So many bytes moved.
    pub(super) fn moved(&mut self, bytes: usize) {
        if let Some((_, moved)) = &mut self.span {
            *moved += bytes;
        }
    }

    /// Nothing is to be moved any more.
    pub(super) fn rest(&mut self) {
        self.span = None;
    }

    /// Ready when the client, which is being waited for, is too slow; else whoever waits is woken when that may be so.
    pub(super) fn is_too_slow(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let least = self.least;
        let (timer, moved) = self.span.get_or_insert_with(|| (Box::pin(sleep(least.span)), 0));
        while timer.as_mut().poll(context).is_ready() {
            if *moved < least.bytes {
                return Poll::Ready(());
            }
            *moved = 0;
            timer.as_mut().reset(Instant::now() + least.span);
        }
        Poll::Pending
    }
}
