//! `POST /api/setup`: makes the first admin with the link that the server printed.

use axum::extract::State as FromState;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::input::Json;
use super::session::{Begun, SessionBegun, begun};
use crate::accounts::set_up;
use crate::problem::Problem;
use crate::state::State;

/// The form; the token is the part of the link after `#`.
#[derive(Deserialize, ToSchema)]
#[schema(as = SetUp, example = json!({
    "token": "5f2c…", "email": "ann@example.com", "name": "Ann Lee", "password": "a quiet river at night"
}))]
pub(super) struct Request {
    token: String,
    email: String,
    name: String,
    password: String,
}

/// Makes the first admin, and signs her in
///
/// With the token of the link that the server prints as long as nobody can sign in.
#[utoipa::path(
    post,
    path = "/api/setup",
    tag = "session",
    security(()),
    request_body = Request,
    responses((status = 201, body = SessionBegun))
)]
pub(super) async fn handle(
    FromState(state): FromState<State>,
    Json(Request { token, email, name, password }): Json<Request>,
) -> Result<Begun, Problem> {
    let (admin, secret) = set_up::set_up(&state, &token, &email, &name, password).await?;
    Ok(begun(&state, StatusCode::CREATED, &admin, &secret))
}
