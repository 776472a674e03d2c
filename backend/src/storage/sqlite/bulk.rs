//! Many rows in one statement: they travel as one JSON text, which SQLite turns into a table.
//!
//! One statement for thousands of rows costs one crossing to SQLite's thread, and its text never changes, so nothing
//! is ever put together from data.

use std::collections::BTreeMap;

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
            self.with_table(statement, json_list(rows.iter().map(&as_json))?, revision, number).await?;
        }
        Ok(())
    }

    /// Runs a statement for many rows that are a number and a text each: `?1` is a JSON object of them, which SQLite
    /// reads once, where it would read each row of a list anew for each of its values.
    pub(super) async fn in_bulk_by_number<'a, R>(
        &mut self,
        statement: &'static str,
        rows: &'a [R],
        as_pair: impl Fn(&'a R) -> (i64, &'a str),
        revision: u64,
        number: i64,
    ) -> Result<(), StorageError> {
        for rows in rows.chunks(ROWS) {
            let pairs: BTreeMap<i64, &str> = rows.iter().map(&as_pair).collect();
            let table = serde_json::to_string(&pairs).map_err(|error| StorageError::Failed(error.into()))?;
            self.with_table(statement, table, revision, number).await?;
        }
        Ok(())
    }

    async fn with_table(
        &mut self,
        statement: &'static str,
        table: String,
        revision: u64,
        number: i64,
    ) -> Result<(), StorageError> {
        sqlx::query(statement)
            .bind(table)
            .bind(stored(revision))
            .bind(number)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }
}
