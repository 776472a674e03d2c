//! `DELETE /api/tokens/{id}`: takes a token back.

use axum::extract::State as FromState;
use axum::http::StatusCode;

use crate::accounts::tokens::{Whose, revoke};
use crate::http::auth::Herself;
use crate::http::input::Number;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::access::ApiTokenId;

/// Revokes a token of one's own
///
/// From then on it opens nothing.
#[utoipa::path(
    delete,
    path = "/api/tokens/{number}",
    tag = "tokens",
    params(("number" = u32, Path, description = "The token's number", example = 1)),
    responses((status = 204))
)]
pub(in crate::http) async fn handle(
    Herself(holder): Herself,
    FromState(state): FromState<State>,
    Number(id): Number,
) -> Result<StatusCode, Problem> {
    revoke(&state, Whose::Own(&holder), ApiTokenId(i64::try_from(id).unwrap_or_default())).await?;
    Ok(StatusCode::NO_CONTENT)
}
