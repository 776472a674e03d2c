//! Whether the server lives, and whether it can work.

use axum::Json;
use axum::extract::State as FromState;
use serde::Serialize;
use utoipa::ToSchema;

use crate::problem::Problem;
use crate::state::State;

/// One word.
#[derive(Serialize, ToSchema)]
#[schema(as = Health)]
pub(super) struct Answer {
    #[schema(example = "ready")]
    status: &'static str,
}

/// Whether the process answers
#[utoipa::path(get, path = "/api/health/live", tag = "operating", security(()), responses((status = 200, body = Answer)))]
pub(super) async fn live() -> Json<Answer> {
    Json(Answer { status: "live" })
}

/// Whether the database can be read and written, too
#[utoipa::path(get, path = "/api/health/ready", tag = "operating", security(()), responses((status = 200, body = Answer)))]
pub(super) async fn ready(FromState(state): FromState<State>) -> Result<Json<Answer>, Problem> {
    state.storage.ready().await?;
    Ok(Json(Answer { status: "ready" }))
}
