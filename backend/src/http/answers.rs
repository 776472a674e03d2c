//! What every answer passes on its way out: the request gets a name, problems are written as JSON, and one line of log
//! tells what was asked (never with what values), how it ended and how long it took.

use std::any::Any;
use std::error::Error;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{MatchedPath, Request, State as FromState};
use axum::http::{HeaderName, HeaderValue, Response, header};
use axum::middleware::Next;
use serde_json::{Map, Value, json};
use tracing::Instrument;

use super::language::Language;
use crate::problem::Problem;
use crate::state::State;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The layer.
pub(super) async fn finish(FromState(state): FromState<State>, request: Request, next: Next) -> Response<Body> {
    let id = state.ids.request_id();
    // The path as the route table has it, never as it was asked: a query or a wrong address may hold anything.
    let route =
        request.extensions().get::<MatchedPath>().map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let method = request.method().as_str().to_owned();
    let span = tracing::info_span!("request", %id, %method, %route);
    let begun = Instant::now();
    let language = Language::asked_for(request.headers());
    let mut response = next.run(request).instrument(span.clone()).await;
    let problem = problem_in(&mut response);
    let status = response.status().as_u16();
    let _inside = span.enter();
    state.metrics.answered(&method, &route, status, begun.elapsed());
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    if let Some(problem) = problem {
        log(&problem, status, milliseconds);
        response = response_from_problem(problem, language, &id, &response);
    } else {
        tracing::info!(status, milliseconds, "answered");
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// A panic, as a response that carries a problem.
#[expect(clippy::needless_pass_by_value, reason = "the layer that catches panics hands them over")]
pub(super) fn from_panic(panic: Box<dyn Any + Send + 'static>) -> Response<Body> {
    let said = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let said = said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    axum::response::IntoResponse::into_response(Problem::internal().caused_by(Panicked(said)))
}

#[derive(Debug, thiserror::Error)]
#[error("a handler panicked: {0}")]
struct Panicked(String);

/// The problem that a response carries, or one made for an error that isn't our own.
fn problem_in(response: &mut Response<Body>) -> Option<Problem> {
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        return Some(problem);
    }
    let status = response.status();
    (status.is_client_error() || status.is_server_error()).then(|| Problem::from_status(status))
}

fn log(problem: &Problem, status: u16, milliseconds: u64) {
    let slug = problem.slug;
    if !problem.status.is_server_error() {
        tracing::info!(status, milliseconds, problem = slug, "refused");
        return;
    }
    let mut cause = String::new();
    let mut next: Option<&(dyn Error + 'static)> =
        problem.cause.as_deref().map(|cause| cause as &(dyn Error + 'static));
    while let Some(error) = next {
        if !cause.is_empty() {
            cause.push_str(": ");
        }
        cause.push_str(&error.to_string());
        next = error.source();
    }
    tracing::error!(status, milliseconds, problem = slug, cause, "failed");
}

fn response_from_problem(problem: Problem, language: Language, id: &str, before: &Response<Body>) -> Response<Body> {
    let Problem { status, slug, said, extras, retry_after, cause: _ } = problem;
    let mut members: Map<String, Value> = *extras;
    members.insert("type".to_owned(), json!(format!("/problems/{slug}")));
    members.insert("title".to_owned(), json!(language.said(&said.title)));
    members.insert("status".to_owned(), json!(status.as_u16()));
    members.insert("detail".to_owned(), json!(language.said(&said.detail)));
    members.insert("what_to_do".to_owned(), json!(language.said(&said.what_to_do)));
    members.insert("instance".to_owned(), json!(id));
    let mut response = Response::new(Body::from(Value::Object(members).to_string()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.extend(before.headers().clone());
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    headers.append(header::VARY, HeaderValue::from_static("accept-language"));
    if let Some(seconds) = retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::from_panic;
    use crate::problem::Problem;

    #[test]
    fn a_panic_is_said_to_the_log_only() {
        let response = from_panic(Box::new("index out of bounds: ann@example.com"));
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let problem = response.extensions().get::<Problem>().expect("a problem");
        assert_eq!(problem.slug, "internal");
        assert!(!problem.said.detail.to_string().contains("ann@example.com"));
        assert!(problem.cause.as_ref().is_some_and(|cause| cause.to_string().contains("index out of bounds")));
    }
}
