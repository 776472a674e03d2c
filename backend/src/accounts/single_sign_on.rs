//! Sign-in with an organisation's own identity provider, by OpenID Connect: the authorisation code flow with PKCE.
//!
//! The provider says who somebody is; whether she may come in, and what she may do, is Muster's to say: she must have been
//! invited under an e-mail address that the provider has verified, and is known by the provider's own name for her from
//! then on. What has to be remembered between going there and
//! coming back lies in a cookie of that browser alone, so that any server can go on, and nobody else's answer is taken.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;

use super::provider::{Away, Claimed, Provider, SingleSignOnError};
use super::{email_form, sessions};
use crate::audit;
use crate::ids::Secret;
use crate::state::State;
use crate::storage::WriteUnit;
use crate::storage::accounts::Admin;

/// Where somebody who wants to sign in is sent.
pub async fn away(state: &State, provider: &Arc<Provider>) -> Result<Away, SingleSignOnError> {
    let secrets = [state.ids.secret().text(), state.ids.secret().text(), state.ids.secret().text()];
    provider.away(state.clock.now(), secrets).await
}

/// Signs in who comes back from the provider with a code, if the answer is to this browser's question.
pub async fn sign_in(
    state: &State,
    provider: &Arc<Provider>,
    kept: &str,
    csrf: &str,
    code: String,
) -> Result<(Admin, Secret), SingleSignOnError> {
    let expected = kept.split('.').next().unwrap_or_default();
    if expected.is_empty() || crate::ids::hash_from_text(expected) != crate::ids::hash_from_text(csrf) {
        return Err(SingleSignOnError::Foreign);
    }
    let claimed = provider.claimed(state.clock.now(), kept, code).await?;
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let admin = match admin_for(&mut *unit, &claimed, now).await {
        Ok(admin) => admin,
        Err(error @ (SingleSignOnError::Uninvited | SingleSignOnError::AnotherSubject)) => {
            let details = json!({ "by": "provider", "cause": error.to_string() });
            audit::append(&mut *unit, now, audit::Actor::Nobody, "sign-in-refused", &details).await?;
            unit.commit().await?;
            return Err(error);
        }
        Err(error) => return Err(error),
    };
    let secret = sessions::begin(state, &mut *unit, admin.id, now).await?;
    audit::append(&mut *unit, now, audit::Actor::Admin(admin.id), "sign-in", &json!({ "by": "provider" })).await?;
    unit.commit().await?;
    Ok((admin, secret))
}

/// The admin who somebody at the provider is. At her first sign-in she is found by her address, which must be the invited
/// one byte by byte but for the case of ASCII letters: of two addresses that only resemble each other, each may be somebody
/// else's mailbox. From then on she is found by issuer and subject, as an address may be given to somebody else one day.
async fn admin_for(unit: &mut dyn WriteUnit, claimed: &Claimed, now: Timestamp) -> Result<Admin, SingleSignOnError> {
    if let Some(admin) = unit.admin_of_identity(&claimed.identity).await? {
        return if admin.disabled { Err(SingleSignOnError::Uninvited) } else { Ok(admin) };
    }
    let email = claimed.email.as_deref().ok_or(SingleSignOnError::Uninvited)?;
    // The form finds more than is let in: addresses that are the same have the same form.
    let found = unit.admin_by_email(&email_form(email)).await?;
    let found = found.filter(|admin| !admin.disabled && admin.email.eq_ignore_ascii_case(email));
    let admin = found.ok_or(SingleSignOnError::Uninvited)?;
    if unit.identity_of(admin.id).await?.is_some() {
        return Err(SingleSignOnError::AnotherSubject);
    }
    unit.bind_identity(admin.id, &claimed.identity, now).await?;
    audit::append(unit, now, audit::Actor::Admin(admin.id), "identity-bound", &json!({})).await?;
    Ok(admin)
}
