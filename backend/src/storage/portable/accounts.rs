//! Admins and sessions in either kind of database.

use async_trait::async_trait;
use jiff::Timestamp;
use sqlx::Row as _;

use super::errors::storage_error;
use super::numbers::{read, read_time};
use super::{Row, Unit};
use crate::ids::SecretHash;
use crate::storage::StorageError;
use crate::storage::accounts::{
    Admin, AdminId, AttemptCounts, AttemptPlace, NewAdmin, Purpose, ReadAccounts, Role, Session, WriteAccounts,
};

#[async_trait]
impl ReadAccounts for Unit {
    async fn any_admin(&mut self) -> Result<bool, StorageError> {
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM admins)")
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)
    }

    async fn admin_by_email(&mut self, email_form: &str) -> Result<Option<Admin>, StorageError> {
        let row = sqlx::query("SELECT * FROM admins WHERE email_form = $1")
            .bind(email_form)
            .fetch_optional(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        row.as_ref().map(admin_from_row).transpose()
    }

    async fn session(&mut self, hash: &SecretHash) -> Result<Option<Session>, StorageError> {
        let row = sqlx::query(
            "SELECT admins.*, sessions.created_ms AS session_created_ms, seen_ms
             FROM sessions JOIN admins ON admins.id = admin WHERE hash = $1",
        )
        .bind(hash.as_slice())
        .fetch_optional(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(Session {
            admin: admin_from_row(&row)?,
            created: read_time(row.try_get("session_created_ms").map_err(storage_error)?)?,
            seen: read_time(row.try_get("seen_ms").map_err(storage_error)?)?,
        }))
    }

    async fn count_attempts(&mut self, place: AttemptPlace, since: Timestamp) -> Result<AttemptCounts, StorageError> {
        let (pair, account, address) = sqlx::query_as(
            "SELECT count(*) FILTER (WHERE account = $1 AND address = $2),
                    count(*) FILTER (WHERE account = $1),
                    count(*) FILTER (WHERE address = $2)
             FROM attempts WHERE at_ms >= $3",
        )
        .bind(place.account.as_slice())
        .bind(place.address.as_slice())
        .bind(since.as_millisecond())
        .fetch_one(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(AttemptCounts { pair: read(pair)?, account: read(account)?, address: read(address)? })
    }
}

#[async_trait]
impl WriteAccounts for Unit {
    async fn add_admin(&mut self, admin: &NewAdmin) -> Result<AdminId, StorageError> {
        let id = sqlx::query_scalar(
            "INSERT INTO admins (email, email_form, name, role, password_hash, created_ms)
             VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        )
        .bind(&admin.email)
        .bind(&admin.email_form)
        .bind(&admin.name)
        .bind(admin.role.word())
        .bind(&admin.password_hash)
        .bind(admin.created.as_millisecond())
        .fetch_one(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(AdminId(id))
    }

    async fn add_session(&mut self, hash: &SecretHash, admin: AdminId, at: Timestamp) -> Result<(), StorageError> {
        sqlx::query("INSERT INTO sessions (hash, admin, created_ms, seen_ms) VALUES ($1, $2, $3, $3)")
            .bind(hash.as_slice())
            .bind(admin.0)
            .bind(at.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn touch_session(&mut self, hash: &SecretHash, at: Timestamp) -> Result<(), StorageError> {
        sqlx::query("UPDATE sessions SET seen_ms = CASE WHEN seen_ms > $2 THEN seen_ms ELSE $2 END WHERE hash = $1")
            .bind(hash.as_slice())
            .bind(at.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn end_session(&mut self, hash: &SecretHash) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM sessions WHERE hash = $1")
            .bind(hash.as_slice())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn forget_sessions(&mut self, created: Timestamp, seen: Timestamp) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM sessions WHERE created_ms < $1 OR seen_ms < $2")
            .bind(created.as_millisecond())
            .bind(seen.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn add_token(&mut self, hash: &SecretHash, purpose: Purpose, expires: Timestamp) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM tokens WHERE purpose = $1")
            .bind(purpose.word())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        sqlx::query("INSERT INTO tokens (hash, purpose, expires_ms) VALUES ($1, $2, $3)")
            .bind(hash.as_slice())
            .bind(purpose.word())
            .bind(expires.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn take_token(&mut self, hash: &SecretHash, purpose: Purpose, now: Timestamp) -> Result<bool, StorageError> {
        let taken = sqlx::query(
            "UPDATE tokens SET used_ms = $3
             WHERE hash = $1 AND purpose = $2 AND used_ms IS NULL AND expires_ms > $3",
        )
        .bind(hash.as_slice())
        .bind(purpose.word())
        .bind(now.as_millisecond())
        .execute(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(taken.rows_affected() == 1)
    }

    async fn add_attempt(&mut self, place: AttemptPlace, at: Timestamp, forget: Timestamp) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM attempts WHERE at_ms < $1")
            .bind(forget.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        sqlx::query("INSERT INTO attempts (account, address, at_ms) VALUES ($1, $2, $3)")
            .bind(place.account.as_slice())
            .bind(place.address.as_slice())
            .bind(at.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn clear_attempts(&mut self, place: AttemptPlace) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM attempts WHERE account = $1 AND address = $2")
            .bind(place.account.as_slice())
            .bind(place.address.as_slice())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }
}

/// An admin from any row that has her columns.
pub(super) fn admin_from_row(row: &Row) -> Result<Admin, StorageError> {
    let role: String = row.try_get("role").map_err(storage_error)?;
    Ok(Admin {
        id: AdminId(row.try_get("id").map_err(storage_error)?),
        email: row.try_get("email").map_err(storage_error)?,
        name: row.try_get("name").map_err(storage_error)?,
        role: Role::from_word(&role).ok_or_else(|| StorageError::Corrupt(format!("{role} isn't a role")))?,
        password_hash: row.try_get("password_hash").map_err(storage_error)?,
        disabled: row.try_get("disabled").map_err(storage_error)?,
    })
}
