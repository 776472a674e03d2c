//! `PUT /api/settings/columns`: changes the directory's columns.

use axum::Json as Answer;
use axum::extract::State as FromState;
use serde::Deserialize;
use shared::schema::Column;
use utoipa::ToSchema;

use super::Shown;
use crate::http::auth::Manager;
use crate::http::input::Json;
use crate::problem::Problem;
use crate::settings::columns::change;
use crate::state::State;
use crate::work::within;

/// All columns as they are to be.
#[derive(Deserialize, ToSchema)]
#[schema(as = ColumnsChange, example = json!({
    "number": 0,
    "columns": [
        { "header": "Username", "kind": "username", "required": true, "unique": true, "max_chars": 128 },
        { "header": "Team", "kind": "text", "aliases": ["Group"], "max_chars": 60 },
        { "header": "Revision", "kind": "revision", "system": true }
    ]
}))]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct Request {
    /// The number of the last change that was seen: `schema_number` of the settings.
    number: u64,
    /// In extract order, each as `/api/schema` gives it.
    #[schema(value_type = Vec<Object>)]
    columns: Vec<Column>,
}

/// Changes the directory's columns
///
/// A column in which somebody has a value isn't dropped. Previews made before the change are refused.
#[utoipa::path(
    put,
    path = "/api/settings/columns",
    tag = "settings",
    request_body = Request,
    responses((status = 200, body = Shown))
)]
pub(in crate::http) async fn handle(
    Manager(holder): Manager,
    FromState(state): FromState<State>,
    Json(Request { number, columns }): Json<Request>,
) -> Result<Answer<Shown>, Problem> {
    let place = state.lanes.bulk.place(holder.admin.id.0).await?;
    Ok(Answer(within(vec![place], change(&state, &holder.credential, number, columns)).await?.into()))
}
