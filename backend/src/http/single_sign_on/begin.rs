//! `GET /api/single-sign-on`: sends the browser to the identity provider.

use axum::extract::State as FromState;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{AWAY_SECONDS, cookie, provider};
use crate::accounts::single_sign_on;
use crate::http::single_sign_on::end::problem_from_error;
use crate::problem::Problem;
use crate::state::State;

/// Begins to sign in with the organisation's identity provider
///
/// A page for the browser to open, not a request for scripts. 404 where the server has no provider.
#[utoipa::path(
    get,
    path = "/api/single-sign-on",
    tag = "session",
    security(()),
    responses((status = 303, description = "The provider's page"))
)]
pub(in crate::http) async fn handle(FromState(state): FromState<State>) -> Result<Response, Problem> {
    let away = single_sign_on::away(&state, &provider(&state)?).await.map_err(problem_from_error)?;
    let kept = cookie(state.reached, &away.kept, AWAY_SECONDS);
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, away.address)]).into_response();
    response.headers_mut().insert(header::SET_COOKIE, kept);
    Ok(response)
}
