//! Every text that a person reads, in the language that she chose.
//!
//! The words stand in `frontend/texts`, one file for each language; the build makes a function of each message. What is
//! here besides puts several of them together. Words are calm, short and plain; a message says what, why and what to do.
//! What the engine and the server say comes from them.

pub mod compare;
pub mod explain;
pub mod extract;
pub mod findings;
pub mod history;
pub mod import;
pub mod language;
pub mod numbers;
pub mod people;
pub mod problem;
pub mod reports;
pub mod send;
pub mod session;
pub mod settings;
pub mod shell;
pub mod table;
pub mod taking_back;

/// The messages, as the build made them of the catalogue.
#[expect(
    clippy::uninlined_format_args,
    clippy::match_same_arms,
    reason = "the build writes it, and two languages may say the same"
)]
pub mod catalogue {
    use std::fmt::Display;

    use super::language::{Count, Language, Plural, language, plural};
    use super::numbers::number;

    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}
