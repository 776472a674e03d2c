//! `POST /api/admins`: invites an admin.

use axum::Json as Shown;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::Invited;
use crate::accounts::admins::{By, invite};
use crate::http::auth::Manager;
use crate::http::input::Json;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::accounts::Role;

/// Who is invited.
#[derive(Deserialize, ToSchema)]
#[schema(as = InviteRequest, example = json!({ "email": "bob@example.com", "name": "Bob O'Brien", "role": "editor" }))]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct Request {
    email: String,
    name: String,
    role: Role,
}

/// Invites an admin
///
/// She is there at once, without a password. The token in the answer is for a link with which she chooses one; it works
/// once, for a day. Muster sends no mail: hand it to her yourself.
#[utoipa::path(
    post,
    path = "/api/admins",
    tag = "admins",
    request_body = Request,
    responses((status = 201, body = Invited))
)]
pub(in crate::http) async fn handle(
    Manager(holder): Manager,
    FromState(state): FromState<State>,
    Json(Request { email, name, role }): Json<Request>,
) -> Result<(StatusCode, Shown<Invited>), Problem> {
    let (facts, link) = invite(&state, By::Admin(holder.credential), &email, &name, role).await?;
    Ok((StatusCode::CREATED, Shown(Invited::new(facts, &link, holder.admin.id))))
}
