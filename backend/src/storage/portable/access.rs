//! Access in either kind of database.

use async_trait::async_trait;
use jiff::Timestamp;
use sqlx::Row as _;

use super::accounts::admin_from_row;
use super::errors::storage_error;
use super::numbers::read_time;
use super::{Row, Unit};
use crate::ids::SecretHash;
use crate::storage::StorageError;
use crate::storage::access::{AdminFacts, ApiToken, ApiTokenId, Identity, NewApiToken, ReadAccess, Scope, WriteAccess};
use crate::storage::accounts::{Admin, AdminId, Role};

#[async_trait]
impl ReadAccess for Unit {
    async fn admins(&mut self) -> Result<Vec<AdminFacts>, StorageError> {
        let rows = sqlx::query(
            "SELECT admins.*, EXISTS (SELECT 1 FROM identities WHERE admin = admins.id) AS bound
             FROM admins ORDER BY id",
        )
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.iter()
            .map(|row| {
                let created = read_time(row.try_get("created_ms").map_err(storage_error)?)?;
                let bound = row.try_get("bound").map_err(storage_error)?;
                Ok(AdminFacts { admin: admin_from_row(row)?, created, bound })
            })
            .collect()
    }

    async fn admin_of_link(&mut self, hash: &SecretHash, now: Timestamp) -> Result<Option<Admin>, StorageError> {
        let row = sqlx::query(
            "SELECT admins.* FROM links JOIN admins ON admins.id = admin WHERE hash = $1 AND expires_ms > $2",
        )
        .bind(hash.as_slice())
        .bind(now.as_millisecond())
        .fetch_optional(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        row.as_ref().map(admin_from_row).transpose()
    }

    async fn admin_of_identity(&mut self, identity: &Identity) -> Result<Option<Admin>, StorageError> {
        let row = sqlx::query(
            "SELECT admins.* FROM identities JOIN admins ON admins.id = admin WHERE issuer = $1 AND subject = $2",
        )
        .bind(&identity.issuer)
        .bind(&identity.subject)
        .fetch_optional(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        row.as_ref().map(admin_from_row).transpose()
    }

    async fn identity_of(&mut self, admin: AdminId) -> Result<Option<Identity>, StorageError> {
        let found = sqlx::query_as("SELECT issuer, subject FROM identities WHERE admin = $1")
            .bind(admin.0)
            .fetch_optional(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(found.map(|(issuer, subject)| Identity { issuer, subject }))
    }

    async fn api_tokens_of(&mut self, admin: AdminId) -> Result<Vec<ApiToken>, StorageError> {
        let rows = sqlx::query("SELECT * FROM api_tokens WHERE admin = $1 ORDER BY id DESC")
            .bind(admin.0)
            .fetch_all(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        rows.iter().map(token_from_row).collect()
    }

    async fn api_token(&mut self, hash: &SecretHash) -> Result<Option<(ApiToken, Admin)>, StorageError> {
        let tokens = sqlx::query("SELECT * FROM api_tokens WHERE hash = $1")
            .bind(hash.as_slice())
            .fetch_optional(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        let Some(token) = tokens.as_ref().map(token_from_row).transpose()? else { return Ok(None) };
        let row = sqlx::query("SELECT * FROM admins WHERE id = $1")
            .bind(token.admin.0)
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(Some((token, admin_from_row(&row)?)))
    }
}

#[async_trait]
impl WriteAccess for Unit {
    async fn set_role(&mut self, admin: AdminId, role: Role) -> Result<(), StorageError> {
        sqlx::query("UPDATE admins SET role = $2 WHERE id = $1")
            .bind(admin.0)
            .bind(role.word())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn set_disabled(&mut self, admin: AdminId, disabled: bool) -> Result<(), StorageError> {
        sqlx::query("UPDATE admins SET disabled = $2 WHERE id = $1")
            .bind(admin.0)
            .bind(disabled)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn set_password(&mut self, admin: AdminId, password_hash: &str) -> Result<(), StorageError> {
        sqlx::query("UPDATE admins SET password_hash = $2 WHERE id = $1")
            .bind(admin.0)
            .bind(password_hash)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn end_sessions_of(&mut self, admin: AdminId, but: Option<&SecretHash>) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM sessions WHERE admin = $1 AND ($2 IS NULL OR hash <> $2)")
            .bind(admin.0)
            .bind(but.map(<[u8; 32]>::as_slice))
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn add_link(&mut self, hash: &SecretHash, admin: AdminId, expires: Timestamp) -> Result<(), StorageError> {
        self.end_links_of(admin).await?;
        sqlx::query("INSERT INTO links (hash, admin, expires_ms) VALUES ($1, $2, $3)")
            .bind(hash.as_slice())
            .bind(admin.0)
            .bind(expires.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn end_links_of(&mut self, admin: AdminId) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM links WHERE admin = $1")
            .bind(admin.0)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn bind_identity(&mut self, admin: AdminId, identity: &Identity, at: Timestamp) -> Result<(), StorageError> {
        sqlx::query("INSERT INTO identities (admin, issuer, subject, bound_ms) VALUES ($1, $2, $3, $4)")
            .bind(admin.0)
            .bind(&identity.issuer)
            .bind(&identity.subject)
            .bind(at.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn release_identity(&mut self, admin: AdminId) -> Result<bool, StorageError> {
        let released = sqlx::query("DELETE FROM identities WHERE admin = $1")
            .bind(admin.0)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(released.rows_affected() == 1)
    }

    async fn add_api_token(&mut self, token: &NewApiToken) -> Result<ApiTokenId, StorageError> {
        let id = sqlx::query_scalar(
            "INSERT INTO api_tokens (hash, admin, name, scopes, created_ms, expires_ms)
             VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        )
        .bind(token.hash.as_slice())
        .bind(token.admin.0)
        .bind(&token.name)
        .bind(token.scopes.iter().map(|scope| scope.word()).collect::<Vec<_>>().join(" "))
        .bind(token.created.as_millisecond())
        .bind(token.expires.map(Timestamp::as_millisecond))
        .fetch_one(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(ApiTokenId(id))
    }

    async fn revoke_api_token(
        &mut self,
        admin: AdminId,
        token: ApiTokenId,
        at: Timestamp,
    ) -> Result<bool, StorageError> {
        let revoked =
            sqlx::query("UPDATE api_tokens SET revoked_ms = $3 WHERE id = $2 AND admin = $1 AND revoked_ms IS NULL")
                .bind(admin.0)
                .bind(token.0)
                .bind(at.as_millisecond())
                .execute(&mut *self.transaction)
                .await
                .map_err(storage_error)?;
        Ok(revoked.rows_affected() == 1)
    }

    async fn touch_api_token(&mut self, token: ApiTokenId, at: Timestamp) -> Result<(), StorageError> {
        sqlx::query("UPDATE api_tokens SET used_ms = CASE WHEN used_ms > $2 THEN used_ms ELSE $2 END WHERE id = $1")
            .bind(token.0)
            .bind(at.as_millisecond())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }
}

fn token_from_row(row: &Row) -> Result<ApiToken, StorageError> {
    let time = |name: &str| row.try_get::<i64, _>(name).map_err(storage_error).and_then(read_time);
    let maybe = |name: &str| row.try_get::<Option<i64>, _>(name).map_err(storage_error)?.map(read_time).transpose();
    let scopes: String = row.try_get("scopes").map_err(storage_error)?;
    let scope =
        |word: &str| Scope::from_word(word).ok_or_else(|| StorageError::Corrupt(format!("{word} isn't a scope")));
    Ok(ApiToken {
        id: ApiTokenId(row.try_get("id").map_err(storage_error)?),
        admin: AdminId(row.try_get("admin").map_err(storage_error)?),
        name: row.try_get("name").map_err(storage_error)?,
        scopes: scopes.split_whitespace().map(scope).collect::<Result<_, _>>()?,
        created: time("created_ms")?,
        expires: maybe("expires_ms")?,
        used: maybe("used_ms")?,
        revoked: maybe("revoked_ms")?,
    })
}
