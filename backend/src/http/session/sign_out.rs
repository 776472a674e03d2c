//! `DELETE /api/session`: signs out.

use axum::extract::State as FromState;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};

use crate::accounts::rights::Credential;
use crate::accounts::sessions;
use crate::http::auth::{Herself, no_cookie};
use crate::problem::Problem;
use crate::state::State;

/// Signs out
///
/// Ends the session and takes its cookie away.
#[utoipa::path(delete, path = "/api/session", tag = "session", responses((status = 204)))]
pub(in crate::http) async fn handle(
    Herself(signed_in): Herself,
    FromState(state): FromState<State>,
) -> Result<(StatusCode, [(HeaderName, HeaderValue); 1]), Problem> {
    if let Credential::Session(session) = signed_in.credential {
        sessions::sign_out(&state, signed_in.admin.id, &session).await?;
    }
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, no_cookie(state.reached))]))
}
