//! Whether the server lives, and whether it can work.

use axum::Json;
use axum::extract::State as FromState;
use serde_json::{Value, json};

use crate::problem::Problem;
use crate::state::State;

/// The process answers.
pub(super) async fn live() -> Json<Value> {
    Json(json!({ "status": "live" }))
}

/// The database answers, too.
pub(super) async fn ready(FromState(state): FromState<State>) -> Result<Json<Value>, Problem> {
    let _ = state.storage.read().await?.current_revision().await?;
    Ok(Json(json!({ "status": "ready" })))
}
