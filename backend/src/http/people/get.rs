//! `GET /api/people/{username}`: one person.

use axum::Json;

use super::{PersonShown, nobody};
use crate::http::auth::Viewer;
use crate::http::current::Current;
use crate::http::input::Username;
use crate::people;
use crate::problem::Problem;

/// A person, with all that is known of her
#[utoipa::path(
    get,
    path = "/api/people/{username}",
    tag = "directory",
    params(("username" = String, Path, description = "Her Username, whatever its case", example = "ann@example.com")),
    responses((status = 200, body = PersonShown))
)]
pub(in crate::http) async fn handle(
    _: Viewer,
    Current(state): Current,
    Username(username): Username,
) -> Result<Json<PersonShown>, Problem> {
    let mut unit = state.storage.read().await?;
    let person = people::find(&mut *unit, &state.schema, &username).await?.ok_or_else(nobody)?;
    let value = |column: usize| person.values.get(column).cloned().unwrap_or_default();
    Ok(Json(PersonShown::new(&state.schema, person.revision, value)))
}
