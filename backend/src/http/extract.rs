//! `GET /api/extract`: the directory as CSV, streamed.
//!
//! The answer has an `ETag` of what determines its bytes: the revision by its point, the columns and the choices. Nothing is read
//! for someone who has that already. If storage fails in the middle, the stream breaks off, so that a part is never
//! taken for the whole.

use axum::body::Body;
use axum::extract::RawQuery;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use jiff::tz::TimeZone;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use shared::extract::{ColumnChoice, ExtractOptions, Form};
use shared::facts::name_of_extract;
use shared::schema::Schema;
use shared::words;
use utoipa::{IntoParams, ToSchema};

use super::auth::Viewer;
use super::current::Current;
use super::imports::lost_revision;
use super::input::Query;
use crate::audit;
use crate::directory::DirectoryError;
use crate::extract::{ExtractError, Writer};
use crate::ids::hex_from_bytes;
use crate::problem::Problem;
use crate::storage::revisions::Point;
use crate::work::lane::Place;

/// What is asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Request {
    /// `all`, or headers separated by commas.
    columns: Option<String>,
    /// Whether the profile columns are added.
    profile: Option<bool>,
    /// Whether `Revision` is added.
    system: Option<bool>,
    /// `spreadsheet` or `plain`.
    #[param(inline)]
    format: Option<Format>,
    /// Whether numbers and dates are guarded from spreadsheets.
    protect: Option<bool>,
    /// The revision; the newest where none is named.
    at: Option<u64>,
    /// The mark in the name of an extract of that revision: refused if the database lost that revision, and another one
    /// has its number.
    #[param(example = "3f9a2c81")]
    mark: Option<String>,
}

#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Format {
    Spreadsheet,
    Plain,
}

/// The directory as CSV
///
/// Streamed; the same `ETag` stands for the same bytes.
#[utoipa::path(
    get,
    path = "/api/extract",
    tag = "directory",
    params(Request),
    responses(
        (status = 200, body = String, content_type = "text/csv", headers(
            ("Muster-Revision" = u64, description = "The revision"),
            ("Muster-People" = u64, description = "How many people"),
            ("ETag" = String)
        )),
        (status = 304, description = "What you have is the same")
    )
)]
pub(super) async fn handle(
    Viewer(signed_in): Viewer,
    Current(state): Current,
    Query(request): Query<Request>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let options = options_from_request(&request, &state.schema)?;
    let place = state.lanes.extracts.place(signed_in.admin.id.0).await?;
    let mut unit = state.storage.read().await?;
    let newest = unit.current_point().await?;
    let (asked, newest) = (request.at.unwrap_or(newest.number), newest.number);
    let point = unit.point(asked).await?.ok_or(ExtractError::NoRevision { asked, newest })?;
    let revision = point.number;
    if request.mark.as_ref().is_some_and(|mark| *mark != point.mark()) {
        return Err(lost_revision(revision));
    }
    let etag = etag(&state.schema, &point, &options);
    let known = headers.get_all(header::IF_NONE_MATCH).iter().any(|value| names(value, &etag));
    if known {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, etag)]).into_response());
    }
    let people = unit.count_people_at(revision).await?;
    let now = state.clock.now();
    let mut audited = state.storage.write().await?;
    let details = serde_json::json!({ "revision": revision, "people": people });
    audit::append(&mut *audited, now, audit::Actor::Admin(signed_in.admin.id), "extract", &details).await?;
    if matches!(options.form, Form::Spreadsheet { .. }) {
        let choices = choices_from_query(&query.unwrap_or_default());
        audited.add_extract(now, signed_in.admin.id, revision, people, &choices).await?;
    }
    audited.commit().await?;

    let writer = Writer::begin(unit, &state.schema, &options, revision).await?;
    let day = now.to_zoned(TimeZone::UTC).date();
    let attachment = format!("attachment; filename=\"{}\"", name_of_extract(&day.to_string(), revision, point.mark()));
    let mut response = Response::new(body_from_writer(writer, place));
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    answer.insert("muster-revision", HeaderValue::from(revision));
    answer.insert("muster-people", HeaderValue::from(people));
    for (name, text) in [(header::ETAG, etag), (header::CONTENT_DISPOSITION, attachment)] {
        if let Ok(value) = HeaderValue::try_from(text) {
            answer.insert(name, value);
        }
    }
    Ok(response)
}

impl From<ExtractError> for Problem {
    fn from(error: ExtractError) -> Self {
        match error {
            ExtractError::NoRevision { asked, newest } => Self::new(
                StatusCode::NOT_FOUND,
                "unknown-revision",
                words!("There is no such revision"),
                words!("Revision {asked} isn't there; the newest is {newest}.", asked, newest),
                words!("Pick a revision from the history."),
            )
            .with("revision", newest),
            ExtractError::Storage(error) => error.into(),
        }
    }
}

impl From<DirectoryError> for Problem {
    fn from(error: DirectoryError) -> Self {
        match error {
            DirectoryError::Extract(error) => error.into(),
            error @ DirectoryError::Lost(_) => Self::storage_unavailable().caused_by(error),
            error => Self::internal().caused_by(error),
        }
    }
}

/// The bytes as they are read; the place is given back when the last ones are sent, or the client is given up.
fn body_from_writer(writer: Writer, place: Place) -> Body {
    Body::from_stream(stream::try_unfold((writer, place), |(mut writer, place)| async move {
        match writer.next().await {
            Ok(next) => Ok(next.map(|(bytes, _)| (bytes, (writer, place)))),
            Err(error) => {
                tracing::error!(%error, "an extract broke off");
                Err(error)
            }
        }
    }))
}

fn options_from_request(request: &Request, schema: &Schema) -> Result<ExtractOptions, Problem> {
    let columns = match request.columns.as_deref() {
        None | Some("all") => ColumnChoice::All,
        Some(list) => ColumnChoice::Only(columns_from_list(list, schema)?),
    };
    let form = match request.format {
        Some(Format::Plain) => Form::Plain,
        Some(Format::Spreadsheet) | None => Form::Spreadsheet { protect: request.protect.unwrap_or(false) },
    };
    Ok(ExtractOptions {
        columns,
        profile: request.profile.unwrap_or(false),
        system: request.system.unwrap_or(true),
        form,
    })
}

/// The query without the revision, which is kept beside it.
fn choices_from_query(query: &str) -> String {
    let parts = query.split('&').filter(|part| !part.is_empty() && !part.starts_with("at="));
    parts.collect::<Vec<_>>().join("&")
}

/// The columns that a request names, each of which there is.
pub(super) fn columns_from_list(list: &str, schema: &Schema) -> Result<Vec<String>, Problem> {
    let headers: Vec<String> = list.split(',').map(|header| header.trim().to_owned()).collect();
    match headers.iter().find(|header| schema.index_of(header).is_none()) {
        None => Ok(headers),
        Some(unknown) => Err(Problem::new(
            StatusCode::BAD_REQUEST,
            "unknown-column",
            words!("There is no such column"),
            words!("The directory has no column named {unknown}.", unknown),
            words!("Use the headers that /api/schema names, separated by commas."),
        )),
    }
}

fn etag(schema: &Schema, point: &Point, options: &ExtractOptions) -> String {
    let options = serde_json::to_string(options).unwrap_or_default();
    let schema = serde_json::to_string(schema).unwrap_or_default();
    let Point { number, identity } = point;
    let all = format!("{}\n{schema}\n{number}\n{identity}\n{options}", shared::VERSION);
    let hash = hex_from_bytes(&Sha256::digest(all.as_bytes()));
    format!("\"{}\"", hash.get(..32).unwrap_or_default())
}

/// Whether a client's list of `ETag`s names this one. A proxy that compresses makes them weak; the bytes are the same.
fn names(list: &HeaderValue, etag: &str) -> bool {
    let list = list.to_str().unwrap_or_default();
    list.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == etag)
}
