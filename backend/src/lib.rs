//! The keeper: it keeps the directory, its history and its files, and lets no one but admins at them.
//!
//! [`http::app`] is the whole server as a router, over a [`state::State`] that holds everything it depends on: storage,
//! clock, randomness, limits. The binary `muster` only reads the command line and calls [`cli::run`].

pub mod clock;
pub mod ids;
pub mod storage;
