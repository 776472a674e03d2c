//! `GET /api/admins`: everyone who may sign in, or might.

use axum::Json;
use axum::extract::State as FromState;
use serde::Serialize;
use utoipa::ToSchema;

use super::AdminShown;
use crate::http::auth::Manager;
use crate::problem::Problem;
use crate::state::State;

/// All admins; there are never so many that pages would help.
#[derive(Serialize, ToSchema)]
pub(in crate::http) struct Answer {
    admins: Vec<AdminShown>,
}

/// Lists admins
///
/// In the order in which they came. Needs the role system admin.
#[utoipa::path(get, path = "/api/admins", tag = "admins", responses((status = 200, body = Answer)))]
pub(in crate::http) async fn handle(
    Manager(holder): Manager,
    FromState(state): FromState<State>,
) -> Result<Json<Answer>, Problem> {
    let admins = state.storage.read().await?.admins().await?;
    let asking = holder.admin.id;
    Ok(Json(Answer { admins: admins.into_iter().map(|facts| AdminShown::new(facts, asking)).collect() }))
}
