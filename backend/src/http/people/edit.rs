//! `PATCH /api/people/{username}`, and its preview: a person's page, saved.

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use shared::words;
use utoipa::ToSchema;

use crate::http::auth::Editor;
use crate::http::current::Current;
use crate::http::imports::{Applied, LONGEST_NOTE, key_in};
use crate::http::input::{Json, Username};
use crate::http::language::Language;
use crate::http::room::to_the_end;
use crate::imports::ImportError;
use crate::people::edit::{self, Request};
use crate::problem::Problem;
use crate::state::State;
use crate::work::within;

/// What changes.
#[derive(ToSchema)]
#[schema(as = EditRequest, example = json!({ "changes": { "FirstName": "Anna" }, "revision": 184 }))]
#[expect(dead_code, reason = "says what is read as a request of its own type")]
pub(in crate::http) struct EditRequest {
    /// The new values by header, an empty one clears. A new `Username` renames her, and who refers to her follows.
    #[schema(value_type = Object)]
    changes: (),
    /// The revision of the person that the page showed.
    revision: u64,
    /// The digest of the preview; needed only if what was previewed must be what is done.
    digest: Option<String>,
    /// Decisions about cells that somebody else changed since.
    #[schema(value_type = Object, required = false)]
    conflicts: (),
    note: Option<String>,
    /// Needed where warnings stand.
    #[schema(required = false)]
    acknowledged: bool,
    /// How many people the edit changes; needed where that is over the risk budget.
    #[schema(required = false)]
    acknowledged_changes: Option<usize>,
}

/// What an edit would do
///
/// The plan as `muster check --format json` prints it; nothing is written.
#[utoipa::path(
    post,
    path = "/api/people/{username}/preview",
    tag = "directory",
    params(("username" = String, Path, description = "Her Username", example = "ann@example.com")),
    request_body = EditRequest,
    responses((status = 200, body = Object, content_type = "application/json", headers(
        ("Muster-Revision" = u64, description = "The revision that it is planned against")
    )))
)]
pub(in crate::http) async fn preview(
    Editor(holder): Editor,
    Current(state): Current,
    Username(username): Username,
    asked: HeaderMap,
    Json(request): Json<Request>,
) -> Result<Response, Problem> {
    let told = |error: ImportError| Problem::from_import_error(error, &state.schema);
    let place = state.lanes.single.place(holder.admin.id.0).await?;
    let planned = within(vec![place], edit::plan(&state, holder.admin.id, &username, &request)).await;
    let (revision, planned) = planned.map_err(told)?;
    let headers = [(header::CONTENT_TYPE, "application/json")];
    let mut response =
        (headers, planned.plan.to_json_in(&state.schema, Language::asked_for(&asked).catalogue())).into_response();
    response.headers_mut().insert("muster-revision", revision.into());
    Ok(response)
}

/// Edits a person
///
/// Her own revision, kept in the history like an import. What follows from a rename is part of it.
#[utoipa::path(
    patch,
    path = "/api/people/{username}",
    tag = "directory",
    params(
        ("username" = String, Path, description = "Her Username", example = "ann@example.com"),
        ("Idempotency-Key" = String, Header, description = "Names the request: sent again it does nothing twice")
    ),
    request_body = EditRequest,
    responses(
        (status = 201, body = Applied),
        (status = 200, description = "Nothing changes", body = Applied)
    )
)]
pub(in crate::http) async fn handle(
    Editor(holder): Editor,
    Current(state): Current,
    Username(username): Username,
    headers: HeaderMap,
    Json(request): Json<Request>,
) -> Result<Response, Problem> {
    let key = key_in(&headers)?;
    if request.note.as_ref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        return Err(Problem::malformed(words!("A note has at most 2000 characters.")));
    }
    let who = (holder.admin.id, holder.credential);
    let work = async move |state: State| edit::apply(&state, who, key, &username, request).await;
    to_the_end(state, who.0, |lanes| &lanes.single, None, work).await
}
