//! `GET /api/settings`: what is in force. Everybody who previews an import needs the risk budget.

use axum::Json;
use axum::extract::State as FromState;

use super::Shown;
use crate::http::auth::Viewer;
use crate::problem::Problem;
use crate::settings::in_force;
use crate::state::State;

/// The settings in force
#[utoipa::path(get, path = "/api/settings", tag = "settings", responses((status = 200, body = Shown)))]
pub(in crate::http) async fn handle(_: Viewer, FromState(state): FromState<State>) -> Result<Json<Shown>, Problem> {
    let mut unit = state.storage.read().await?;
    Ok(Json(in_force(&state.known_schema, &mut *unit).await?.into()))
}
