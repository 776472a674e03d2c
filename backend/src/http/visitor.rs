//! The network address of whoever asks, for the limit on sign-in attempts.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use crate::state::State;

/// The address as text; empty where nobody knows it.
pub(super) struct Address(pub(super) String);

impl FromRequestParts<State> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Infallible> {
        if state.reached.behind_proxy {
            // Our own proxy adds the last address; the ones before it are whatever the visitor claims.
            let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
            let last = forwarded.and_then(|value| value.to_str().ok()).and_then(|list| list.split(',').next_back());
            if let Some(address) = last.map(str::trim).filter(|address| !address.is_empty()) {
                return Ok(Self(address.to_owned()));
            }
        }
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(connection.map(|ConnectInfo(address)| address.ip().to_string()).unwrap_or_default()))
    }
}
