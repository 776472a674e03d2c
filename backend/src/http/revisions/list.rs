//! `GET /api/revisions`: the history, newest first, page by page.

use axum::Json;
use axum::extract::State as FromState;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::RevisionShown;
use crate::http::auth::Viewer;
use crate::http::input::{Query, place};
use crate::problem::Problem;
use crate::state::State;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct Request {
    /// Only revisions with a smaller number.
    #[serde(default, deserialize_with = "place")]
    before: Option<u64>,
    /// At most so many; 50 without it, never more than 500.
    #[param(value_type = Option<u64>, minimum = 0, maximum = 4_294_967_295_u64)]
    limit: Option<u32>,
}

/// A page of the history.
#[derive(Serialize, ToSchema)]
#[schema(as = Revisions)]
pub(in crate::http) struct Answer {
    revisions: Vec<RevisionShown>,
    /// The `before` of the next page.
    next: Option<u64>,
}

/// The history, newest first
#[utoipa::path(get, path = "/api/revisions", tag = "history", params(Request), responses((status = 200, body = Answer)))]
pub(in crate::http) async fn handle(
    _: Viewer,
    FromState(state): FromState<State>,
    Query(Request { before, limit }): Query<Request>,
) -> Result<Json<Answer>, Problem> {
    let limit = limit.unwrap_or(50).clamp(1, 500);
    let mut unit = state.storage.read().await?;
    let mut revisions = unit.revisions_before(before.unwrap_or(u64::MAX), limit + 1).await?;
    let more = u32::try_from(revisions.len()).is_ok_and(|found| found > limit);
    if more {
        revisions.pop();
    }
    let next = revisions.last().filter(|_| more).map(|revision| revision.number);
    Ok(Json(Answer { revisions: revisions.iter().map(RevisionShown::from).collect(), next }))
}
