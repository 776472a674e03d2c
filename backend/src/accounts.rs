//! Who may come in: the set-up link, passwords, sessions, and the limits on trying.

pub mod admins;
pub mod attempts;
pub mod own_password;
pub mod passwords;
pub mod rights;
pub mod sessions;
pub mod set_up;
pub mod single_sign_on;
pub mod tokens;

use jiff::SignedDuration;
use shared::values::email;
use shared::values::key::comparison_form;
use shared::{Words, words};

use crate::storage::StorageError;
use passwords::HashError;
use rights::Refusal;

/// A set-up link works for this long.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_hours(24);
/// A session that nobody uses ends after this long.
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// A session ends after this long, used or not.
pub const LIFE: SignedDuration = SignedDuration::from_hours(12);

/// The longest name of an admin, in characters.
const NAME_CHARS: usize = 100;

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

/// The form in which e-mail addresses of admins are compared.
pub fn email_form(email: &str) -> String {
    comparison_form(email).into_owned()
}

/// An e-mail address without outer space, if it is one.
fn checked_email(email: &str) -> Result<String, AccountError> {
    let email = email.trim();
    match email::defect(email) {
        None => Ok(email.to_owned()),
        Some(why) => Err(AccountError::Field { field: "email", why }),
    }
}

/// A name without outer space, if it can be shown.
fn checked_name(name: &str) -> Result<String, AccountError> {
    let name = name.trim();
    let why = if name.is_empty() {
        words!("is missing")
    } else if name.chars().count() > NAME_CHARS {
        words!("is longer than 100 characters")
    } else if name.chars().any(char::is_control) {
        words!("has an invisible character in it")
    } else {
        return Ok(name.to_owned());
    };
    Err(AccountError::Field { field: "name", why })
}
