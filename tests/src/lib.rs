//! What the whole-system tests stand on: a real Muster, a real browser, a real spreadsheet program.
//!
//! Nothing here knows how Muster works inside. A test starts the binary that people run, speaks to it over HTTP or
//! through a browser, and reads its extracts with another program's CSV reader. The tests lie in `tests/`, one file for
//! each way of using Muster; those that need a part which may be missing name it as a required feature.

pub mod access;
pub mod admin;
pub mod base64;
pub mod browser;
pub mod clipboard;
pub mod desk;
pub mod display;
pub mod fixtures;
pub mod large;
pub mod muster;
pub mod package;
pub mod served;
pub mod service;
pub mod snapshot;
pub mod spreadsheet;
pub mod table;
pub mod tidy;
pub mod wait;
