//! The audit chain and the kept answers in either kind of database.

use async_trait::async_trait;
use jiff::Timestamp;
use sqlx::Row as _;

use super::errors::storage_error;
use super::numbers::{read, read_hash, read_time, stored};
use super::{Row, Unit};
use crate::storage::StorageError;
use crate::storage::accounts::AdminId;
use crate::storage::records::{Answer, AuditEntry, ReadRecords, WriteRecords};

#[async_trait]
impl ReadRecords for Unit {
    async fn answer(&mut self, admin: AdminId, key: &str) -> Result<Option<Answer>, StorageError> {
        let row: Option<(Vec<u8>, i64, String)> =
            sqlx::query_as("SELECT request_hash, status, body FROM idempotency WHERE admin = $1 AND key = $2")
                .bind(admin.0)
                .bind(key)
                .fetch_optional(&mut *self.transaction)
                .await
                .map_err(storage_error)?;
        row.map(|(request_hash, status, body)| {
            let status =
                u16::try_from(status).map_err(|_| StorageError::Corrupt("a status is out of range".to_owned()))?;
            Ok(Answer { request_hash: read_hash(request_hash)?, status, body })
        })
        .transpose()
    }

    async fn audit_after(&mut self, number: u64, limit: u32) -> Result<Vec<AuditEntry>, StorageError> {
        let rows = sqlx::query("SELECT * FROM audit WHERE number > $1 ORDER BY number LIMIT $2")
            .bind(stored(number))
            .bind(i64::from(limit))
            .fetch_all(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        rows.iter().map(entry_from_row).collect()
    }

    async fn audit_before(&mut self, before: u64, limit: u32) -> Result<Vec<AuditEntry>, StorageError> {
        let rows = sqlx::query("SELECT * FROM audit WHERE number < $1 ORDER BY number DESC LIMIT $2")
            .bind(stored(before))
            .bind(i64::from(limit))
            .fetch_all(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        rows.iter().map(entry_from_row).collect()
    }

    async fn newest_audit(&mut self) -> Result<Option<AuditEntry>, StorageError> {
        let row = sqlx::query("SELECT * FROM audit ORDER BY number DESC LIMIT 1")
            .fetch_optional(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        row.as_ref().map(entry_from_row).transpose()
    }
}

#[async_trait]
impl WriteRecords for Unit {
    async fn add_answer(
        &mut self,
        admin: AdminId,
        key: &str,
        answer: &Answer,
        at: Timestamp,
        forget: Timestamp,
    ) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM idempotency WHERE at_ms < $1")
            .bind(forget.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        sqlx::query(
            "INSERT INTO idempotency (admin, key, request_hash, status, body, at_ms) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(admin.0)
        .bind(key)
        .bind(answer.request_hash.as_slice())
        .bind(i64::from(answer.status))
        .bind(&answer.body)
        .bind(at.as_millisecond())
        .execute(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(())
    }

    async fn add_audit(&mut self, entry: &AuditEntry) -> Result<(), StorageError> {
        sqlx::query("INSERT INTO audit (number, at_ms, actor, act, details, hash) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(stored(entry.number))
            .bind(entry.at.as_millisecond())
            .bind(&entry.actor)
            .bind(&entry.act)
            .bind(&entry.details)
            .bind(entry.hash.as_slice())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }
}

fn entry_from_row(row: &Row) -> Result<AuditEntry, StorageError> {
    Ok(AuditEntry {
        number: read(row.try_get("number").map_err(storage_error)?)?,
        at: read_time(row.try_get("at_ms").map_err(storage_error)?)?,
        actor: row.try_get("actor").map_err(storage_error)?,
        act: row.try_get("act").map_err(storage_error)?,
        details: row.try_get("details").map_err(storage_error)?,
        hash: read_hash(row.try_get("hash").map_err(storage_error)?)?,
    })
}
