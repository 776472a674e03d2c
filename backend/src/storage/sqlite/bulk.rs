//! Many rows in one statement: they travel as one JSON list, which SQLite turns into a table.
//!
//! One statement for thousands of rows costs one crossing to SQLite's thread, and its text never changes, so nothing
//! is ever put together from data.

use serde::Serialize;

use crate::storage::StorageError;

/// So many rows travel together: enough that the crossing costs nothing, few enough that the text stays small.
pub(super) const ROWS: usize = 2_000;

/// Rows as the JSON list that `json_each` reads.
pub(super) fn json_from_rows<R: Serialize>(rows: impl IntoIterator<Item = R>) -> Result<String, StorageError> {
    let rows: Vec<R> = rows.into_iter().collect();
    serde_json::to_string(&rows).map_err(|error| StorageError::Failed(error.into()))
}
