//! Passwords over HTTP.

pub(super) mod change;
pub(super) mod choose;
