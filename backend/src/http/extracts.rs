//! `GET /api/extracts`: the extracts that people took, newest first, page by page.

use axum::Json;
use axum::extract::State as FromState;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::auth::Viewer;
use super::input::{Query, place};
use crate::problem::Problem;
use crate::state::State;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Request {
    /// Only extracts with a smaller number.
    #[serde(default, deserialize_with = "place")]
    before: Option<u64>,
    /// At most so many; 50 without it, never more than 500.
    #[param(value_type = Option<u64>, minimum = 0, maximum = 4_294_967_295_u64)]
    limit: Option<u32>,
}

/// A page of extracts.
#[derive(Serialize, ToSchema)]
#[schema(as = Extracts)]
pub(super) struct Answer {
    extracts: Vec<Taken>,
    /// The `before` of the next page.
    next: Option<u64>,
}

/// An extract that somebody took.
#[derive(Serialize, ToSchema)]
#[schema(as = TakenExtract)]
struct Taken {
    number: u64,
    #[schema(format = DateTime, example = "2026-11-22T14:00:00Z")]
    at: String,
    actor: Actor,
    revision: u64,
    people: u64,
    /// Where the same extract is to be had again.
    #[schema(example = "/api/extract?at=184&profile=true")]
    address: String,
}

/// An admin, as she is called now.
#[derive(Serialize, ToSchema)]
#[schema(as = ExtractActor)]
struct Actor {
    email: String,
    name: String,
}

/// Extracts that were taken, newest first
///
/// Those in the form for spreadsheets; what programs read in the plain form stands in the audit only.
#[utoipa::path(get, path = "/api/extracts", tag = "directory", params(Request), responses((status = 200, body = Answer)))]
pub(super) async fn handle(
    _: Viewer,
    FromState(state): FromState<State>,
    Query(Request { before, limit }): Query<Request>,
) -> Result<Json<Answer>, Problem> {
    let limit = limit.unwrap_or(50).clamp(1, 500);
    let mut extracts = state.storage.read().await?.extracts_before(before.unwrap_or(u64::MAX), limit + 1).await?;
    let more = u32::try_from(extracts.len()).is_ok_and(|found| found > limit);
    if more {
        extracts.pop();
    }
    let next = extracts.last().filter(|_| more).map(|taken| taken.number);
    let extracts = extracts.into_iter().map(|taken| Taken {
        number: taken.number,
        at: taken.at.to_string(),
        actor: Actor { email: taken.actor.email, name: taken.actor.name },
        revision: taken.revision,
        people: taken.people,
        address: match taken.choices.as_str() {
            "" => format!("/api/extract?at={}", taken.revision),
            choices => format!("/api/extract?at={}&{choices}", taken.revision),
        },
    });
    Ok(Json(Answer { extracts: extracts.collect(), next }))
}
