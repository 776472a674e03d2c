//! `GET /api/revisions/{number}`: one revision.

use axum::Json;
use axum::extract::State as FromState;
use serde::Serialize;
use utoipa::ToSchema;

use super::{RevisionShown, no_such_revision};
use crate::http::auth::Viewer;
use crate::http::input::Number;
use crate::problem::Problem;
use crate::state::State;

/// The revision, with its digest and its file.
#[derive(Serialize, ToSchema)]
#[schema(as = Revision)]
pub(in crate::http) struct Answer {
    #[serde(flatten)]
    revision: RevisionShown,
    /// The digest of the plan that was applied.
    digest: String,
    file: Option<FileShown>,
}

/// The upload that it came from.
#[derive(Serialize, ToSchema)]
struct FileShown {
    name: String,
    bytes: u64,
    sha256: String,
}

/// One revision
#[utoipa::path(
    get,
    path = "/api/revisions/{number}",
    tag = "history",
    params(("number" = u64, Path, description = "The revision", example = 1)),
    responses((status = 200, body = Answer))
)]
pub(in crate::http) async fn handle(
    _: Viewer,
    FromState(state): FromState<State>,
    Number(number): Number,
) -> Result<Json<Answer>, Problem> {
    let revision = state.storage.read().await?.revision(number).await?.ok_or_else(|| no_such_revision(number))?;
    let shown = RevisionShown::from(&revision);
    let file = revision.file.map(|file| FileShown { name: file.name, bytes: file.bytes, sha256: file.sha256 });
    Ok(Json(Answer { revision: shown, digest: revision.digest, file }))
}
