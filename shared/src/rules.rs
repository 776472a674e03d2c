//! The registry of rules. A test of `shared` writes this file from the files below `rules/`; nobody edits it.

use crate::rule::Rule;

mod identity {
    pub(super) mod i003_username_changed;
}
mod list {
    pub(super) mod l001_unescaped_pipe;
}
mod records {
    pub(super) mod r001_unclosed_quote;
}

/// Every rule, by code.
pub static ALL: &[&Rule] = &[
    &identity::i003_username_changed::RULE,
    &list::l001_unescaped_pipe::RULE,
    &records::r001_unclosed_quote::RULE,
];
