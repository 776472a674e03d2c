//! Sign-in with the organisation's identity provider, over HTTP: there, and back again.

pub(super) mod begin;
pub(super) mod end;

use std::sync::Arc;

use axum::http::HeaderValue;
use shared::words;

use crate::accounts::provider::Provider;
use crate::problem::Problem;
use crate::state::{Reached, State};

/// Somebody who went to the provider is back within this many seconds.
const AWAY_SECONDS: u32 = 600;
/// The cookie that her browser keeps meanwhile.
const COOKIE: &str = "muster-away";

fn provider(state: &State) -> Result<Arc<Provider>, Problem> {
    state
        .provider
        .clone()
        .ok_or_else(|| Problem::not_found(words!("This server has no identity provider; sign in by password.")))
}

/// The cookie comes back with a page that another site sends the browser to, so it can't be `Strict`; it opens nothing.
fn cookie(reached: Reached, value: &str, seconds: u32) -> HeaderValue {
    let secure = if reached.over_tls { "; Secure" } else { "" };
    let text = format!("{COOKIE}={value}; Path=/api/single-sign-on; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(""))
}
