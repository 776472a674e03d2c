//! Why someone does not come in.

use shared::Words;

use super::rights::Refusal;
use crate::storage::StorageError;

/// Why someone doesn't come in.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The link was used, is too old, or never was one.
    #[error("the set-up link doesn't work")]
    Link,
    /// A field of the form isn't acceptable: which, and why, in words that follow "it".
    #[error("the field {field} isn't acceptable")]
    Field {
        /// The name of the field.
        field: &'static str,
        /// What is wrong with it.
        why: Words,
    },
    /// No admin has this address and this password.
    #[error("the address or the password is wrong")]
    Credentials,
    /// The password that she has now isn't the one that she typed.
    #[error("the present password is wrong")]
    WrongPassword,
    /// There is an admin with this address.
    #[error("there is an admin with this address")]
    AdminTaken,
    /// There is no such admin.
    #[error("there is no such admin")]
    NoAdmin,
    /// She is kept out, so a link would be of no use.
    #[error("the admin is disabled")]
    Disabled,
    /// She has no such token.
    #[error("there is no such token")]
    NoToken,
    /// Nobody changes her own role or keeps herself out.
    #[error("an admin can't change her own rights")]
    OwnAccount,
    /// Nobody would be left to let others in.
    #[error("this is the last system admin")]
    LastAdmin,
    /// She may not.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Too many attempts; try again after so many seconds.
    #[error("too many attempts to sign in")]
    Attempts(u32),
    /// Storage failed.
    #[error(transparent)]
    Storage(StorageError),
    /// Hashing failed.
    #[error(transparent)]
    Hash(#[from] HashError),
}

impl From<StorageError> for AccountError {
    fn from(error: StorageError) -> Self {
        if matches!(error, StorageError::AdminTaken) { Self::AdminTaken } else { Self::Storage(error) }
    }
}

/// Why a password couldn't be hashed or verified.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// The hashing itself failed: no memory, or a stored hash that isn't one.
    #[error("a password couldn't be hashed: {0}")]
    Failed(String),
    /// The thread that hashed is gone.
    #[error("the thread that hashed a password ended")]
    Thread(#[from] tokio::task::JoinError),
}
