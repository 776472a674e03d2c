//! `PUT /api/settings`: changes the risk budget, how long files are kept, and who is protected.

use axum::Json as Answer;
use axum::extract::State as FromState;
use serde::Deserialize;
use utoipa::ToSchema;

use super::Shown;
use crate::http::auth::Manager;
use crate::http::input::Json;
use crate::problem::Problem;
use crate::settings::{Wanted, change};
use crate::state::State;

/// The settings as they are to be.
#[derive(Deserialize, ToSchema)]
#[schema(as = SettingsChange, example = json!({
    "number": 0,
    "settings": {
        "budget": { "created": 10, "renamed": 5, "cleared": 20, "suspended": 5, "changed": 50 },
        "retention": { "files_days": 365 },
        "protected": ["payroll.feed@example.com"]
    }
}))]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct Request {
    /// The number of the last change that was seen.
    number: u64,
    settings: Wanted,
}

/// Changes the settings
#[utoipa::path(
    put,
    path = "/api/settings",
    tag = "settings",
    request_body = Request,
    responses((status = 200, body = Shown))
)]
pub(in crate::http) async fn handle(
    Manager(holder): Manager,
    FromState(state): FromState<State>,
    Json(Request { number, settings }): Json<Request>,
) -> Result<Answer<Shown>, Problem> {
    Ok(Answer(change(&state, &holder.credential, number, settings).await?.into()))
}
