//! Who may come in: the set-up link, passwords, sessions, and the limits on trying.

pub mod admins;
pub mod alive;
pub mod attempts;
mod error;
mod fields;
pub mod own_password;
pub mod passwords;
pub mod provider;
pub mod rights;
pub mod sessions;
pub mod set_up;
pub mod single_sign_on;
pub mod tokens;

use jiff::SignedDuration;

pub use alive::{IDLE, LIFE};
pub use error::AccountError;
pub use fields::email_form;

/// A set-up link works for this long.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_hours(24);
