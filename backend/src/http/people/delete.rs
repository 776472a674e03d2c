//! `DELETE /api/people/{username}`: a person leaves the directory.

use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::auth::Editor;
use crate::http::current::Current;
use crate::http::imports::{Applied, key_in};
use crate::http::input::{Query, Username};
use crate::http::room::to_the_end;
use crate::people::delete::{self, Choice};
use crate::problem::Problem;
use crate::state::State;

/// What becomes of those who refer to her.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct Request {
    /// They lose the reference. Without it she stays as long as there is anyone.
    #[serde(default)]
    clear_references: bool,
    /// How many people change with her; needed where that is over the risk budget.
    acknowledged_changes: Option<usize>,
}

/// Deletes a person who is disabled or suspended
///
/// She leaves the directory, not its history; undoing the revision brings her back.
#[utoipa::path(
    delete,
    path = "/api/people/{username}",
    tag = "directory",
    params(
        ("username" = String, Path, description = "Her Username", example = "nobody@example.com"),
        ("Idempotency-Key" = String, Header, description = "Names the request: sent again it does nothing twice"),
        Request
    ),
    responses((status = 201, body = Applied))
)]
pub(in crate::http) async fn handle(
    Editor(holder): Editor,
    Current(state): Current,
    Username(username): Username,
    Query(Request { clear_references, acknowledged_changes }): Query<Request>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let key = key_in(&headers)?;
    let choice = Choice { clear_references, acknowledged_changes };
    let who = (holder.admin.id, holder.credential);
    let work = async move |state: State| delete::apply(&state, who, key, &username, choice).await;
    to_the_end(state, who.0, |lanes| &lanes.single, None, work).await
}
