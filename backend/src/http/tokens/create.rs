//! `POST /api/tokens`: a token for a script.

use axum::Json as Shown;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TokenShown;
use crate::accounts::tokens::{Wanted, Whose, create};
use crate::http::auth::Herself;
use crate::http::input::Json;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::access::Scope;

/// What the token is to be.
#[derive(Deserialize, ToSchema)]
#[schema(as = TokenRequest, example = json!({ "name": "nightly feed", "scopes": ["import"], "days": 365 }))]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct Request {
    /// What it is for, in words of one's own.
    name: String,
    scopes: Vec<Scope>,
    /// For how long it works; without it, until it is revoked.
    days: Option<u16>,
}

/// The new token.
#[derive(Serialize, ToSchema)]
#[schema(as = TokenMade)]
pub(in crate::http) struct Answer {
    token: TokenShown,
    /// What the script sends: `Authorization: Bearer …`. Shown this once.
    #[schema(example = "muster_5f2c…")]
    secret: String,
}

/// Makes a token for a script
#[utoipa::path(
    post,
    path = "/api/tokens",
    tag = "tokens",
    request_body = Request,
    responses((status = 201, body = Answer))
)]
pub(in crate::http) async fn handle(
    Herself(holder): Herself,
    FromState(state): FromState<State>,
    Json(Request { name, scopes, days }): Json<Request>,
) -> Result<(StatusCode, Shown<Answer>), Problem> {
    let (token, secret) = create(&state, Whose::Own(&holder), Wanted { name, scopes, days }).await?;
    Ok((StatusCode::CREATED, Shown(Answer { token: token.into(), secret })))
}
