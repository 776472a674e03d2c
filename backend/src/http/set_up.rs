//! `POST /api/setup`: makes the first admin with the link that the server printed.

use axum::extract::State as FromState;
use axum::http::StatusCode;
use serde::Deserialize;

use super::input::Json;
use super::session::{Begun, begun};
use crate::accounts::set_up;
use crate::problem::Problem;
use crate::state::State;

/// The form; the token is the part of the link after `#`.
#[derive(Deserialize)]
pub(super) struct Request {
    token: String,
    email: String,
    name: String,
    password: String,
}

/// Makes her and signs her in.
pub(super) async fn handle(
    FromState(state): FromState<State>,
    Json(Request { token, email, name, password }): Json<Request>,
) -> Result<Begun, Problem> {
    let (admin, secret) = set_up::set_up(&state, &token, &email, &name, password).await?;
    Ok(begun(&state, StatusCode::CREATED, &admin, &secret))
}
