//! Sign-in, sign-out, and who is signed in.

pub(super) mod current;
pub(super) mod sign_in;
pub(super) mod sign_out;

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use serde_json::{Value, json};

use super::auth::cookie_from_secret;
use crate::accounts::AccountError;
use crate::ids::Secret;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::accounts::Admin;

/// An answer that begins a session.
pub(super) type Begun = (StatusCode, [(HeaderName, HeaderValue); 1], axum::Json<Value>);

/// The answer that begins a session: who she is, and her cookie.
pub(super) fn begun(state: &State, status: StatusCode, admin: &Admin, secret: &Secret) -> Begun {
    let cookie = cookie_from_secret(state.reached, secret);
    (status, [(header::SET_COOKIE, cookie)], axum::Json(json!({ "admin": json_from_admin(admin) })))
}

/// An admin as the API shows her.
pub(super) fn json_from_admin(admin: &Admin) -> Value {
    json!({ "email": admin.email, "name": admin.name, "role": admin.role.word() })
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Link => Self::new(
                StatusCode::FORBIDDEN,
                "set-up-link",
                "This link doesn't work",
                "The set-up link was used already, is too old, or a newer one was printed.",
                "Start the server again: as long as nobody can sign in, it prints a new link.",
            ),
            AccountError::Field { field, why } => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "field",
                "A field can't be taken as it is",
                format!("The {field} {why}."),
                "Correct the field and send the form again.",
            )
            .with("field", field),
            AccountError::Credentials => Self::new(
                StatusCode::UNAUTHORIZED,
                "credentials",
                "The address or the password is wrong",
                "Nobody has this address and this password.",
                "Look at the address and type the password again. After five wrong ones you have to wait.",
            ),
            AccountError::Attempts(seconds) => {
                let mut problem = Self::new(
                    StatusCode::TOO_MANY_REQUESTS,
                    "too-many-attempts",
                    "Too many attempts to sign in",
                    "There were too many wrong passwords in a short time.",
                    "Wait a quarter of an hour, then try again.",
                );
                problem.retry_after = Some(seconds);
                problem
            }
            AccountError::Storage(error) => error.into(),
            AccountError::Hash(error) => Self::internal().caused_by(error),
        }
    }
}
