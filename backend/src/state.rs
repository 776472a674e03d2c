//! Everything that the server depends on, in one place, so that a test can put in its own.

use std::sync::Arc;

use shared::schema::Schema;
use tokio::sync::Semaphore;

use crate::accounts::passwords::Passwords;
use crate::accounts::provider::Provider;
use crate::clock::Clock;
use crate::directory::Directories;
use crate::ids::Ids;
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::settings::kept::{Known, Settings};
use crate::storage::Storage;
use crate::work::Lanes;

/// More changes than are ever being applied at once, as the lanes let in far fewer.
pub const MOST_CHANGES: u32 = 100_000;

/// What every handler can reach.
#[derive(Clone)]
pub struct State {
    /// Where everything is kept.
    pub storage: Arc<dyn Storage>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub ids: Arc<dyn Ids>,
    /// The directory's columns, as they were when this state was made or read anew (`settings::current`).
    pub schema: Arc<Schema>,
    /// What can be changed beside the columns, likewise.
    pub settings: Settings,
    /// The columns that were read last.
    pub known_schema: Arc<Known>,
    /// Directories that were read before, ready for the engine.
    pub directories: Arc<Directories>,
    /// Hashes passwords.
    pub passwords: Arc<Passwords>,
    /// Who else says who somebody is.
    pub provider: Option<Arc<Provider>>,
    /// The bounds of costly work.
    pub lanes: Arc<Lanes>,
    /// One permit for each change that is being applied; the server ends when all are back.
    pub changes: Arc<Semaphore>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// The bounds in force.
    pub limits: Limits,
    /// How the server is reached.
    pub reached: Reached,
}

/// How the server is reached.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reached {
    /// Over TLS.
    pub over_tls: bool,
    /// Through a proxy that adds the visitor's address.
    pub behind_proxy: bool,
}

impl State {
    /// A state with nothing in hand yet.
    pub fn new(
        storage: Arc<dyn Storage>,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        limits: Limits,
        reached: Reached,
    ) -> Self {
        let lanes = Arc::new(Lanes::new(&limits, storage.readers()));
        Self {
            storage,
            clock,
            ids,
            schema: Arc::new(Schema::standard()),
            settings: Settings::default(),
            known_schema: Arc::default(),
            directories: Arc::new(Directories::default()),
            passwords: Arc::new(Passwords::new(limits.hashes_at_once)),
            provider: None,
            lanes,
            changes: Arc::new(Semaphore::new(usize::try_from(MOST_CHANGES).unwrap_or(usize::MAX))),
            metrics: Arc::default(),
            limits,
            reached,
        }
    }
}
