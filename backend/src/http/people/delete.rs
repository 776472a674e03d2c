//! `DELETE /api/people/{username}`: a person leaves the directory.

use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::auth::Editor;
use crate::http::current::Current;
use crate::http::imports::{Applied, key_in};
use crate::http::input::{Query, Username};
use crate::people::delete::{self, Choice};
use crate::problem::Problem;

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
    let work = tokio::spawn(async move {
        let _permit = Arc::clone(&state.imports).acquire_owned().await;
        let who = (holder.admin.id, holder.credential);
        let done = delete::apply(&state, who, key, &username, choice).await;
        done.map_err(|error| Problem::from_import_error(error, &state.schema))
    });
    let answer = work.await.map_err(|error| Problem::internal().caused_by(error))??;
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    Ok((status, [(header::CONTENT_TYPE, "application/json")], answer.body).into_response())
}
