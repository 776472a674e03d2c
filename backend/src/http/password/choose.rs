//! `POST /api/password-link`: chooses a password with the link from a system admin.

use axum::extract::State as FromState;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::own_password::choose;
use crate::http::input::Json;
use crate::http::session::{Begun, SessionBegun, begun};
use crate::problem::Problem;
use crate::state::State;

/// The form; the token is the part of the link after `#`.
#[derive(Deserialize, ToSchema)]
#[schema(as = PasswordChoice, example = json!({ "token": "5f2c…", "password": "a quiet river at night" }))]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct Request {
    token: String,
    password: String,
}

/// Chooses a password with a link, and signs in
#[utoipa::path(
    post,
    path = "/api/password-link",
    tag = "session",
    security(()),
    request_body = Request,
    responses((status = 201, body = SessionBegun))
)]
pub(in crate::http) async fn handle(
    FromState(state): FromState<State>,
    Json(Request { token, password }): Json<Request>,
) -> Result<Begun, Problem> {
    let (admin, secret) = choose(&state, &token, password).await?;
    Ok(begun(&state, StatusCode::CREATED, &admin, &secret))
}
