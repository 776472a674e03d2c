//! Imports over HTTP.

pub(super) mod apply;
pub(super) mod preview;
mod problems;
mod upload;

pub(super) use apply::{Applied, LONGEST_NOTE, key_in};
pub(super) use problems::lost_revision;
