//! Looking after admins: who there is, inviting, changing what somebody may do, links to choose a password.
//!
//! Nobody changes her own role or keeps herself out, and the last system admin stays one: whatever happens, somebody can
//! let the others in again.

use jiff::Timestamp;
use serde_json::json;

use super::fields::{checked_email, checked_name};
use super::rights::{self, Credential, Right};
use super::{AccountError, LINK_LIFE, email_form};
use crate::audit;
use crate::ids::Secret;
use crate::state::State;
use crate::storage::WriteUnit;
use crate::storage::access::AdminFacts;
use crate::storage::accounts::{AdminId, NewAdmin, Role};

/// Who looks after admins.
#[derive(Debug, Clone, Copy)]
pub enum By {
    /// A system admin.
    Admin(Credential),
    /// Whoever runs the server, at its command line.
    System,
}

/// What changes about an admin.
#[derive(Debug, Clone, Copy, Default)]
pub struct AdminChange {
    /// Another role.
    pub role: Option<Role>,
    /// Kept out, or let in again.
    pub disabled: Option<bool>,
}

/// A link's secret, and until when it works.
pub type Link = (Secret, Timestamp);

/// Adds an admin without a password, and the link with which she chooses one.
pub async fn invite(
    state: &State,
    by: By,
    email: &str,
    name: &str,
    role: Role,
) -> Result<(AdminFacts, Link), AccountError> {
    let email = checked_email(email)?;
    let name = checked_name(name)?;
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let actor = actor(&mut *unit, by, now).await?;
    let email_form = email_form(&email);
    let new = NewAdmin { email, email_form, name, role, password_hash: String::new(), created: now };
    let id = unit.add_admin(&new).await?;
    let link = add_link(state, &mut *unit, id, now).await?;
    let details = json!({ "admin": id.0, "role": role.word() });
    audit::append(&mut *unit, now, actor, "admin-invited", &details).await?;
    let facts = facts_of(&mut *unit, id).await?;
    unit.commit().await?;
    Ok((facts, link))
}

/// A new link for an admin to choose a password with; her old password works until she has.
pub async fn link(state: &State, by: By, id: AdminId) -> Result<(AdminFacts, Link), AccountError> {
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let actor = actor(&mut *unit, by, now).await?;
    let facts = facts_of(&mut *unit, id).await?;
    if facts.admin.disabled {
        return Err(AccountError::Disabled);
    }
    let link = add_link(state, &mut *unit, id, now).await?;
    audit::append(&mut *unit, now, actor, "link-made", &json!({ "admin": id.0 })).await?;
    unit.commit().await?;
    Ok((facts, link))
}

/// Changes what an admin may do. Who is disabled is signed out at once.
pub async fn change(state: &State, by: By, id: AdminId, change: AdminChange) -> Result<AdminFacts, AccountError> {
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let actor = actor(&mut *unit, by, now).await?;
    let admins = unit.admins().await?;
    let facts = admins.iter().find(|facts| facts.admin.id == id).cloned().ok_or(AccountError::NoAdmin)?;
    let (role, disabled) = (facts.admin.role, facts.admin.disabled);
    let AdminChange { role: new_role, disabled: new_disabled } = change;
    let (new_role, new_disabled) = (new_role.unwrap_or(role), new_disabled.unwrap_or(disabled));
    if (new_role, new_disabled) == (role, disabled) {
        return Ok(facts);
    }
    if actor == audit::Actor::Admin(id) {
        return Err(AccountError::OwnAccount);
    }
    let rules = |facts: &&AdminFacts| facts.admin.role == Role::SystemAdmin && !facts.admin.disabled;
    let others = admins.iter().filter(rules).filter(|facts| facts.admin.id != id).count();
    let ruled = role == Role::SystemAdmin && !disabled;
    if ruled && others == 0 && (new_role != Role::SystemAdmin || new_disabled) {
        return Err(AccountError::LastAdmin);
    }
    if new_role != role {
        unit.set_role(id, new_role).await?;
        let details = json!({ "admin": id.0, "role": new_role.word(), "before": role.word() });
        audit::append(&mut *unit, now, actor, "role-changed", &details).await?;
    }
    if new_disabled != disabled {
        unit.set_disabled(id, new_disabled).await?;
        if new_disabled {
            unit.end_sessions_of(id, None).await?;
            unit.end_links_of(id).await?;
        }
        let act = if new_disabled { "admin-disabled" } else { "admin-enabled" };
        audit::append(&mut *unit, now, actor, act, &json!({ "admin": id.0 })).await?;
    }
    let facts = facts_of(&mut *unit, id).await?;
    unit.commit().await?;
    Ok(facts)
}

/// Lets an admin be bound anew: whoever has her address at the identity provider when she signs in next. Until then nobody
/// signs in as her by the provider, and whoever did is signed out.
pub async fn release(state: &State, by: By, id: AdminId) -> Result<AdminFacts, AccountError> {
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let actor = actor(&mut *unit, by, now).await?;
    facts_of(&mut *unit, id).await?;
    if unit.release_identity(id).await? {
        unit.end_sessions_of(id, None).await?;
        audit::append(&mut *unit, now, actor, "identity-released", &json!({ "admin": id.0 })).await?;
    }
    let facts = facts_of(&mut *unit, id).await?;
    unit.commit().await?;
    Ok(facts)
}

async fn actor(unit: &mut dyn WriteUnit, by: By, now: Timestamp) -> Result<audit::Actor, AccountError> {
    match by {
        By::Admin(credential) => {
            let admin = rights::again(unit, &credential, Right::Manage, now).await?;
            Ok(audit::Actor::Admin(admin.id))
        }
        By::System => Ok(audit::Actor::System),
    }
}

async fn add_link(state: &State, unit: &mut dyn WriteUnit, id: AdminId, now: Timestamp) -> Result<Link, AccountError> {
    let secret = state.ids.secret();
    let expires = now.saturating_add(LINK_LIFE).unwrap_or(now);
    unit.add_link(&secret.hash(), id, expires).await?;
    Ok((secret, expires))
}

async fn facts_of(unit: &mut dyn WriteUnit, id: AdminId) -> Result<AdminFacts, AccountError> {
    let admins = unit.admins().await?;
    admins.into_iter().find(|facts| facts.admin.id == id).ok_or(AccountError::NoAdmin)
}
