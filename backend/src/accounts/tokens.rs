//! Tokens for scripts: made by an admin for herself, shown once, stored as a hash, never able to do more than she may.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use shared::{Words, words};

use super::AccountError;
use super::fields::checked_name;
use super::rights::{self, Holder, Right};
use crate::audit;
use crate::ids::hash_from_text;
use crate::state::State;
use crate::storage::WriteUnit;
use crate::storage::access::{ApiToken, ApiTokenId, NewApiToken, Scope};
use crate::storage::accounts::{Admin, AdminId, Role};

/// Every token begins so: whoever finds one in a file knows what it is, and secret scanners do.
const PREFIX: &str = "muster_";
/// The longest life that a token is given, in days.
const MOST_DAYS: u16 = 3_650;

/// What a new token is to be.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// What she calls it.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// For how long; `None` is until it is revoked.
    pub days: Option<u16>,
}

/// Whose tokens are looked after, and by whom.
#[derive(Clone, Copy)]
pub enum Whose<'a> {
    /// Her own.
    Own(&'a Holder),
    /// Somebody's, by whoever runs the server.
    Of(AdminId),
}

impl Whose<'_> {
    async fn admin(self, unit: &mut dyn WriteUnit, now: Timestamp) -> Result<(Admin, audit::Actor), AccountError> {
        match self {
            Self::Own(holder) => {
                let admin = rights::again(unit, &holder.credential, Right::Own, now).await?;
                let actor = audit::Actor::Admin(admin.id);
                Ok((admin, actor))
            }
            Self::Of(id) => {
                let found = unit.admins().await?.into_iter().map(|facts| facts.admin).find(|admin| admin.id == id);
                Ok((found.ok_or(AccountError::NoAdmin)?, audit::Actor::System))
            }
        }
    }
}

/// Makes a token; its text is never to be had again.
pub async fn create(state: &State, whose: Whose<'_>, wanted: Wanted) -> Result<(ApiToken, String), AccountError> {
    let Wanted { name, mut scopes, days } = wanted;
    let name = checked_name(&name)?;
    scopes.sort_unstable();
    scopes.dedup();
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let (admin, actor) = whose.admin(&mut *unit, now).await?;
    let field = |field, why: Words| Err(AccountError::Field { field, why });
    if scopes.is_empty() {
        return field("scopes", words!("name nothing that the token may do"));
    }
    if scopes.iter().any(|scope| admin.role < role_for(*scope)) {
        return field("scopes", words!("hold one that your own role doesn't allow"));
    }
    if days.is_some_and(|days| days == 0 || days > MOST_DAYS) {
        return field("days", words!("aren't between 1 and 3650"));
    }
    let expires = days.map(|days| SignedDuration::from_hours(24 * i64::from(days)));
    let expires = expires.map(|life| now.saturating_add(life).unwrap_or(now));
    let text = format!("{PREFIX}{}", state.ids.secret().text());
    let hash = hash_from_text(&text);
    let new = NewApiToken { hash, admin: admin.id, name, scopes, created: now, expires };
    let id = unit.add_api_token(&new).await?;
    let words: Vec<&str> = new.scopes.iter().map(|scope| scope.word()).collect();
    let details = json!({ "token": id.0, "admin": admin.id.0, "scopes": words });
    audit::append(&mut *unit, now, actor, "token-made", &details).await?;
    unit.commit().await?;
    let NewApiToken { admin, name, scopes, created, expires, .. } = new;
    Ok((ApiToken { id, admin, name, scopes, created, expires, used: None, revoked: None }, text))
}

/// Takes a token of hers back.
pub async fn revoke(state: &State, whose: Whose<'_>, token: ApiTokenId) -> Result<(), AccountError> {
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let (admin, actor) = whose.admin(&mut *unit, now).await?;
    if !unit.revoke_api_token(admin.id, token, now).await? {
        return Err(AccountError::NoToken);
    }
    let details = json!({ "token": token.0 });
    audit::append(&mut *unit, now, actor, "token-revoked", &details).await?;
    unit.commit().await?;
    Ok(())
}

fn role_for(scope: Scope) -> Role {
    match scope {
        Scope::Read => Right::Read.role(),
        Scope::Import => Right::Import.role(),
        Scope::Manage => Right::Manage.role(),
        Scope::Watch => Right::Watch.role(),
    }
}
