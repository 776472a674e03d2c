//! `GET /api/revisions/{number}/changes`: the cells that a revision changed, page by page.

use axum::Json;
use axum::extract::State as FromState;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::no_such_revision;
use crate::http::auth::Viewer;
use crate::http::input::{Number, Query, place};
use crate::problem::Problem;
use crate::state::State;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct Request {
    /// Only changes after this place.
    #[serde(default, deserialize_with = "place")]
    after: Option<u64>,
    /// At most so many; 100 without it, never more than 1000.
    #[param(value_type = Option<u64>, minimum = 0, maximum = 4_294_967_295_u64)]
    limit: Option<u32>,
}

/// A page of changes.
#[derive(Serialize, ToSchema)]
#[schema(as = Changes)]
pub(in crate::http) struct Answer {
    changes: Vec<ChangeShown>,
    /// The `after` of the next page.
    next: Option<u64>,
}

/// One changed cell.
#[derive(Serialize, ToSchema)]
struct ChangeShown {
    /// The person, as she is called now.
    username: String,
    column: String,
    old: String,
    new: String,
    /// Whether this entry says that the person came.
    created: bool,
    /// Whether this entry says that the person was deleted.
    deleted: bool,
}

/// The cells that a revision changed
#[utoipa::path(
    get,
    path = "/api/revisions/{number}/changes",
    tag = "history",
    params(("number" = u64, Path, description = "The revision", example = 1), Request),
    responses((status = 200, body = Answer))
)]
pub(in crate::http) async fn handle(
    _: Viewer,
    FromState(state): FromState<State>,
    Number(number): Number,
    Query(Request { after, limit }): Query<Request>,
) -> Result<Json<Answer>, Problem> {
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
    // Nobody's Username is empty while she is there.
    let key = state.schema.header_of(state.schema.username());
    let changes = changes.into_iter().map(|change| ChangeShown {
        username: change.username,
        created: change.header == key && change.old.as_deref().unwrap_or_default().is_empty(),
        deleted: change.header == key && change.new.is_empty(),
        column: change.header,
        old: change.old.unwrap_or_default(),
        new: change.new,
    });
    Ok(Json(Answer { changes: changes.collect(), next }))
}
