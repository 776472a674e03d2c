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
#[path = "binary/server.rs"]
mod server;
#[cfg(feature = "postgres-tests")]
#[path = "binary/servers.rs"]
mod servers;
#[path = "binary/work.rs"]
mod work;
