//! Signing in and out, and the first set-up.

pub use super::catalogue::session::*;
