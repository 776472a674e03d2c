//! Many rows in one statement: they travel as one JSON list, which SQLite turns into a table.
//!
//! One statement for thousands of rows costs one crossing to SQLite's thread, and its text never changes, so nothing
//! is ever put together from data.

use serde::Serialize;

use super::SqliteUnit;
use super::errors::storage_error;
use super::numbers::{json_list, stored};
use crate::storage::StorageError;

/// So many rows travel together: enough that the crossing costs nothing, few enough that the text stays small.
const ROWS: usize = 2_000;

impl SqliteUnit {
    /// Runs a statement for many rows: `?1` is a JSON list of them, `?2` the revision, `?3` the number that goes with
    /// them.
    pub(super) async fn in_bulk<'a, R, J: Serialize>(
        &mut self,
        statement: &'static str,
        rows: &'a [R],
        as_json: impl Fn(&'a R) -> J,
        revision: u64,
        number: i64,
    ) -> Result<(), StorageError> {
        for rows in rows.chunks(ROWS) {
            let list = json_list(rows.iter().map(&as_json))?;
            sqlx::query(statement)
                .bind(list)
                .bind(stored(revision))
                .bind(number)
                .execute(&mut *self.transaction)
                .await
                .map_err(storage_error)?;
        }
        Ok(())
    }
}
