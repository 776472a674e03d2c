//! `GET /api/people/{username}/history`: what became of a person, revision by revision.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::nobody;
use crate::http::auth::Viewer;
use crate::http::current::Current;
use crate::http::input::{Query, Username, place};
use crate::http::revisions::RevisionShown;
use crate::people;
use crate::problem::Problem;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct Request {
    /// Only revisions with a smaller number.
    #[serde(default, deserialize_with = "place")]
    before: Option<u64>,
    /// At most so many revisions; 20 without it, never more than 100.
    #[param(value_type = Option<u64>, minimum = 0, maximum = 4_294_967_295_u64)]
    limit: Option<u32>,
}

/// A page of her history, newest first.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonHistory)]
pub(in crate::http) struct Answer {
    history: Vec<Step>,
    /// The `before` of the next page.
    next: Option<u64>,
}

/// What one revision did to her.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonHistoryStep)]
struct Step {
    revision: RevisionShown,
    /// Whether she came, or came back.
    created: bool,
    /// Whether she was deleted.
    deleted: bool,
    changes: Vec<Cell>,
}

/// One of her cells.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonHistoryCell)]
struct Cell {
    column: String,
    old: String,
    new: String,
}

/// What became of a person
#[utoipa::path(
    get,
    path = "/api/people/{username}/history",
    tag = "directory",
    params(("username" = String, Path, description = "Her Username", example = "ann@example.com"), Request),
    responses((status = 200, body = Answer))
)]
pub(in crate::http) async fn handle(
    _: Viewer,
    Current(state): Current,
    Username(username): Username,
    Query(Request { before, limit }): Query<Request>,
) -> Result<Json<Answer>, Problem> {
    let limit = limit.unwrap_or(20).clamp(1, 100);
    let mut unit = state.storage.read().await?;
    let person = people::find(&mut *unit, &state.schema, &username).await?.ok_or_else(nobody)?;
    let changes = unit.changes_of_person(person.id, before.unwrap_or(u64::MAX), limit).await?;
    let key = state.schema.header_of(state.schema.username());
    let mut history: Vec<(u64, Step)> = Vec::new();
    for change in changes {
        if history.last().is_none_or(|(number, _)| *number != change.revision) {
            let Some(revision) = unit.revision(change.revision).await? else { continue };
            let revision = RevisionShown::from(&revision);
            history.push((change.revision, Step { revision, created: false, deleted: false, changes: Vec::new() }));
        }
        let Some((_, step)) = history.last_mut() else { continue };
        let old = change.old.unwrap_or_default();
        step.created |= change.header == key && old.is_empty();
        step.deleted |= change.header == key && change.new.is_empty();
        step.changes.push(Cell { column: change.header, old, new: change.new });
    }
    let full = u32::try_from(history.len()).is_ok_and(|found| found == limit);
    let next = history.last().map(|(number, _)| *number).filter(|number| full && *number > person.created);
    Ok(Json(Answer { history: history.into_iter().map(|(_, step)| step).collect(), next }))
}
