//! `PATCH /api/admins/{id}`: changes what an admin may do.

use axum::Json as Shown;
use axum::extract::State as FromState;
use serde::Deserialize;
use utoipa::ToSchema;

use super::AdminShown;
use crate::accounts::admins::{AdminChange, By, change};
use crate::http::auth::Manager;
use crate::http::input::{Json, Number};
use crate::problem::Problem;
use crate::state::State;
use crate::storage::accounts::{AdminId, Role};

/// What changes; what isn't there stays.
#[derive(Deserialize, ToSchema)]
#[schema(as = AdminChangeRequest, example = json!({ "role": "viewer" }))]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct Request {
    role: Option<Role>,
    /// Kept out, and signed out at once; or let in again.
    disabled: Option<bool>,
}

/// Changes an admin's role, disables her or lets her in again
///
/// Not one's own, and never the last system admin's.
#[utoipa::path(
    patch,
    path = "/api/admins/{number}",
    tag = "admins",
    params(("number" = u32, Path, description = "The admin's number", example = 2)),
    request_body = Request,
    responses((status = 200, body = AdminShown))
)]
pub(in crate::http) async fn handle(
    Manager(holder): Manager,
    FromState(state): FromState<State>,
    Number(id): Number,
    Json(Request { role, disabled }): Json<Request>,
) -> Result<Shown<AdminShown>, Problem> {
    let id = AdminId(i64::try_from(id).unwrap_or_default());
    let facts = change(&state, By::Admin(holder.credential), id, AdminChange { role, disabled }).await?;
    Ok(Shown(AdminShown::new(facts, holder.admin.id)))
}
