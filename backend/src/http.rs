//! The server as one router: every address in one table, and the layers that every answer passes.
//!
//! From the outside in: [`answers`] names the request, writes problems and logs; `headers` makes every answer safe to
//! show; a panic becomes a problem; `origin` keeps other sites from writing; then the route's own deadline and limit.

mod admins;
pub mod answers;
mod audit;
mod auth;
mod current;
mod deadline;
mod desk;
mod docs;
mod extract;
mod extracts;
mod headers;
mod health;
mod imports;
mod input;
mod language;
mod metrics;
pub mod openapi;
mod origin;
mod password;
mod past;
mod people;
mod reports;
mod revisions;
mod room;
mod schema;
mod session;
mod set_up;
mod settings;
mod single_sign_on;
mod tokens;
mod visitor;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use shared::words;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::Problem;
use crate::state::State;

/// The addresses that take files: their bodies may be large, and their work may take long.
fn file_routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(imports::apply::handle))
        .routes(routes!(imports::preview::handle))
        .routes(routes!(revisions::undo::preview))
        .routes(routes!(revisions::undo::handle))
        .routes(routes!(revisions::restore::preview))
        .routes(routes!(revisions::restore::handle))
}

/// The addresses of one person: she is small, and what is done with her may take as long as an import.
fn person_routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(people::get::handle, people::edit::handle, people::delete::handle))
        .routes(routes!(people::edit::preview))
        .routes(routes!(people::search::handle))
}

/// Every other address of the API. What stands in one line has one address and several methods.
fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(health::live))
        .routes(routes!(health::ready))
        .routes(routes!(metrics::handle))
        .routes(routes!(set_up::handle))
        .routes(routes!(session::current::handle, session::sign_in::handle, session::sign_out::handle))
        .routes(routes!(single_sign_on::begin::handle))
        .routes(routes!(single_sign_on::end::handle))
        .routes(routes!(password::change::handle))
        .routes(routes!(password::choose::handle))
        .routes(routes!(admins::list::handle, admins::invite::handle))
        .routes(routes!(admins::change::handle))
        .routes(routes!(admins::link::handle))
        .routes(routes!(admins::release::handle))
        .routes(routes!(tokens::list::handle, tokens::create::handle))
        .routes(routes!(tokens::revoke::handle))
        .routes(routes!(schema::handle))
        .routes(routes!(extract::handle))
        .routes(routes!(extracts::handle))
        .routes(routes!(past::handle))
        .routes(routes!(reports::completion::handle))
        .routes(routes!(settings::get::handle, settings::change::handle))
        .routes(routes!(settings::columns::handle))
        .routes(routes!(audit::handle))
        .routes(routes!(revisions::list::handle))
        .routes(routes!(revisions::get::handle))
        .routes(routes!(revisions::changes::handle))
        .routes(routes!(revisions::file::handle))
        .routes(routes!(revisions::change_file::forward))
        .routes(routes!(revisions::change_file::back))
        .routes(routes!(people::history::handle))
        .routes(routes!(openapi::handle))
        .routes(routes!(docs::handle))
        .routes(routes!(docs::style))
}

/// The whole server.
pub fn app(state: State) -> Router {
    let limits = state.limits;
    let (files, _) = file_routes().split_for_parts();
    let (people, _) = person_routes().split_for_parts();
    let (rest, _) = routes().split_for_parts();
    let files = files
        .layer(DefaultBodyLimit::max(limits.upload_bytes))
        .layer(from_fn_with_state(limits.import, deadline::import));
    let people = people
        .layer(DefaultBodyLimit::max(limits.edit_bytes))
        .layer(from_fn_with_state(limits.import, deadline::import));
    let rest = rest
        .route("/api", get(nothing_here))
        .route("/api/{*rest}", get(nothing_here))
        .fallback(desk::handle)
        // An extract shrinks to a tenth of its size; more effort would cost more time than it saves on the way.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(DefaultBodyLimit::max(limits.body_bytes))
        .layer(from_fn_with_state(limits.request, deadline::request));
    files
        .merge(people)
        .merge(rest)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn(origin::refuse_others))
        .layer(CatchPanicLayer::custom(answers::from_panic))
        .layer(from_fn_with_state(state.reached, headers::add))
        .layer(from_fn_with_state(state.clone(), answers::finish))
        .with_state(state)
}

async fn nothing_here() -> Problem {
    Problem::not_found(words!("There is nothing at this address of the API."))
}

async fn wrong_method() -> Problem {
    Problem::from_status(axum::http::StatusCode::METHOD_NOT_ALLOWED)
}
