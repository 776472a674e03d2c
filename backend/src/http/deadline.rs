//! How long a request may take before it is answered, so that nobody waits for ever and nothing piles up.

use std::time::Duration;

use axum::extract::{Request, State as FromState};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use shared::{Words, words};

use crate::problem::Problem;

/// The layer for everything but imports.
pub(super) async fn request(FromState(limit): FromState<Duration>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => too_slow(
            "too-slow",
            words!("This took too long"),
            words!("The server couldn't answer in time."),
            words!("Try again in a moment."),
        ),
    }
}

/// The layer for imports: the work goes on, and the same key asks for its result.
pub(super) async fn import(FromState(limit): FromState<Duration>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => too_slow(
            "still-working",
            words!("This takes longer than a request may"),
            words!("The import may still be going on; whether it was applied isn't known yet."),
            words!(
                "Send the same file again with the same Idempotency-Key: it is applied once, and you get its result."
            ),
        ),
    }
}

fn too_slow(slug: &'static str, title: Words, detail: Words, what_to_do: Words) -> Response {
    let mut problem = Problem::new(StatusCode::SERVICE_UNAVAILABLE, slug, title, detail, what_to_do);
    problem.retry_after = Some(10);
    problem.into_response()
}
