//! Settings and taken extracts in either kind of database.

use async_trait::async_trait;
use jiff::Timestamp;

use super::Unit;
use super::errors::storage_error;
use super::numbers::{read, read_time, stored};
use crate::storage::StorageError;
use crate::storage::accounts::AdminId;
use crate::storage::revisions::Actor;
use crate::storage::settings::{ReadSettings, StoredSetting, TakenExtract, WriteSettings};

/// A row of `extracts` with its admin.
type ExtractRow = (i64, i64, String, String, i64, i64, String);

#[async_trait]
impl ReadSettings for Unit {
    async fn setting(&mut self, name: &str) -> Result<Option<StoredSetting>, StorageError> {
        let row: Option<(i64, String)> = sqlx::query_as("SELECT number, value FROM settings WHERE name = $1")
            .bind(name)
            .fetch_optional(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        row.map(|(number, value)| Ok(StoredSetting { number: read(number)?, value })).transpose()
    }

    async fn extracts_before(&mut self, before: u64, limit: u32) -> Result<Vec<TakenExtract>, StorageError> {
        let rows: Vec<ExtractRow> = sqlx::query_as(
            "SELECT extracts.id, at_ms, email, name, revision, people, choices
             FROM extracts JOIN admins ON admins.id = admin
             WHERE extracts.id < $1 ORDER BY extracts.id DESC LIMIT $2",
        )
        .bind(stored(before))
        .bind(i64::from(limit))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.into_iter()
            .map(|(number, at, email, name, revision, people, choices)| {
                Ok(TakenExtract {
                    number: read(number)?,
                    at: read_time(at)?,
                    actor: Actor { email, name },
                    revision: read(revision)?,
                    people: read(people)?,
                    choices,
                })
            })
            .collect()
    }
}

#[async_trait]
impl WriteSettings for Unit {
    async fn put_setting(&mut self, name: &str, setting: &StoredSetting) -> Result<(), StorageError> {
        sqlx::query(
            "INSERT INTO settings (name, number, value) VALUES ($1, $2, $3)
             ON CONFLICT (name) DO UPDATE SET number = $2, value = $3",
        )
        .bind(name)
        .bind(stored(setting.number))
        .bind(&setting.value)
        .execute(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(())
    }

    async fn add_extract(
        &mut self,
        at: Timestamp,
        admin: AdminId,
        revision: u64,
        people: u64,
        choices: &str,
    ) -> Result<(), StorageError> {
        sqlx::query("INSERT INTO extracts (at_ms, admin, revision, people, choices) VALUES ($1, $2, $3, $4, $5)")
            .bind(at.as_millisecond())
            .bind(admin.0)
            .bind(stored(revision))
            .bind(stored(people))
            .bind(choices)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn forget_files(&mut self, before: Timestamp) -> Result<u64, StorageError> {
        let forgotten =
            sqlx::query("DELETE FROM files WHERE revision IN (SELECT number FROM revisions WHERE at_ms < $1)")
                .bind(before.as_millisecond())
                .execute(&mut *self.transaction)
                .await
                .map_err(storage_error)?;
        Ok(forgotten.rows_affected())
    }
}
