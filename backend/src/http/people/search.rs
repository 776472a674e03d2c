//! `GET /api/people`: everybody, or those whom some words find, page by page.

use std::sync::Arc;

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::PersonShown;
use crate::directory::Loaded;
use crate::http::auth::Viewer;
use crate::http::current::Current;
use crate::http::input::Query;
use crate::people::search::search;
use crate::problem::Problem;
use crate::storage::people::PersonId;
use crate::work::{blocking, within};

/// Whom, and which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct Request {
    /// Words that her cells hold, each of them somewhere, whatever their case.
    #[param(example = "ann lee")]
    search: Option<String>,
    /// The `next` of the page before.
    after: Option<i64>,
    /// How many of them are passed over.
    #[param(value_type = Option<u64>, minimum = 0, maximum = 4_294_967_295_u64)]
    skip: Option<u32>,
    /// At most so many; 50 without it, never more than 500.
    #[param(value_type = Option<u64>, minimum = 0, maximum = 4_294_967_295_u64)]
    limit: Option<u32>,
}

/// A page of people.
#[derive(Serialize, ToSchema)]
#[schema(as = People)]
pub(in crate::http) struct Answer {
    people: Vec<PersonShown>,
    /// The `after` of the next page.
    next: Option<i64>,
    /// How many people there are in all, when nothing is searched for.
    total: Option<usize>,
    /// The revision of the directory that was looked at.
    revision: u64,
}

/// Finds people
///
/// In the order in which they came.
#[utoipa::path(get, path = "/api/people", tag = "directory", params(Request), responses((status = 200, body = Answer)))]
pub(in crate::http) async fn handle(
    Viewer(holder): Viewer,
    Current(state): Current,
    Query(Request { search: words, after, skip, limit }): Query<Request>,
) -> Result<Json<Answer>, Problem> {
    let limit = usize::try_from(limit.unwrap_or(50).clamp(1, 500)).unwrap_or(50);
    let skip = usize::try_from(skip.unwrap_or_default()).unwrap_or(usize::MAX);
    let place = state.lanes.reading.place(holder.admin.id.0).await?;
    let now = state.storage.read().await?.current_point().await?;
    let revision = now.number;
    let look = move |loaded: Arc<Loaded>| {
        let words = words.unwrap_or_default();
        let page = search(&loaded, &words, PersonId(after.unwrap_or_default()), skip, limit);
        let schema = loaded.directory.schema();
        let people = page.people.into_iter().filter_map(|position| loaded.directory.person(position)).map(|person| {
            PersonShown::new(schema, person.revision().unwrap_or_default(), |column| person.value(column).into_owned())
        });
        Answer { people: people.collect(), next: page.next.map(|next| next.0), total: page.total, revision }
    };
    let work = async {
        let loaded = state.directories.at(&*state.storage, &state.schema, &now).await?;
        blocking(move || look(loaded)).await.map_err(|error| Problem::internal().caused_by(error))
    };
    within(vec![place], work).await.map(Json)
}
