//! Whom a file switches off.

use super::Reviewed;
use crate::values::account_state;

impl Reviewed<'_> {
    /// The position of the `AccountState` column, if this directory has one.
    pub fn account_state(&self) -> Option<usize> {
        self.schema.index_of(account_state::HEADER)
    }
}
