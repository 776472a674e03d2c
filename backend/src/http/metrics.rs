//! `GET /api/metrics`: figures for Prometheus, which shows a token with the scope `watch`.

use axum::extract::State as FromState;
use axum::http::{HeaderName, header};

use super::auth::Watcher;
use crate::problem::Problem;
use crate::state::State;

const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Figures for Prometheus
///
/// In the form of `OpenMetrics`. A token with the scope `watch` sees these and nothing else.
#[utoipa::path(
    get,
    path = "/api/metrics",
    tag = "operating",
    responses((status = 200, body = String, content_type = "application/openmetrics-text"))
)]
pub(super) async fn handle(
    Watcher(holder): Watcher,
    FromState(state): FromState<State>,
) -> Result<([(HeaderName, &'static str); 1], String), Problem> {
    tracing::debug!(admin = holder.admin.id.0, "the figures are read");
    let mut unit = state.storage.read().await?;
    let revision = unit.current_revision().await?;
    let people = unit.count_people_at(revision).await?;
    Ok(([(header::CONTENT_TYPE, KIND)], state.metrics.text(people, revision)))
}
