//! Storage of who has access: all admins, the links with which they choose a password, the tokens of their scripts.

use async_trait::async_trait;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::StorageError;
use super::accounts::{Admin, AdminId, Role};
use crate::ids::SecretHash;

/// An admin, as those see her who look after admins.
#[derive(Clone, PartialEq, Eq)]
pub struct AdminFacts {
    /// Who. Until she has chosen a password, its hash is empty.
    pub admin: Admin,
    /// Since when.
    pub created: Timestamp,
    /// Whether she has signed in with the identity provider, so that only the same person there is let in as her.
    pub bound: bool,
}

/// Who somebody is to an identity provider.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// The provider's own address.
    pub issuer: String,
    /// Its name for her, which it never gives to anybody else.
    pub subject: String,
}

/// Names a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiTokenId(pub i64);

/// What a token may be used for; never more than its admin may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Extracts, reports, history.
    Read,
    /// Previews and imports, undoing, editing.
    Import,
    /// Settings, admins, audit.
    Manage,
    /// The figures for whoever watches the server, and nothing about anybody.
    Watch,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 4] = [Self::Read, Self::Import, Self::Manage, Self::Watch];

    /// The word in storage and in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Import => "import",
            Self::Manage => "manage",
            Self::Watch => "watch",
        }
    }

    /// The scope with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.word() == word)
    }
}

/// A token of an admin's script.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Which.
    pub id: ApiTokenId,
    /// Whose.
    pub admin: AdminId,
    /// What she calls it.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// Since when.
    pub created: Timestamp,
    /// Until when; `None` is for ever.
    pub expires: Option<Timestamp>,
    /// When it was last used, to the minute or so.
    pub used: Option<Timestamp>,
    /// When it was taken back.
    pub revoked: Option<Timestamp>,
}

/// A token to be added.
#[derive(Clone)]
pub struct NewApiToken {
    /// The hash of its secret.
    pub hash: SecretHash,
    /// Whose.
    pub admin: AdminId,
    /// What she calls it.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// Since when.
    pub created: Timestamp,
    /// Until when.
    pub expires: Option<Timestamp>,
}

/// Reading access.
#[async_trait]
pub trait ReadAccess {
    /// Every admin, in the order in which they came.
    async fn admins(&mut self) -> Result<Vec<AdminFacts>, StorageError>;

    /// The admin whom a link lets choose a password, if its time isn't over.
    async fn admin_of_link(&mut self, hash: &SecretHash, now: Timestamp) -> Result<Option<Admin>, StorageError>;

    /// The admin whom an identity is bound to.
    async fn admin_of_identity(&mut self, identity: &Identity) -> Result<Option<Admin>, StorageError>;

    /// The identity that an admin is bound to.
    async fn identity_of(&mut self, admin: AdminId) -> Result<Option<Identity>, StorageError>;

    /// Every token of an admin, revoked and old ones, too, the newest first.
    async fn api_tokens_of(&mut self, admin: AdminId) -> Result<Vec<ApiToken>, StorageError>;

    /// The token with this secret's hash, whatever its state, and its admin.
    async fn api_token(&mut self, hash: &SecretHash) -> Result<Option<(ApiToken, Admin)>, StorageError>;
}

/// Writing access.
#[async_trait]
pub trait WriteAccess {
    /// Gives an admin another role.
    async fn set_role(&mut self, admin: AdminId, role: Role) -> Result<(), StorageError>;

    /// Keeps an admin out, or lets her in again.
    async fn set_disabled(&mut self, admin: AdminId, disabled: bool) -> Result<(), StorageError>;

    /// Gives an admin another password, as a PHC string.
    async fn set_password(&mut self, admin: AdminId, password_hash: &str) -> Result<(), StorageError>;

    /// Ends an admin's sessions, all but one.
    async fn end_sessions_of(&mut self, admin: AdminId, but: Option<&SecretHash>) -> Result<(), StorageError>;

    /// Adds a link; any older one of the same admin stops working.
    async fn add_link(&mut self, hash: &SecretHash, admin: AdminId, expires: Timestamp) -> Result<(), StorageError>;

    /// Lets no link of an admin work any more.
    async fn end_links_of(&mut self, admin: AdminId) -> Result<(), StorageError>;

    /// Binds an admin, who isn't bound yet, to an identity.
    async fn bind_identity(&mut self, admin: AdminId, identity: &Identity, at: Timestamp) -> Result<(), StorageError>;

    /// Releases an admin's identity. `false` if she has none.
    async fn release_identity(&mut self, admin: AdminId) -> Result<bool, StorageError>;

    /// Adds a token.
    async fn add_api_token(&mut self, token: &NewApiToken) -> Result<ApiTokenId, StorageError>;

    /// Takes a token back. `false` if it isn't this admin's, or was taken back before.
    async fn revoke_api_token(
        &mut self,
        admin: AdminId,
        token: ApiTokenId,
        at: Timestamp,
    ) -> Result<bool, StorageError>;

    /// Notes that a token is in use.
    async fn touch_api_token(&mut self, token: ApiTokenId, at: Timestamp) -> Result<(), StorageError>;
}
