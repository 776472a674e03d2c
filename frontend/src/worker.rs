//! The page and its worker.
//!
//! The worker owns the file's bytes, the directory and the plan, and does all the work; the page holds a window of
//! rows. They speak by messages, in JSON; only files and large bytes travel beside it.

pub mod client;
pub mod protocol;
pub mod server;
