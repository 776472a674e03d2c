//! `GET /api/session`: who is signed in, and where the directory stands.

use axum::Json;
use axum::extract::State as FromState;
use serde::Serialize;
use utoipa::ToSchema;

use super::SignedIn;
use crate::http::auth::Known;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::access::Scope;

/// Who asks, and what about.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub(in crate::http) struct Answer {
    admin: SignedIn,
    /// What a token may be used for; `null` for the session of a browser.
    scopes: Option<Vec<Scope>>,
    /// The newest revision of the directory.
    #[schema(example = 184)]
    revision: u64,
    /// How many people it has.
    #[schema(example = 1000)]
    people: u64,
    /// The version of the engine; a preview made by another one is refused.
    engine_version: &'static str,
    /// The largest upload that is taken, in bytes.
    #[schema(example = 67_108_864)]
    upload_bytes: usize,
}

/// Says who is signed in
///
/// Signed out, the problem's member `setup_needed` says whether the first admin is still to be made, and
/// `single_sign_on` whether one can sign in with an identity provider.
#[utoipa::path(get, path = "/api/session", tag = "session", responses((status = 200, body = Answer)))]
pub(in crate::http) async fn handle(
    FromState(state): FromState<State>,
    known: Result<Known, Problem>,
) -> Result<Json<Answer>, Problem> {
    let mut unit = state.storage.read().await?;
    let Known(holder) = match known {
        Ok(known) => known,
        Err(problem) => {
            return Err(problem
                .with("setup_needed", !unit.any_admin().await?)
                .with("single_sign_on", state.provider.is_some()));
        }
    };
    let revision = unit.current_revision().await?;
    Ok(Json(Answer {
        admin: (&holder.admin).into(),
        scopes: holder.scopes,
        revision,
        people: unit.count_people_at(revision).await?,
        engine_version: shared::VERSION,
        upload_bytes: state.limits.upload_bytes,
    }))
}
