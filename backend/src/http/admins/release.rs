//! `DELETE /api/admins/{id}/identity`: lets an admin be bound anew at the identity provider.

use axum::Json as Shown;
use axum::extract::State as FromState;

use super::AdminShown;
use crate::accounts::admins::{By, release};
use crate::http::auth::Manager;
use crate::http::input::Number;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::accounts::AdminId;

/// Releases an admin from the identity provider's name for her
///
/// For when her account there was made anew: the next sign-in with her verified address binds her again. Her sessions end.
#[utoipa::path(
    delete,
    path = "/api/admins/{number}/identity",
    tag = "admins",
    params(("number" = u32, Path, description = "The admin's number", example = 2)),
    responses((status = 200, body = AdminShown))
)]
pub(in crate::http) async fn handle(
    Manager(holder): Manager,
    FromState(state): FromState<State>,
    Number(id): Number,
) -> Result<Shown<AdminShown>, Problem> {
    let id = AdminId(i64::try_from(id).unwrap_or_default());
    let facts = release(&state, By::Admin(holder.credential), id).await?;
    Ok(Shown(AdminShown::new(facts, holder.admin.id)))
}
