//! Reports over HTTP.

pub(super) mod completion;
