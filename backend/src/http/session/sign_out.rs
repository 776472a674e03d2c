//! `DELETE /api/session`: signs out.

use axum::extract::State as FromState;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};

use crate::accounts::sessions;
use crate::http::auth::{Viewer, no_cookie};
use crate::problem::Problem;
use crate::state::State;

/// Ends the session and takes its cookie away.
pub(in crate::http) async fn handle(
    Viewer(signed_in): Viewer,
    FromState(state): FromState<State>,
) -> Result<(StatusCode, [(HeaderName, HeaderValue); 1]), Problem> {
    sessions::sign_out(&state, signed_in.admin.id, &signed_in.session).await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, no_cookie(state.reached))]))
}
