//! Choosing a password: by a link, or in place of the one that she has.

use serde_json::json;

use super::rights::{self, Holder, Right};
use super::{AccountError, attempts, email_form, passwords, sessions};
use crate::accounts::rights::Credential;
use crate::audit;
use crate::ids::{Secret, hash_from_text};
use crate::state::State;
use crate::storage::accounts::Admin;

/// Chooses a password with a link, and signs in. Every other session of hers ends.
pub async fn choose(state: &State, token: &str, password: String) -> Result<(Admin, Secret), AccountError> {
    let link = hash_from_text(token);
    let found = state.storage.read().await?.admin_of_link(&link, state.clock.now()).await?;
    let admin = found.filter(|admin| !admin.disabled).ok_or(AccountError::Link)?;
    passwords::checked(&password, &admin.email, &admin.name)?;
    let password_hash = state.passwords.hash(password, state.ids.bytes()).await?;

    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let found = unit.admin_of_link(&link, now).await?;
    let admin = found.filter(|admin| !admin.disabled).ok_or(AccountError::Link)?;
    unit.set_password(admin.id, &password_hash).await?;
    unit.end_links_of(admin.id).await?;
    unit.end_sessions_of(admin.id, None).await?;
    let secret = sessions::begin(state, &mut *unit, admin.id, now).await?;
    audit::append(&mut *unit, now, audit::Actor::Admin(admin.id), "password-chosen", &json!({})).await?;
    unit.commit().await?;
    Ok((admin, secret))
}

/// Puts another password in the place of the one that she has. Her other sessions end.
pub async fn change(
    state: &State,
    holder: &Holder,
    address: &str,
    current: String,
    new: String,
) -> Result<(), AccountError> {
    let Credential::Session(session) = holder.credential else { return Err(AccountError::Link) };
    let admin = &holder.admin;
    let place = attempts::place(&email_form(&admin.email), address);
    attempts::note(&*state.storage, place, state.clock.now()).await?;
    let stored = Some(admin.password_hash.clone()).filter(|hash| !hash.is_empty());
    if !state.passwords.verify(current, stored).await? {
        return Err(AccountError::WrongPassword);
    }
    passwords::checked(&new, &admin.email, &admin.name)?;
    let password_hash = state.passwords.hash(new, state.ids.bytes()).await?;

    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let again = rights::again(&mut *unit, &holder.credential, Right::Own, now).await?;
    attempts::forget(&mut *unit, place).await?;
    unit.set_password(again.id, &password_hash).await?;
    unit.end_links_of(again.id).await?;
    unit.end_sessions_of(again.id, Some(&session)).await?;
    audit::append(&mut *unit, now, audit::Actor::Admin(again.id), "password-changed", &json!({})).await?;
    unit.commit().await?;
    Ok(())
}
