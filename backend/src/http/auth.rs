//! Who asks, by the session cookie or by a token, and whether she may.
//!
//! A handler that needs rights takes one of the types here as an argument; it stands before the body, so that nobody is
//! listened to who may not speak. A request with an `Authorization` header is judged by it alone, never by its cookie.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use shared::words;

use super::room::Asker;
use crate::accounts::rights::{Credential, Holder, Refusal, Right};
use crate::accounts::{LIFE, sessions};
use crate::ids::{Secret, hash_from_text};
use crate::problem::Problem;
use crate::state::{Reached, State};

/// Makes one argument for each right.
macro_rules! arguments {
    ($($(#[doc = $about:literal])+ $name:ident: $right:ident;)+) => {
        $($(#[doc = $about])+
        pub(super) struct $name(pub(super) Holder);

        impl FromRequestParts<State> for $name {
            type Rejection = Problem;

            async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
                holder(parts, state, Right::$right).await.map(Self)
            }
        })+
    };
}

arguments! {
    /// Someone who is known, with whatever rights.
    Known: Enter;
    /// Someone who may extract and read.
    Viewer: Read;
    /// Someone who may read the files that were sent.
    Uploads: Uploads;
    /// Someone who may import, too.
    Editor: Import;
    /// Someone who looks after admins and settings.
    Manager: Manage;
    /// Someone who watches the server.
    Watcher: Watch;
    /// Someone at a browser, for what is hers alone.
    Herself: Own;
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::SignedOut => signed_out(),
            Refusal::Forbidden => forbidden(),
            Refusal::Storage(error) => error.into(),
        }
    }
}

/// Nobody is signed in.
fn signed_out() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        "signed-out",
        words!("You aren't signed in"),
        words!("There is no session or token, or its time is over."),
        words!("Sign in again; what you have open in the page stays. A script needs a token that was not revoked."),
    )
}

/// The admin may not do this.
fn forbidden() -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "forbidden",
        words!("You may not do this"),
        words!("Your role, or the scopes of your token, don't allow it."),
        words!("Ask a system admin for the rights, or to do it for you."),
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

async fn holder(parts: &mut Parts, state: &State, right: Right) -> Result<Holder, Problem> {
    let credential = credential_in(&parts.headers, cookie_name(state.reached)).ok_or_else(signed_out)?;
    let holder = sessions::holder_of(state, credential).await?.ok_or_else(signed_out)?;
    let holder = holder.with(right)?;
    parts.extensions.insert(Asker(holder.admin.id));
    Ok(holder)
}

/// Whether a request shows a token, which no browser adds by itself.
pub(super) fn shows_token(headers: &HeaderMap) -> bool {
    headers.contains_key(header::AUTHORIZATION)
}

fn credential_in(headers: &HeaderMap, cookie: &str) -> Option<Credential> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
        let bearer = scheme.eq_ignore_ascii_case("bearer");
        return bearer.then(|| Credential::Token(hash_from_text(token.trim())));
    }
    secret_in(headers, cookie).map(|secret| Credential::Session(hash_from_text(secret)))
}

/// The value of a cookie.
pub(super) fn secret_in<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}
