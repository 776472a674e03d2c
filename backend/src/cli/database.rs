//! A database opened by a command.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;

use crate::clock::SystemClock;
use crate::ids::SystemIds;
use crate::limits::Limits;
use crate::settings;
use crate::state::{Reached, State};
use crate::storage::{self, Storage};

/// Which database.
#[derive(Debug, clap::Args)]
pub(super) struct DatabaseArgs {
    /// The server's configuration file, which names the database.
    #[arg(long, env = "MUSTER_CONFIG", value_name = "FILE.toml", global = true)]
    config: Option<PathBuf>,

    /// The address of the database.
    #[arg(
        long,
        env = "MUSTER_DATABASE_URL",
        value_name = "ADDRESS",
        default_value = "sqlite://muster.db",
        hide_env_values = true,
        global = true
    )]
    pub(super) database: String,
}

/// A command does one thing after the other.
const CONNECTIONS: u32 = 2;

/// Opens a database, and brings its tables up to date.
pub(super) async fn open(address: &str, connections: u32) -> anyhow::Result<Arc<dyn Storage>> {
    storage::open(address, connections).await.context("the database can't be opened")
}

impl DatabaseArgs {
    /// Does something with the database, and closes it.
    pub(super) fn with_state<T>(&self, work: impl AsyncFnOnce(&State) -> anyhow::Result<T>) -> anyhow::Result<T> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(async {
            let storage = open(&self.database, CONNECTIONS).await?;
            let (clock, ids) = (Arc::new(SystemClock), Arc::new(SystemIds));
            let state = State::new(Arc::clone(&storage), clock, ids, Limits::default(), Reached::default());
            let state = settings::current(&state).await?;
            let done = work(&state).await;
            storage.close().await;
            done
        })
    }
}
