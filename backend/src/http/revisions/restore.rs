//! `POST /api/revisions/{number}/restore`, and its preview: takes everything since a revision back, as a new revision.

use axum::Json as Answered;
use axum::http::HeaderMap;
use axum::response::Response;

use super::taking_back::{self, ApplyRequest, PreviewRequest, Shown};
use crate::http::auth::Editor;
use crate::http::current::Current;
use crate::http::imports::{Applied, key_in};
use crate::http::input::{Json, Number};
use crate::http::room::Room;
use crate::problem::Problem;
use crate::revisions::{Goal, Request};

/// What it would do to go back to a revision
#[utoipa::path(
    post,
    path = "/api/revisions/{number}/restore/preview",
    tag = "history",
    params(("number" = u64, Path, description = "The revision", example = 1)),
    request_body = PreviewRequest,
    responses((status = 200, body = Shown))
)]
pub(in crate::http) async fn preview(
    Editor(holder): Editor,
    Current(state): Current,
    Number(number): Number,
    room: Room,
    Json(request): Json<PreviewRequest>,
) -> Result<Answered<Shown>, Problem> {
    taking_back::preview(&state, &holder, room, Goal::Restore(number), request).await
}

/// Goes back to an earlier state
///
/// Applied only if the digest is the one of the preview; it makes a revision of its own, which can be undone, too.
#[utoipa::path(
    post,
    path = "/api/revisions/{number}/restore",
    tag = "history",
    params(
        ("number" = u64, Path, description = "The revision", example = 1),
        ("Idempotency-Key" = String, Header, description = "Names the request: sent again it does nothing twice")
    ),
    request_body = ApplyRequest,
    responses(
        (status = 201, body = Applied),
        (status = 200, description = "Nothing changes", body = Applied)
    )
)]
pub(in crate::http) async fn handle(
    Editor(holder): Editor,
    Current(state): Current,
    Number(number): Number,
    headers: HeaderMap,
    room: Room,
    Json(request): Json<Request>,
) -> Result<Response, Problem> {
    let key = key_in(&headers)?;
    taking_back::apply(state, (holder, room), key, Goal::Restore(number), request).await
}
