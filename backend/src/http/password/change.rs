//! `PUT /api/password`: another password for whoever is signed in.

use axum::extract::State as FromState;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::own_password::change;
use crate::http::auth::Herself;
use crate::http::input::Json;
use crate::http::visitor::Address;
use crate::problem::Problem;
use crate::state::State;

/// Both passwords.
#[derive(Deserialize, ToSchema)]
#[schema(as = PasswordChange, example = json!({ "current": "a quiet river at night", "new": "seven grey herons" }))]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct Request {
    current: String,
    new: String,
}

/// Changes one's own password
///
/// Ends every other session of hers. Only from a browser: a token can't.
#[utoipa::path(put, path = "/api/password", tag = "session", request_body = Request, responses((status = 204)))]
pub(in crate::http) async fn handle(
    Herself(holder): Herself,
    FromState(state): FromState<State>,
    Address(address): Address,
    Json(Request { current, new }): Json<Request>,
) -> Result<StatusCode, Problem> {
    change(&state, &holder, &address, current, new).await?;
    Ok(StatusCode::NO_CONTENT)
}
