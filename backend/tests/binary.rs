//! The binary itself, as it runs on somebody's machines: stopped, killed, short of room, and several at once.

#![cfg(unix)]

#[path = "binary/backups.rs"]
mod backups;
#[cfg(feature = "failpoints")]
#[path = "binary/failpoints.rs"]
mod failpoints;
#[path = "binary/faults.rs"]
mod faults;
#[path = "binary/kills.rs"]
mod kills;
#[path = "binary/load.rs"]
mod load;
#[path = "binary/lost_revisions.rs"]
mod lost_revisions;
#[path = "binary/no_tables.rs"]
mod no_tables;
#[cfg(feature = "postgres-tests")]
#[path = "binary/poolers.rs"]
mod poolers;
#[path = "binary/server.rs"]
mod server;
#[cfg(feature = "postgres-tests")]
#[path = "binary/servers.rs"]
mod servers;
#[path = "binary/unfit.rs"]
mod unfit;
#[path = "binary/work.rs"]
mod work;
