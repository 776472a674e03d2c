//! Whom a file switches off.

use super::Reviewed;

/// The words of `AccountState` that switch a person off.
const OFF: [&str; 2] = ["DISABLED", "SUSPENDED"];

/// Whether an `AccountState` means that a person is switched off.
pub(crate) fn is_off(state: &str) -> bool {
    OFF.contains(&state)
}

impl Reviewed<'_> {
    /// The position of the `AccountState` column, if this directory has one.
    pub fn account_state(&self) -> Option<usize> {
        self.schema.index_of("AccountState")
    }
}
