//! The server as one router: every address in one table, and the layers that every answer passes.
//!
//! From the outside in: [`answers`] names the request, writes problems and logs; `headers` makes every answer safe to
//! show; a panic becomes a problem; `origin` keeps other sites from writing; then the route's own deadline and limit.

pub mod answers;
mod auth;
mod deadline;
mod desk;
mod extract;
mod headers;
mod health;
mod imports;
mod input;
mod origin;
mod revisions;
mod schema;
mod session;
mod set_up;
mod visitor;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;

use crate::problem::Problem;
use crate::state::State;

/// The whole server.
pub fn app(state: State) -> Router {
    let limits = state.limits;
    let imports = Router::new()
        .route("/api/imports", post(imports::apply::handle))
        .route("/api/imports/preview", post(imports::preview::handle))
        .layer(DefaultBodyLimit::max(limits.upload_bytes))
        .layer(from_fn_with_state(limits.import, deadline::import));
    let rest = Router::new()
        .route("/api/health/live", get(health::live))
        .route("/api/health/ready", get(health::ready))
        .route("/api/setup", post(set_up::handle))
        .route(
            "/api/session",
            get(session::current::handle).post(session::sign_in::handle).delete(session::sign_out::handle),
        )
        .route("/api/schema", get(schema::handle))
        .route("/api/extract", get(extract::handle))
        .route("/api/revisions", get(revisions::list::handle))
        .route("/api/revisions/{number}", get(revisions::get::handle))
        .route("/api/revisions/{number}/changes", get(revisions::changes::handle))
        .route("/api/revisions/{number}/file", get(revisions::file::handle))
        .route("/api", get(nothing_here))
        .route("/api/{*rest}", get(nothing_here))
        .fallback(desk::handle)
        .layer(DefaultBodyLimit::max(limits.body_bytes))
        .layer(from_fn_with_state(limits.request, deadline::request));
    imports
        .merge(rest)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn(origin::refuse_others))
        .layer(CatchPanicLayer::custom(answers::from_panic))
        .layer(from_fn_with_state(state.reached, headers::add))
        .layer(from_fn_with_state(state.clone(), answers::finish))
        .with_state(state)
}

async fn nothing_here() -> Problem {
    Problem::not_found("There is nothing at this address of the API.")
}

async fn wrong_method() -> Problem {
    Problem::from_status(axum::http::StatusCode::METHOD_NOT_ALLOWED)
}
