//! `GET /api/tokens`: one's own tokens.

use axum::Json;
use axum::extract::State as FromState;
use serde::Serialize;
use utoipa::ToSchema;

use super::TokenShown;
use crate::http::auth::Herself;
use crate::problem::Problem;
use crate::state::State;

/// All of them, the newest first.
#[derive(Serialize, ToSchema)]
#[schema(as = Tokens)]
pub(in crate::http) struct Answer {
    tokens: Vec<TokenShown>,
}

/// Lists one's own tokens
///
/// Those that were revoked or are too old, too, so that it is known what they were.
#[utoipa::path(get, path = "/api/tokens", tag = "tokens", responses((status = 200, body = Answer)))]
pub(in crate::http) async fn handle(
    Herself(holder): Herself,
    FromState(state): FromState<State>,
) -> Result<Json<Answer>, Problem> {
    let tokens = state.storage.read().await?.api_tokens_of(holder.admin.id).await?;
    Ok(Json(Answer { tokens: tokens.into_iter().map(TokenShown::from).collect() }))
}
