//! The first admin: made through a link that the server prints once, because there is no default password.

use jiff::Timestamp;

use super::fields::{checked_email, checked_name};
use super::{AccountError, LINK_LIFE, email_form, passwords, sessions};
use crate::audit;
use crate::ids::{Secret, hash_from_text};
use crate::state::State;
use crate::storage::StorageError;
use crate::storage::accounts::{Admin, NewAdmin, Purpose, Role};

/// A secret that makes the first admin, and until when; `None` if there is an admin already. Any link printed before
/// stops working.
pub async fn link(state: &State) -> Result<Option<(Secret, Timestamp)>, StorageError> {
    let mut unit = state.storage.write().await?;
    if unit.any_admin().await? {
        return Ok(None);
    }
    let secret = state.ids.secret();
    let now = state.clock.now();
    let expires = now.saturating_add(LINK_LIFE).unwrap_or(now);
    unit.add_token(&secret.hash(), Purpose::SetUp, expires).await?;
    unit.commit().await?;
    Ok(Some((secret, expires)))
}

/// Makes the first admin and signs her in.
pub async fn set_up(
    state: &State,
    token: &str,
    email: &str,
    name: &str,
    password: String,
) -> Result<(Admin, Secret), AccountError> {
    let token = hash_from_text(token);
    // Looked at first and put back, so that a stranger can't make the server hash passwords or learn the rules.
    let mut unit = state.storage.write().await?;
    if unit.any_admin().await? || !unit.take_token(&token, Purpose::SetUp, state.clock.now()).await? {
        return Err(AccountError::Link);
    }
    drop(unit);

    let email = checked_email(email)?;
    let name = checked_name(name)?;
    passwords::checked(&password, &email, &name)?;
    let password_hash = state.passwords.hash(password, state.ids.bytes()).await?;

    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    if unit.any_admin().await? || !unit.take_token(&token, Purpose::SetUp, now).await? {
        return Err(AccountError::Link);
    }
    let email_form = email_form(&email);
    let role = Role::SystemAdmin;
    let new = NewAdmin { email, email_form, name, role, password_hash, created: now };
    let id = unit.add_admin(&new).await?;
    let secret = sessions::begin(state, &mut *unit, id, now).await?;
    audit::append(&mut *unit, now, audit::Actor::Admin(id), "set-up", &serde_json::json!({})).await?;
    unit.commit().await?;
    let NewAdmin { email, name, password_hash, .. } = new;
    Ok((Admin { id, email, name, role, password_hash, disabled: false }, secret))
}
