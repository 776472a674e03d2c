//! `GET /api/revisions/{number}/change-file` and `…/inverse-file`: what a revision did, and what takes it back, as files
//! that can be imported.

use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::accounts::rights::Holder;
use crate::http::auth::Viewer;
use crate::http::current::Current;
use crate::http::input::{Number, Query};
use crate::problem::Problem;
use crate::revisions::change_files::{Direction, of_revision};
use crate::state::State;
use crate::work::within;

/// In which form.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct Request {
    /// `csv`, or `json` for the file with the choices that it must be read with.
    #[param(inline)]
    format: Option<Format>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Format {
    #[default]
    Csv,
    Json,
}

/// A file of changes, and how it must be read.
#[derive(Serialize, ToSchema)]
#[schema(as = ChangeFile)]
pub(in crate::http) struct Answer {
    /// Its name.
    #[schema(example = "muster-changes-r185.csv")]
    name: String,
    /// Its text, with its mark.
    file: String,
    /// The options of an import with which the file says exactly these changes.
    #[schema(value_type = Object)]
    options: shared::Options,
    /// How many people it is about.
    people: usize,
    /// What the file can't do.
    left: Vec<LeftShown>,
}

/// Somebody, or a cell of hers, that a file can't give back.
#[derive(Serialize, ToSchema)]
struct LeftShown {
    /// Her Username after the revision, or before it where the revision deleted her.
    username: String,
    /// The column whose value stays; `null` where she herself can't be deleted, or brought back, by a file.
    column: Option<String>,
}

/// What a revision did, as a file
///
/// The key and the changed cells. Imported into the directory of before, with the options that `?format=json` gives, it
/// makes the same changes again.
#[utoipa::path(
    get,
    path = "/api/revisions/{number}/change-file",
    tag = "history",
    params(("number" = u64, Path, description = "The revision", example = 1), Request),
    responses((status = 200, content((String = "text/csv"), (Answer = "application/json"))))
)]
pub(in crate::http) async fn forward(
    Viewer(holder): Viewer,
    Current(state): Current,
    Number(number): Number,
    Query(request): Query<Request>,
) -> Result<Response, Problem> {
    answer(&state, &holder, number, Direction::Forward, &request).await
}

/// What takes a revision back, as a file
///
/// Imported after the revision, it gives back what was there before; what a file can't give back, `?format=json` lists.
#[utoipa::path(
    get,
    path = "/api/revisions/{number}/inverse-file",
    tag = "history",
    params(("number" = u64, Path, description = "The revision", example = 1), Request),
    responses((status = 200, content((String = "text/csv"), (Answer = "application/json"))))
)]
pub(in crate::http) async fn back(
    Viewer(holder): Viewer,
    Current(state): Current,
    Number(number): Number,
    Query(request): Query<Request>,
) -> Result<Response, Problem> {
    answer(&state, &holder, number, Direction::Back, &request).await
}

async fn answer(
    state: &State,
    holder: &Holder,
    number: u64,
    direction: Direction,
    request: &Request,
) -> Result<Response, Problem> {
    let place = state.lanes.reading.place(holder.admin.id.0).await?;
    let file = within(vec![place], of_revision(state, number, direction)).await;
    let file = file.map_err(|error| Problem::from_import_error(error, &state.schema))?;
    let kind = if direction == Direction::Forward { "changes" } else { "inverse" };
    let name = format!("muster-{kind}-r{number}.csv");
    if request.format == Some(Format::Json) {
        let left = file.left.into_iter().map(|left| LeftShown { username: left.username, column: left.column });
        let text = String::from_utf8(file.bytes).map_err(|error| Problem::internal().caused_by(error))?;
        let (options, people) = (file.options, file.people);
        return Ok(Json(Answer { name, file: text, options, people, left: left.collect() }).into_response());
    }
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    if let Ok(attachment) = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, attachment);
    }
    Ok(response)
}
