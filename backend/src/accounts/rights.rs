//! Who acts, and whether she may: by a session or by the token of a script.
//!
//! Rights are looked at twice: when a request comes in, and again inside the transaction that does what it asks for, as
//! the admin may have been disabled, or her token taken back, in between.

use jiff::Timestamp;

use super::alive;
use crate::ids::SecretHash;
use crate::storage::access::{ApiTokenId, Scope};
use crate::storage::accounts::{Admin, Role};
use crate::storage::{ReadUnit, StorageError};

/// What somebody shows to be let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    /// The session of a browser.
    Session(SecretHash),
    /// The token of a script.
    Token(SecretHash),
}

/// What a request needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// To be known, whatever the role and the scopes.
    Enter,
    /// To extract and read.
    Read,
    /// To read the files that were sent, as those may who send some.
    Uploads,
    /// To import, undo and edit.
    Import,
    /// To look after admins, settings and the audit.
    Manage,
    /// To see the server's figures.
    Watch,
    /// To look after one's own password and tokens: for people, not for their scripts.
    Own,
}

impl Right {
    /// The smallest role that has this right.
    pub fn role(self) -> Role {
        match self {
            Self::Enter | Self::Read | Self::Watch | Self::Own => Role::Viewer,
            Self::Uploads | Self::Import => Role::Editor,
            Self::Manage => Role::SystemAdmin,
        }
    }

    /// Whether a token with these scopes has this right.
    fn in_scopes(self, scopes: &[Scope]) -> bool {
        match self {
            Self::Enter => true,
            Self::Read | Self::Uploads => scopes.contains(&Scope::Read),
            Self::Import => scopes.contains(&Scope::Import),
            Self::Manage => scopes.contains(&Scope::Manage),
            Self::Watch => scopes.contains(&Scope::Watch),
            Self::Own => false,
        }
    }
}

/// Someone who was let in.
#[derive(Clone)]
pub struct Holder {
    /// Who.
    pub admin: Admin,
    /// By what.
    pub credential: Credential,
    /// The scopes of her token; a session has none, and isn't bound.
    pub scopes: Option<Vec<Scope>>,
    /// Which token.
    pub token: Option<ApiTokenId>,
    /// When the credential was last used, as far as it was noted.
    pub seen: Option<Timestamp>,
}

/// Why someone may not.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such session or token, or its time is over, or the admin is disabled.
    #[error("there is no session or token that is alive")]
    SignedOut,
    /// The role or the scopes don't allow it.
    #[error("the role or the token doesn't allow it")]
    Forbidden,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Holder {
    /// The admin, if she has the right.
    pub fn with(self, right: Right) -> Result<Self, Refusal> {
        let in_scopes = self.scopes.as_ref().is_none_or(|scopes| right.in_scopes(scopes));
        if in_scopes && self.admin.role >= right.role() { Ok(self) } else { Err(Refusal::Forbidden) }
    }
}

/// Who holds a credential that is alive, as this unit of work sees it.
pub async fn holder<U: ReadUnit + ?Sized>(
    unit: &mut U,
    credential: &Credential,
    now: Timestamp,
) -> Result<Option<Holder>, StorageError> {
    let credential = *credential;
    match credential {
        Credential::Session(hash) => {
            let alive = alive::session(unit, &hash, now).await?;
            Ok(alive.map(|(admin, seen)| Holder { admin, credential, scopes: None, token: None, seen: Some(seen) }))
        }
        Credential::Token(hash) => {
            let Some((token, admin)) = unit.api_token(&hash).await? else { return Ok(None) };
            let over = token.revoked.is_some() || token.expires.is_some_and(|expires| expires <= now);
            let alive = !over && !admin.disabled;
            Ok(alive.then_some(Holder {
                admin,
                credential,
                scopes: Some(token.scopes),
                token: Some(token.id),
                seen: token.used,
            }))
        }
    }
}

/// The admin, looked at again inside the transaction that is about to act for her.
pub async fn again<U: ReadUnit + ?Sized>(
    unit: &mut U,
    credential: &Credential,
    right: Right,
    now: Timestamp,
) -> Result<Admin, Refusal> {
    let holder = holder(unit, credential, now).await?.ok_or(Refusal::SignedOut)?;
    holder.with(right).map(|holder| holder.admin)
}
