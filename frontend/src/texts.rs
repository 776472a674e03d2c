//! Every text that a person reads, in one place, so that it can be weighed together and translated.
//!
//! Words are calm, short and plain; a message says what, why and what to do. What the engine and the server say comes
//! from them.

pub mod extract;
pub mod findings;
pub mod history;
pub mod import;
pub mod numbers;
pub mod problem;
pub mod send;
pub mod session;
pub mod shell;
pub mod table;
