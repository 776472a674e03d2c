//! `GET /api/session`: who is signed in, and where the directory stands.

use axum::Json;
use axum::extract::State as FromState;
use serde_json::{Value, json};

use super::json_from_admin;
use crate::http::auth::Viewer;
use crate::problem::Problem;
use crate::state::State;

/// The session, or a 401 that says whether a first admin is still to be made.
pub(in crate::http) async fn handle(
    FromState(state): FromState<State>,
    signed_in: Result<Viewer, Problem>,
) -> Result<Json<Value>, Problem> {
    let mut unit = state.storage.read().await?;
    let Viewer(signed_in) = match signed_in {
        Ok(viewer) => viewer,
        Err(problem) => return Err(problem.with("setup_needed", !unit.any_admin().await?)),
    };
    let revision = unit.current_revision().await?;
    Ok(Json(json!({
        "admin": json_from_admin(&signed_in.admin),
        "revision": revision,
        "people": unit.count_people_at(revision).await?,
        "engine_version": shared::VERSION,
    })))
}
