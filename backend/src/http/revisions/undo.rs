//! `POST /api/revisions/{number}/undo`, and its preview: takes what a revision did back, as a new revision.

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

/// What it would do to take a revision back
#[utoipa::path(
    post,
    path = "/api/revisions/{number}/undo/preview",
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
    taking_back::preview(&state, &holder, room, Goal::Undo(number), request).await
}

/// Takes a revision back
///
/// Applied only if the digest is the one of the preview; it makes a revision of its own, which can be undone, too.
#[utoipa::path(
    post,
    path = "/api/revisions/{number}/undo",
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
    taking_back::apply(state, (holder, room), key, Goal::Undo(number), request).await
}
