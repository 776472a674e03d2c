//! What the directory was, in either kind of database.

use async_trait::async_trait;
use shared::past::{FormerCell, FormerName};

use super::Unit;
use super::errors::storage_error;
use super::numbers::read;
use crate::storage::StorageError;
use crate::storage::past::ReadPast;

#[async_trait]
impl ReadPast for Unit {
    async fn former_names(&mut self, header: &str) -> Result<Vec<FormerName>, StorageError> {
        // By way of the revisions that renamed somebody: they are few, and the history is long.
        let rows: Vec<(String, String, i64)> = sqlx::query_as(
            "SELECT old, username, changes.revision FROM revisions
             JOIN changes ON changes.revision = revisions.number JOIN people ON people.id = person
             WHERE revisions.renamed > 0 AND header = $1 AND old <> '' AND new <> '' AND old <> username
                 AND gone IS NULL
             ORDER BY changes.revision, position",
        )
        .bind(header)
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.into_iter().map(|(name, now, until)| Ok(FormerName { name, now, until: read(until)? })).collect()
    }

    async fn former_cells(&mut self, limit: u32) -> Result<(Vec<FormerCell>, u64), StorageError> {
        let rows: Vec<(i64, String, Option<String>, String, bool)> = sqlx::query_as(
            "SELECT newest.revision, header, old, username, gone IS NULL FROM
                (SELECT revision, position, person, header, old FROM changes
                 ORDER BY revision DESC, position DESC LIMIT $1) AS newest
             JOIN people ON people.id = person ORDER BY newest.revision DESC, position DESC",
        )
        .bind(i64::from(limit))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        let full = u32::try_from(rows.len()).is_ok_and(|found| found == limit);
        let cut_at = rows.last().filter(|_| full).map_or(Ok(0), |(revision, ..)| read(*revision))?;
        let mut cells = Vec::new();
        for (until, column, old, username, there) in rows {
            if let Some(value) = old.filter(|old| there && !old.is_empty()) {
                cells.push(FormerCell { username, column, value, until: read(until)? });
            }
        }
        Ok((cells, cut_at))
    }
}
