//! `GET /api/reports/profile-completion`: who has filled in what, as JSON page by page, or as one CSV file.

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::audit;
use crate::http::auth::Viewer;
use crate::http::current::Current;
use crate::http::input::Query;
use crate::problem::Problem;
use crate::reports::completion::Completion;
use crate::work::{blocking, within};

/// Which form, and which page of it.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct Request {
    /// `json` or `csv`.
    #[param(inline)]
    format: Option<Format>,
    /// Only people after this place; the CSV has everybody.
    after: Option<usize>,
    /// At most so many people; 100 without it, never more than 1000.
    limit: Option<usize>,
}

#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Format {
    Json,
    Csv,
}

/// How complete the profiles are.
#[derive(Serialize, ToSchema)]
#[schema(as = ProfileCompletion)]
struct Answer {
    revision: u64,
    /// How many people there are.
    people: usize,
    /// How many have filled in everything.
    complete: usize,
    sections: Vec<Section>,
    /// A page of people.
    profiles: Vec<Profile>,
    /// The `after` of the next page.
    next: Option<usize>,
}

/// A part of the profile.
#[derive(Serialize, ToSchema)]
#[schema(as = ProfileSection)]
struct Section {
    #[schema(example = "Contact section")]
    name: &'static str,
    /// How many have filled it in.
    filled: usize,
}

/// One person's.
#[derive(Serialize, ToSchema)]
#[schema(as = Profile)]
struct Profile {
    first_name: String,
    last_name: String,
    username: String,
    /// For each section, in the order of `sections`.
    filled: Vec<bool>,
    percent: usize,
}

/// How complete the profiles are
#[utoipa::path(
    get,
    path = "/api/reports/profile-completion",
    tag = "directory",
    params(Request),
    responses((status = 200, content(
        (Answer = "application/json"),
        (String = "text/csv")
    )))
)]
pub(in crate::http) async fn handle(
    Viewer(holder): Viewer,
    Current(state): Current,
    Query(Request { format, after, limit }): Query<Request>,
) -> Result<Response, Problem> {
    let now = state.storage.read().await?.current_point().await?;
    let revision = now.number;
    let work = async {
        let loaded = state.directories.at(&*state.storage, &state.schema, &now).await?;
        let report = blocking(move || Completion::of(&loaded.directory)).await;
        report.map_err(|error| Problem::internal().caused_by(error))
    };
    let place = state.lanes.reading.place(holder.admin.id.0).await?;
    let report = within(vec![place], work).await?;
    let now = state.clock.now();
    if matches!(format, Some(Format::Csv)) {
        let mut unit = state.storage.write().await?;
        let details = serde_json::json!({ "revision": revision, "people": report.people.len() });
        audit::append(&mut *unit, now, audit::Actor::Admin(holder.admin.id), "report", &details).await?;
        unit.commit().await?;
        let day = now.to_zoned(TimeZone::UTC).date();
        let attachment = format!("attachment; filename=\"muster-profile-completion-{day}-r{revision}.csv\"");
        let headers =
            [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, attachment)];
        return Ok((headers, report.csv()).into_response());
    }
    let (after, limit) = (after.unwrap_or(0), limit.unwrap_or(100).clamp(1, 1_000));
    let profiles: Vec<Profile> = report
        .people
        .iter()
        .skip(after)
        .take(limit)
        .map(|profile| Profile {
            first_name: profile.first_name.clone(),
            last_name: profile.last_name.clone(),
            username: profile.username.clone(),
            filled: profile.filled.clone(),
            percent: profile.percent(),
        })
        .collect();
    let end = after.saturating_add(profiles.len());
    let sections = report.sections.iter().zip(report.filled());
    Ok(Json(Answer {
        revision,
        people: report.people.len(),
        complete: report.people.iter().filter(|profile| profile.percent() == 100).count(),
        sections: sections.map(|(name, filled)| Section { name, filled }).collect(),
        next: (!profiles.is_empty() && end < report.people.len()).then_some(end),
        profiles,
    })
    .into_response())
}
