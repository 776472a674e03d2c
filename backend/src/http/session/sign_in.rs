//! `POST /api/session`: signs in with a password.

use axum::extract::State as FromState;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Begun, SessionBegun, begun};
use crate::accounts::sessions;
use crate::http::input::Json;
use crate::http::visitor::Address;
use crate::problem::Problem;
use crate::state::State;

/// The form.
#[derive(Deserialize, ToSchema)]
#[schema(as = SignIn, example = json!({ "email": "ann@example.com", "password": "a quiet river at night" }))]
pub(in crate::http) struct Request {
    email: String,
    password: String,
}

/// Signs in with a password
#[utoipa::path(
    post,
    path = "/api/session",
    tag = "session",
    security(()),
    request_body = Request,
    responses((status = 200, body = SessionBegun))
)]
pub(in crate::http) async fn handle(
    FromState(state): FromState<State>,
    Address(address): Address,
    Json(Request { email, password }): Json<Request>,
) -> Result<Begun, Problem> {
    let (admin, secret) = sessions::sign_in(&state, &email, password, &address).await?;
    Ok(begun(&state, StatusCode::OK, &admin, &secret))
}
