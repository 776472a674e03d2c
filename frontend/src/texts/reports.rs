//! Reports.

pub use super::catalogue::reports::*;
