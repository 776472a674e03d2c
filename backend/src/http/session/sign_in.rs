//! `POST /api/session`: signs in with a password.

use axum::extract::State as FromState;
use axum::http::StatusCode;
use serde::Deserialize;

use super::{Begun, begun};
use crate::accounts::sessions;
use crate::http::input::Json;
use crate::http::visitor::Address;
use crate::problem::Problem;
use crate::state::State;

/// The form.
#[derive(Deserialize)]
pub(in crate::http) struct Request {
    email: String,
    password: String,
}

/// Begins a session.
pub(in crate::http) async fn handle(
    FromState(state): FromState<State>,
    Address(address): Address,
    Json(Request { email, password }): Json<Request>,
) -> Result<Begun, Problem> {
    let (admin, secret) = sessions::sign_in(&state, &email, password, &address).await?;
    Ok(begun(&state, StatusCode::OK, &admin, &secret))
}
