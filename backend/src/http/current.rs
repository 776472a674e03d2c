//! The state with the settings of now: for whatever depends on the columns or the risk budget.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::problem::Problem;
use crate::settings;
use crate::state::State;

/// The state, with what is in force read anew.
pub(super) struct Current(pub(super) State);

impl FromRequestParts<State> for Current {
    type Rejection = Problem;

    async fn from_request_parts(_: &mut Parts, state: &State) -> Result<Self, Problem> {
        Ok(Self(settings::current(state).await?))
    }
}
