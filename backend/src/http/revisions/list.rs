//! `GET /api/revisions`: the history, newest first, page by page.

use axum::Json;
use axum::extract::State as FromState;
use serde::Deserialize;
use serde_json::{Value, json};

use super::json_from_revision;
use crate::http::auth::Viewer;
use crate::http::input::Query;
use crate::problem::Problem;
use crate::state::State;

/// Which page.
#[derive(Deserialize)]
pub(in crate::http) struct Request {
    before: Option<u64>,
    limit: Option<u32>,
}

/// The page, and where the next one begins.
pub(in crate::http) async fn handle(
    _: Viewer,
    FromState(state): FromState<State>,
    Query(Request { before, limit }): Query<Request>,
) -> Result<Json<Value>, Problem> {
    let limit = limit.unwrap_or(50).clamp(1, 500);
    let mut unit = state.storage.read().await?;
    let mut revisions = unit.revisions_before(before.unwrap_or(u64::MAX), limit + 1).await?;
    let more = u32::try_from(revisions.len()).is_ok_and(|found| found > limit);
    if more {
        revisions.pop();
    }
    let next = revisions.last().filter(|_| more).map(|revision| revision.number);
    let revisions: Vec<Value> = revisions.iter().map(json_from_revision).collect();
    Ok(Json(json!({ "revisions": revisions, "next": next })))
}
