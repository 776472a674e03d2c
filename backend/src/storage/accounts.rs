//! Storage of admins, their sessions, one-time tokens and sign-in attempts.

use async_trait::async_trait;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::StorageError;
use crate::ids::SecretHash;

/// Names an admin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AdminId(pub i64);

/// Someone who may sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct Admin {
    /// Who.
    pub id: AdminId,
    /// Her e-mail address as typed.
    pub email: String,
    /// Her name.
    pub name: String,
    /// What she may do.
    pub role: Role,
    /// Her password as a PHC string.
    pub password_hash: String,
    /// Whether she is kept out.
    pub disabled: bool,
}

/// What an admin may do; a greater role may all that a smaller one may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Extracts and reports.
    Viewer,
    /// Imports, too.
    Editor,
    /// Everything.
    SystemAdmin,
}

impl Role {
    const ALL: [Self; 3] = [Self::Viewer, Self::Editor, Self::SystemAdmin];

    /// The word in storage and in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Editor => "editor",
            Self::SystemAdmin => "system-admin",
        }
    }

    /// The role with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// An admin to be added.
#[derive(Clone)]
pub struct NewAdmin {
    /// Her e-mail address as typed.
    pub email: String,
    /// The form in which addresses are compared.
    pub email_form: String,
    /// Her name.
    pub name: String,
    /// What she may do.
    pub role: Role,
    /// Her password as a PHC string.
    pub password_hash: String,
    /// When she is added.
    pub created: Timestamp,
}

/// A session, found by its secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// Who signed in.
    pub admin: Admin,
    /// When.
    pub created: Timestamp,
    /// When it was last used, to the minute or so.
    pub seen: Timestamp,
}

/// What a one-time token opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Making the first admin.
    SetUp,
}

impl Purpose {
    /// The word in storage.
    pub fn word(self) -> &'static str {
        match self {
            Self::SetUp => "set-up",
        }
    }
}

/// Where sign-in attempts are counted: hashes, so that storage doesn't collect who tried from where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptPlace {
    /// The hash of the account that was named, whether or not it exists.
    pub account: SecretHash,
    /// The hash of the network address.
    pub address: SecretHash,
}

/// How many attempts were begun since some time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AttemptCounts {
    /// For this account from this address.
    pub pair: u64,
    /// For this account from anywhere.
    pub account: u64,
    /// From this address for any account.
    pub address: u64,
}

/// Reading accounts.
#[async_trait]
pub trait ReadAccounts {
    /// Whether anyone can sign in at all.
    async fn any_admin(&mut self) -> Result<bool, StorageError>;

    /// The admin with this e-mail address, in its comparison form.
    async fn admin_by_email(&mut self, email_form: &str) -> Result<Option<Admin>, StorageError>;

    /// The session with this secret's hash, whatever its age.
    async fn session(&mut self, hash: &SecretHash) -> Result<Option<Session>, StorageError>;

    /// Attempts since `since`.
    async fn count_attempts(&mut self, place: AttemptPlace, since: Timestamp) -> Result<AttemptCounts, StorageError>;
}

/// Writing accounts.
#[async_trait]
pub trait WriteAccounts {
    /// Adds an admin.
    async fn add_admin(&mut self, admin: &NewAdmin) -> Result<AdminId, StorageError>;

    /// Begins a session.
    async fn add_session(&mut self, hash: &SecretHash, admin: AdminId, at: Timestamp) -> Result<(), StorageError>;

    /// Notes that a session is in use.
    async fn touch_session(&mut self, hash: &SecretHash, at: Timestamp) -> Result<(), StorageError>;

    /// Ends a session.
    async fn end_session(&mut self, hash: &SecretHash) -> Result<(), StorageError>;

    /// Forgets sessions begun before `created`, or last seen before `seen`.
    async fn forget_sessions(&mut self, created: Timestamp, seen: Timestamp) -> Result<(), StorageError>;

    /// Adds a one-time token; any older one for the same purpose stops working.
    async fn add_token(&mut self, hash: &SecretHash, purpose: Purpose, expires: Timestamp) -> Result<(), StorageError>;

    /// Uses a token up. `false` if there is none, or it was used, or its time is over.
    async fn take_token(&mut self, hash: &SecretHash, purpose: Purpose, now: Timestamp) -> Result<bool, StorageError>;

    /// Notes an attempt to sign in, and forgets those before `forget`.
    async fn add_attempt(&mut self, place: AttemptPlace, at: Timestamp, forget: Timestamp) -> Result<(), StorageError>;

    /// Forgets the attempts for one account from one address, after she signed in.
    async fn clear_attempts(&mut self, place: AttemptPlace) -> Result<(), StorageError>;
}
