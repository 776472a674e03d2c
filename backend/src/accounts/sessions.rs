//! Sessions: begun with a password, found by a secret, ended by time or by hand.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::rights::{self, Credential, Holder};
use super::{AccountError, IDLE, LIFE, attempts, email_form};
use crate::audit;
use crate::ids::{Secret, SecretHash};
use crate::state::State;
use crate::storage::accounts::{Admin, AdminId};
use crate::storage::{StorageError, WriteUnit};

/// When a session was last used is stored only this often, so that reading doesn't make the database write.
const NOTICE: SignedDuration = SignedDuration::from_secs(60);
/// Noting the use of a session waits no longer than this for a writer that is busy with an import.
const NOTICE_WAIT: Duration = Duration::from_millis(500);

/// Signs an admin in: a new session, whatever sessions there are.
pub async fn sign_in(
    state: &State,
    email: &str,
    password: String,
    address: &str,
) -> Result<(Admin, Secret), AccountError> {
    let form = email_form(email);
    let place = attempts::place(&form, address);
    let now = state.clock.now();
    if let Err(error) = attempts::note(&*state.storage, place, now).await {
        if matches!(error, AccountError::Attempts(_)) {
            refused(state, "sign-in-limited").await?;
        }
        return Err(error);
    }
    let admin = state.storage.read().await?.admin_by_email(&form).await?.filter(|admin| !admin.disabled);
    // Who was invited and hasn't chosen a password has none that could be right.
    let stored = admin.as_ref().map(|admin| admin.password_hash.clone()).filter(|hash| !hash.is_empty());
    let verified = state.passwords.verify(password, stored).await?;
    let Some(admin) = admin.filter(|_| verified) else {
        refused(state, "sign-in-refused").await?;
        return Err(AccountError::Credentials);
    };
    let mut unit = state.storage.write().await?;
    attempts::forget(&mut *unit, place).await?;
    let secret = begin(state, &mut *unit, admin.id, now).await?;
    audit::append(&mut *unit, now, audit::Actor::Admin(admin.id), "sign-in", &serde_json::json!({})).await?;
    unit.commit().await?;
    Ok((admin, secret))
}

/// Begins a session, and forgets those whose time is over.
pub async fn begin(
    state: &State,
    unit: &mut dyn WriteUnit,
    admin: AdminId,
    now: Timestamp,
) -> Result<Secret, StorageError> {
    let before = |life| now.saturating_sub(life).unwrap_or(Timestamp::MIN);
    unit.forget_sessions(before(LIFE), before(IDLE)).await?;
    let secret = state.ids.secret();
    unit.add_session(&secret.hash(), admin, now).await?;
    Ok(secret)
}

/// Who holds this credential, if it is alive; notes that it is in use.
pub async fn holder_of(state: &State, credential: Credential) -> Result<Option<Holder>, StorageError> {
    let now = state.clock.now();
    let mut unit = state.storage.read().await?;
    let Some(holder) = rights::holder(&mut *unit, &credential, now).await? else { return Ok(None) };
    drop(unit);
    if holder.seen.is_none_or(|seen| now.duration_since(seen) >= NOTICE) {
        note_use(state, &holder, now).await;
    }
    Ok(Some(holder))
}

/// Ends a session.
pub async fn sign_out(state: &State, admin: AdminId, hash: &SecretHash) -> Result<(), StorageError> {
    let mut unit = state.storage.write().await?;
    unit.end_session(hash).await?;
    audit::append(&mut *unit, state.clock.now(), audit::Actor::Admin(admin), "sign-out", &serde_json::json!({}))
        .await?;
    unit.commit().await
}

/// A use that couldn't be noted costs at most an earlier sign-in, so it never fails the request.
async fn note_use(state: &State, holder: &Holder, now: Timestamp) {
    let noted = tokio::time::timeout(NOTICE_WAIT, async {
        let mut unit = state.storage.write().await?;
        match (holder.credential, holder.token) {
            (Credential::Session(hash), _) => unit.touch_session(&hash, now).await?,
            (Credential::Token(_), Some(token)) => unit.touch_api_token(token, now).await?,
            (Credential::Token(_), None) => {}
        }
        unit.commit().await
    });
    match noted.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the use of a session or token couldn't be noted"),
        Err(_) => tracing::debug!("the use of a session or token wasn't noted: the database is busy"),
    }
}

async fn refused(state: &State, act: &str) -> Result<(), StorageError> {
    let mut unit = state.storage.write().await?;
    audit::append(&mut *unit, state.clock.now(), audit::Actor::Nobody, act, &serde_json::json!({})).await?;
    unit.commit().await
}
