//! `GET /api/single-sign-on/end`: where the identity provider sends the browser back to.

use axum::extract::State as FromState;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use shared::words;
use utoipa::IntoParams;

use super::{COOKIE, cookie, provider};
use crate::accounts::provider::SingleSignOnError;
use crate::accounts::single_sign_on::sign_in;
use crate::http::auth::{cookie_from_secret, secret_in};
use crate::http::input::Query;
use crate::problem::Problem;
use crate::state::State;

/// What the provider adds to the address.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct Request {
    /// The code that is exchanged for who she is; without it the provider refused.
    code: Option<String>,
    /// What we gave it, to know the answer by.
    state: Option<String>,
}

/// Ends signing in with the identity provider
///
/// Begins a session, and sends the browser to the desk.
#[utoipa::path(
    get,
    path = "/api/single-sign-on/end",
    tag = "session",
    security(()),
    params(Request),
    responses((status = 303, description = "The desk, signed in"))
)]
pub(in crate::http) async fn handle(
    FromState(state): FromState<State>,
    headers: HeaderMap,
    Query(Request { code, state: csrf }): Query<Request>,
) -> Result<Response, Problem> {
    let provider = provider(&state)?;
    let kept = secret_in(&headers, COOKIE).unwrap_or_default();
    let (Some(code), Some(csrf)) = (code, csrf) else { return Err(problem_from_error(SingleSignOnError::Foreign)) };
    let (_, secret) = sign_in(&state, &provider, kept, &csrf, code).await.map_err(problem_from_error)?;
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, "/")]).into_response();
    let cookies = response.headers_mut();
    cookies.append(header::SET_COOKIE, cookie_from_secret(state.reached, &secret));
    cookies.append(header::SET_COOKIE, cookie(state.reached, "", 0));
    Ok(response)
}

/// Why nobody is signed in, in words.
pub(super) fn problem_from_error(error: SingleSignOnError) -> Problem {
    match error {
        SingleSignOnError::Foreign => Problem::new(
            StatusCode::FORBIDDEN,
            "single-sign-on",
            words!("This sign-in wasn't begun here"),
            words!("The identity provider refused, or its answer is too old or belongs to another browser."),
            words!("Begin again on the page for signing in."),
        ),
        SingleSignOnError::Uninvited => Problem::new(
            StatusCode::FORBIDDEN,
            "uninvited",
            words!("You weren't invited"),
            words!("No admin has the e-mail address that your identity provider has verified for you."),
            words!("Ask a system admin to invite you under that address."),
        ),
        SingleSignOnError::AnotherSubject => Problem::new(
            StatusCode::FORBIDDEN,
            "another-subject",
            words!("You aren't the one who signed in before"),
            words!(
                "Your identity provider says that you are somebody else than the admin who signed in with this address before."
            ),
            words!("If your account there was made anew, ask a system admin to release the old one."),
        ),
        SingleSignOnError::Account(error) => error.into(),
        error => {
            let mut problem = Problem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "identity-provider",
                words!("The identity provider can't be asked"),
                words!("It doesn't answer, or not as it should."),
                words!("Try again in a moment, or sign in by password."),
            );
            problem.retry_after = Some(30);
            problem.caused_by(error)
        }
    }
}
