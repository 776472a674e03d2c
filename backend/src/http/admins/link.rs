//! `POST /api/admins/{id}/link`: a new link for an admin who forgot her password, or let the first one pass.

use axum::Json as Shown;
use axum::extract::State as FromState;
use axum::http::StatusCode;

use super::Invited;
use crate::accounts::admins::{By, link};
use crate::http::auth::Manager;
use crate::http::input::Number;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::accounts::AdminId;

/// Makes a link to choose a password
///
/// Older links of hers stop working; her password works until she has chosen another.
#[utoipa::path(
    post,
    path = "/api/admins/{number}/link",
    tag = "admins",
    params(("number" = u32, Path, description = "The admin's number", example = 2)),
    responses((status = 201, body = Invited))
)]
pub(in crate::http) async fn handle(
    Manager(holder): Manager,
    FromState(state): FromState<State>,
    Number(id): Number,
) -> Result<(StatusCode, Shown<Invited>), Problem> {
    let id = AdminId(i64::try_from(id).unwrap_or_default());
    let (facts, link) = link(&state, By::Admin(holder.credential), id).await?;
    Ok((StatusCode::CREATED, Shown(Invited::new(facts, &link, holder.admin.id))))
}
