//! `GET /api/revisions/{number}/changes`: the cells that a revision changed, page by page.

use axum::Json;
use axum::extract::State as FromState;
use serde::Deserialize;
use serde_json::{Value, json};

use super::no_such_revision;
use crate::http::auth::Viewer;
use crate::http::input::{Number, Query};
use crate::problem::Problem;
use crate::state::State;

/// Which page.
#[derive(Deserialize)]
pub(in crate::http) struct Request {
    after: Option<u64>,
    limit: Option<u32>,
}

/// The page, and what to ask for the next one. Usernames are those of now; `created` marks the one entry that says that
/// a person came.
pub(in crate::http) async fn handle(
    _: Viewer,
    FromState(state): FromState<State>,
    Number(number): Number,
    Query(Request { after, limit }): Query<Request>,
) -> Result<Json<Value>, Problem> {
    let limit = limit.unwrap_or(100).clamp(1, 1_000);
    let mut unit = state.storage.read().await?;
    if unit.revision(number).await?.is_none() {
        return Err(no_such_revision(number));
    }
    let mut changes = unit.changes_of(number, after, limit + 1).await?;
    let more = u32::try_from(changes.len()).is_ok_and(|found| found > limit);
    if more {
        changes.pop();
    }
    let next = changes.last().filter(|_| more).map(|change| change.position);
    let changes: Vec<Value> = changes
        .iter()
        .map(|change| {
            json!({
                "username": change.username,
                "column": change.header,
                "old": change.old.as_deref().unwrap_or_default(),
                "new": change.new,
                "created": change.old.is_none(),
            })
        })
        .collect();
    Ok(Json(json!({ "changes": changes, "next": next })))
}
