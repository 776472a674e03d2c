//! `POST /api/imports`: applies a file, once.

use axum::http::HeaderMap;
use axum::response::Response;
use shared::words;
use utoipa::ToSchema;

use super::upload::{Form, Sent};
use crate::http::auth::Editor;
use crate::http::current::Current;
use crate::http::room::{Room, to_the_end};
use crate::imports::{self, Import};
use crate::problem::Problem;
use crate::state::State;

/// What was applied.
#[derive(ToSchema)]
#[expect(dead_code, reason = "kept as text for a retry; this says what the text is")]
pub(in crate::http) struct Applied {
    /// The revision that holds it.
    #[schema(example = 185)]
    revision: u64,
    /// Counts of the plan, by kind.
    #[schema(value_type = Object)]
    counts: (),
    /// How many people there are now.
    people: u64,
}

const LONGEST_KEY: usize = 200;
const LONGEST_NAME: usize = 255;
pub(in crate::http) const LONGEST_NOTE: usize = 2_000;

/// Applies a file, once
///
/// The file is planned again and applied only if the digest is the one of the preview. 200 where nothing changes. The
/// work runs in a task of its own: if the client goes away, it goes on to its end, and the same key asks for its result.
#[utoipa::path(
    post,
    path = "/api/imports",
    tag = "imports",
    params(("Idempotency-Key" = String, Header, description = "Names the request: sent again it does nothing twice")),
    request_body(content = Form, content_type = "multipart/form-data"),
    responses(
        (status = 201, body = Applied),
        (status = 200, description = "Nothing changes", body = Applied)
    )
)]
pub(in crate::http) async fn handle(
    Editor(signed_in): Editor,
    Current(state): Current,
    headers: HeaderMap,
    room: Room,
    Sent { request, file }: Sent,
) -> Result<Response, Problem> {
    let idempotency_key = key_in(&headers)?;
    if request.revision.is_none() || request.digest.is_none() || request.engine_version.is_none() {
        return Err(Problem::malformed(words!(
            "The part request needs revision, digest and engine_version of the preview."
        )));
    }
    let note_chars = request.note.as_ref().map_or(0, |note| note.chars().count());
    if request.file_name.chars().count() > LONGEST_NAME || note_chars > LONGEST_NOTE {
        return Err(Problem::malformed(words!("A file's name has at most 255 characters, a note at most 2000.")));
    }
    let admin = signed_in.admin.id;
    let import = Import { admin, credential: signed_in.credential, idempotency_key, request, file };
    let work = async move |state: State| Box::pin(imports::apply(&state, import)).await;
    to_the_end(state, admin, |lanes| &lanes.bulk, Some(room), work).await
}

/// The key that names the request.
pub(in crate::http) fn key_in(headers: &HeaderMap) -> Result<String, Problem> {
    let key = headers.get("idempotency-key").and_then(|value| value.to_str().ok()).map(str::trim);
    match key {
        Some(key) if !key.is_empty() && key.len() <= LONGEST_KEY => Ok(key.to_owned()),
        _ => Err(Problem::malformed(words!("This needs the header Idempotency-Key, of at most 200 characters."))),
    }
}
