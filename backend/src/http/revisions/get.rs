//! `GET /api/revisions/{number}`: one revision.

use axum::Json;
use axum::extract::State as FromState;
use serde_json::{Value, json};

use super::{json_from_revision, no_such_revision};
use crate::http::auth::Viewer;
use crate::http::input::Number;
use crate::problem::Problem;
use crate::state::State;

/// The revision, with its digest and its file.
pub(in crate::http) async fn handle(
    _: Viewer,
    FromState(state): FromState<State>,
    Number(number): Number,
) -> Result<Json<Value>, Problem> {
    let revision = state.storage.read().await?.revision(number).await?.ok_or_else(|| no_such_revision(number))?;
    let mut shown = json_from_revision(&revision);
    if let Some(members) = shown.as_object_mut() {
        let file = revision.file.map(|file| json!({ "name": file.name, "bytes": file.bytes, "sha256": file.sha256 }));
        members.insert("digest".to_owned(), json!(revision.digest));
        members.insert("file".to_owned(), json!(file));
    }
    Ok(Json(shown))
}
