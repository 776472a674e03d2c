//! Imports over HTTP.

pub(super) mod apply;
pub(super) mod preview;
mod problems;
mod upload;
