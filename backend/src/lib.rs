//! The keeper: it keeps the directory, its history and its files, and lets no one but admins at them.
//!
//! [`http::app`] is the whole server as a router, over a [`state::State`] that holds everything it depends on: storage,
//! clock, randomness, limits. The binary `muster` only reads the command line and calls [`cli::run`].

pub mod accounts;
pub mod audit;
pub mod cli;
pub mod clock;
pub mod config;
pub mod directory;
pub mod extract;
pub mod http;
pub mod ids;
pub mod imports;
pub mod limits;
pub mod metrics;
pub mod migrate;
pub mod past;
pub mod people;
pub mod problem;
pub mod reports;
pub mod revisions;
pub mod server;
pub mod settings;
pub mod state;
pub mod storage;
mod telemetry;
pub mod work;
