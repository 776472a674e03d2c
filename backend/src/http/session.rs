//! Sign-in, sign-out, and who is signed in.

pub(super) mod current;
pub(super) mod sign_in;
pub(super) mod sign_out;

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use serde::Serialize;
use shared::{Words, words};
use utoipa::ToSchema;

use super::auth::cookie_from_secret;
use crate::accounts::AccountError;
use crate::ids::Secret;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::accounts::{Admin, Role};

/// An answer that begins a session.
pub(super) type Begun = (StatusCode, [(HeaderName, HeaderValue); 1], axum::Json<SessionBegun>);

/// The answer that begins a session: who she is, and her cookie.
pub(super) fn begun(state: &State, status: StatusCode, admin: &Admin, secret: &Secret) -> Begun {
    let cookie = cookie_from_secret(state.reached, secret);
    (status, [(header::SET_COOKIE, cookie)], axum::Json(SessionBegun { admin: admin.into() }))
}

/// A session that has begun; its cookie is in the headers.
#[derive(Serialize, ToSchema)]
pub(super) struct SessionBegun {
    admin: SignedIn,
}

/// Who is signed in.
#[derive(Serialize, ToSchema)]
pub(super) struct SignedIn {
    #[schema(example = "ann@example.com")]
    email: String,
    #[schema(example = "Ann Lee")]
    name: String,
    role: Role,
}

impl From<&Admin> for SignedIn {
    fn from(admin: &Admin) -> Self {
        Self { email: admin.email.clone(), name: admin.name.clone(), role: admin.role }
    }
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Link => Self::new(
                StatusCode::FORBIDDEN,
                "set-up-link",
                words!("This link doesn't work"),
                words!("The link was used already, is too old, or a newer one was made."),
                words!(
                    "Ask a system admin for a new link. As long as nobody can sign in, the server prints one when it starts."
                ),
            ),
            AccountError::Field { field, why } => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "field",
                words!("A field can't be taken as it is"),
                words!("The {field} {why}.", field = named(field), why),
                words!("Correct the field and send the form again."),
            )
            .with("field", field),
            AccountError::Credentials => Self::new(
                StatusCode::UNAUTHORIZED,
                "credentials",
                words!("The address or the password is wrong"),
                words!("Nobody has this address and this password."),
                words!("Look at the address and type the password again. After five wrong ones you have to wait."),
            ),
            AccountError::WrongPassword => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "field",
                words!("A field can't be taken as it is"),
                words!("The present password isn't the one that you typed."),
                words!("Type it again. After five wrong ones you have to wait."),
            )
            .with("field", "current"),
            AccountError::AdminTaken => Self::new(
                StatusCode::CONFLICT,
                "admin-taken",
                words!("This admin is there already"),
                words!("There is an admin with this e-mail address, perhaps a disabled one."),
                words!("Look for her in the list of admins."),
            ),
            AccountError::NoAdmin => Self::not_found(words!("There is no such admin.")),
            AccountError::NoToken => Self::not_found(words!("You have no such token, or it was revoked already.")),
            AccountError::Disabled => Self::new(
                StatusCode::CONFLICT,
                "admin-disabled",
                words!("This admin is disabled"),
                words!("A link for somebody who is kept out would be of no use."),
                words!("Let her in again first."),
            ),
            AccountError::OwnAccount => Self::new(
                StatusCode::CONFLICT,
                "own-account",
                words!("Nobody changes her own rights"),
                words!("You can't change your own role, and can't disable yourself."),
                words!("Ask another system admin to do it."),
            ),
            AccountError::LastAdmin => Self::new(
                StatusCode::CONFLICT,
                "last-admin",
                words!("This is the last system admin"),
                words!("Nobody would be left to look after admins and settings."),
                words!("Make somebody else a system admin first."),
            ),
            AccountError::Refused(refusal) => refusal.into(),
            AccountError::Attempts(seconds) => {
                let mut problem = Self::new(
                    StatusCode::TOO_MANY_REQUESTS,
                    "too-many-attempts",
                    words!("Too many attempts to sign in"),
                    words!("There were too many wrong passwords in a short time."),
                    words!("Wait a quarter of an hour, then try again."),
                );
                problem.retry_after = Some(seconds);
                problem
            }
            AccountError::Storage(error) => error.into(),
            AccountError::Hash(error) => Self::internal().caused_by(error),
        }
    }
}

/// A field of a form, as the subject of a sentence.
fn named(field: &'static str) -> Words {
    match field {
        "email" => words!("email"),
        "name" => words!("name"),
        "password" => words!("password"),
        "scopes" => words!("scopes"),
        "days" => words!("days"),
        other => words!("{field}", field = other),
    }
}
