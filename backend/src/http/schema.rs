//! `GET /api/schema`: the directory's columns.

use axum::http::{HeaderName, header};

use super::auth::Viewer;
use super::current::Current;

/// The directory's columns
///
/// As the engine reads them.
#[utoipa::path(
    get,
    path = "/api/schema",
    tag = "directory",
    responses((status = 200, body = Object, content_type = "application/json", example = json!({
        "id": "muster-standard-1",
        "columns": [{ "header": "Username", "kind": "username", "required": true, "unique": true, "max_chars": 128 }]
    })))
)]
pub(super) async fn handle(_: Viewer, Current(state): Current) -> ([(HeaderName, &'static str); 1], String) {
    ([(header::CONTENT_TYPE, "application/json")], state.schema.to_json())
}
