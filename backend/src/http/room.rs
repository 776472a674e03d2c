//! Places for what a request costs: for the body that it sends, and for the work that it asks for.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use shared::words;

use crate::imports::ImportError;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::accounts::AdminId;
use crate::storage::records::Answer;
use crate::work::lane::{Crowded, Lane, Place};
use crate::work::{Lanes, within};

/// Who asks, noted by whatever argument let her in, for the arguments after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asker(pub(super) AdminId);

/// A place for a file that is about to be received; it stands before the body, so that nothing is received without one.
pub(super) struct Room(pub(super) Place);

impl FromRequestParts<State> for Room {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let asker = parts.extensions.get::<Asker>().ok_or_else(Problem::internal)?;
        Ok(Self(state.lanes.uploads.place(asker.0.0).await?))
    }
}

impl From<Crowded> for Problem {
    fn from(crowded: Crowded) -> Self {
        let mut problem = Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "crowded",
            words!("The server has too much to do"),
            words!(
                "More is asked of the server at once than it does at once, by you or by others. Nothing was changed."
            ),
            words!("Try again in a moment."),
        )
        .with("nothing_changed", true);
        problem.retry_after = Some(10);
        problem.caused_by(crowded)
    }
}

/// Does what changes the directory, in a task of its own: if the client goes away it goes on to its end, and the server
/// doesn't stop in the middle of it. `room` is the place of what was sent.
pub(super) async fn to_the_end<Work: Future<Output = Result<Answer, ImportError>> + Send + 'static>(
    state: State,
    admin: AdminId,
    lane: fn(&Lanes) -> &Lane,
    room: Option<Room>,
    work: impl FnOnce(State) -> Work + Send + 'static,
) -> Result<Response, Problem> {
    let done = tokio::spawn(async move {
        let _change = Arc::clone(&state.changes).acquire_owned().await;
        let mut places: Vec<Place> = room.map(|Room(place)| place).into_iter().collect();
        places.push(lane(&state.lanes).place(admin.0).await?);
        let schema = Arc::clone(&state.schema);
        within(places, work(state)).await.map_err(|error| Problem::from_import_error(error, &schema))
    });
    let answer = done.await.map_err(|error| Problem::internal().caused_by(error))??;
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    Ok((status, [(header::CONTENT_TYPE, "application/json")], answer.body).into_response())
}
