//! Who asks, by the session cookie, and whether she may.
//!
//! A handler that needs rights takes [`Viewer`] or [`Editor`] as an argument; it stands before the body, so that nobody
//! is listened to who may not speak.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::accounts::{LIFE, sessions};
use crate::ids::{Secret, SecretHash};
use crate::problem::Problem;
use crate::state::{Reached, State};
use crate::storage::accounts::{Admin, Role};

/// An admin with a session that is alive.
pub(super) struct SignedIn {
    /// Who.
    pub(super) admin: Admin,
    /// Her session.
    pub(super) session: SecretHash,
}

/// Someone who may extract and read.
pub(super) struct Viewer(pub(super) SignedIn);

/// Someone who may import, too.
pub(super) struct Editor(pub(super) SignedIn);

impl FromRequestParts<State> for Viewer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        with_role(parts, state, Role::Viewer).await.map(Self)
    }
}

impl FromRequestParts<State> for Editor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        with_role(parts, state, Role::Editor).await.map(Self)
    }
}

/// Nobody is signed in.
pub(super) fn signed_out() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        "signed-out",
        "You aren't signed in",
        "There is no session, or its time is over.",
        "Sign in again; what you have open in the page stays.",
    )
}

/// The admin may not do this.
pub(super) fn forbidden() -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "forbidden",
        "You may not do this",
        "Your role doesn't allow it.",
        "Ask a system admin for the rights, or to do it for you.",
    )
}

/// The header that gives the browser its session. Over TLS the cookie is bound to this host by its name.
pub(super) fn cookie_from_secret(reached: Reached, secret: &Secret) -> HeaderValue {
    cookie(reached, &secret.text(), LIFE.as_secs())
}

/// The header that takes the browser's session away.
pub(super) fn no_cookie(reached: Reached) -> HeaderValue {
    cookie(reached, "", 0)
}

fn cookie(reached: Reached, value: &str, seconds: i64) -> HeaderValue {
    let name = cookie_name(reached);
    let secure = if reached.over_tls { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}");
    HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

fn cookie_name(reached: Reached) -> &'static str {
    if reached.over_tls { "__Host-muster" } else { "muster" }
}

async fn with_role(parts: &mut Parts, state: &State, role: Role) -> Result<SignedIn, Problem> {
    let secret = secret_in(&parts.headers, cookie_name(state.reached)).ok_or_else(signed_out)?;
    let found = sessions::admin_from_secret(state, secret).await?;
    let (admin, session) = found.ok_or_else(signed_out)?;
    if admin.role < role { Err(forbidden()) } else { Ok(SignedIn { admin, session }) }
}

fn secret_in<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}
