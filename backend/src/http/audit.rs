//! `GET /api/audit`: what was done, newest first, page by page.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State as FromState;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::auth::Manager;
use super::input::{Query, place};
use crate::ids::hex_from_bytes;
use crate::problem::Problem;
use crate::state::State;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Request {
    /// Only entries with a smaller number.
    #[serde(default, deserialize_with = "place")]
    before: Option<u64>,
    /// At most so many; 100 without it, never more than 500.
    #[param(value_type = Option<u64>, minimum = 0, maximum = 4_294_967_295_u64)]
    limit: Option<u32>,
}

/// A page of the audit.
#[derive(Serialize, ToSchema)]
#[schema(as = Audit)]
pub(super) struct Answer {
    entries: Vec<Entry>,
    /// The `before` of the next page.
    next: Option<u64>,
}

/// One thing that was done.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditEntry)]
struct Entry {
    number: u64,
    #[schema(format = DateTime, example = "2026-11-22T14:00:00Z")]
    at: String,
    /// Who, as she is called now; `null` for Muster itself, and for those who weren't let in.
    actor: Option<Actor>,
    /// An admin's number, `system` or `nobody`.
    #[schema(example = "1")]
    by: String,
    #[schema(example = "import")]
    act: String,
    /// Numbers and counts.
    #[schema(value_type = Object)]
    details: Value,
    /// The hash of this entry and the one before.
    hash: String,
}

/// An admin.
#[derive(Clone, Serialize, ToSchema)]
#[schema(as = AuditActor)]
struct Actor {
    email: String,
    name: String,
}

/// The audit, newest first
///
/// Each hash covers the entry and the hash before it; `muster audit verify` looks at the whole chain.
#[utoipa::path(get, path = "/api/audit", tag = "settings", params(Request), responses((status = 200, body = Answer)))]
pub(super) async fn handle(
    _: Manager,
    FromState(state): FromState<State>,
    Query(Request { before, limit }): Query<Request>,
) -> Result<Json<Answer>, Problem> {
    let limit = limit.unwrap_or(100).clamp(1, 500);
    let mut unit = state.storage.read().await?;
    let mut entries = unit.audit_before(before.unwrap_or(u64::MAX), limit + 1).await?;
    let admins = unit.admins().await?;
    drop(unit);
    let names: BTreeMap<String, Actor> = admins
        .into_iter()
        .map(|facts| (facts.admin.id.0.to_string(), Actor { email: facts.admin.email, name: facts.admin.name }))
        .collect();
    let more = u32::try_from(entries.len()).is_ok_and(|found| found > limit);
    if more {
        entries.pop();
    }
    let next = entries.last().filter(|_| more).map(|entry| entry.number);
    let entries = entries.into_iter().map(|entry| Entry {
        number: entry.number,
        at: entry.at.to_string(),
        actor: names.get(&entry.actor).cloned(),
        by: entry.actor,
        act: entry.act,
        details: serde_json::from_str(&entry.details).unwrap_or_default(),
        hash: hex_from_bytes(&entry.hash),
    });
    Ok(Json(Answer { entries: entries.collect(), next }))
}
