//! Reports about the directory.

pub mod completion;
