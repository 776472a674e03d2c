//! `GET /api/schema`: the directory's columns.

use axum::extract::State as FromState;
use axum::http::{HeaderName, header};

use super::auth::Viewer;
use crate::state::State;

/// The schema, as the engine reads it.
pub(super) async fn handle(_: Viewer, FromState(state): FromState<State>) -> ([(HeaderName, &'static str); 1], String) {
    ([(header::CONTENT_TYPE, "application/json")], state.schema.to_json())
}
