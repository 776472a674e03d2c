//! `GET /api/openapi.json`: the document of the API, made from the endpoints themselves.
//!
//! Each endpoint says what it takes and gives; here stands what all have in common: how one signs in, and that every
//! error is a problem detail.

use std::sync::LazyLock;

use axum::http::{HeaderName, header};
use serde::Serialize;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{OpenApi as _, ToSchema};

use super::{file_routes, person_routes, routes};

/// What is said about the API as a whole.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Muster",
        description = "Keeps a staff directory and lets admins edit it by CSV files. Every error is a problem detail \
            (RFC 9457). A browser signs in with a session cookie and sends `X-Muster: desk` with each write; a script \
            sends `Authorization: Bearer` and a token instead.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    components(schemas(ProblemDetails)),
    security(("session" = []), ("token" = [])),
    tags(
        (name = "directory", description = "People, their columns, and extracts of them"),
        (name = "imports", description = "What a file would do, and doing it"),
        (name = "history", description = "Revisions and what they changed"),
        (name = "session", description = "Signing in and passwords"),
        (name = "tokens", description = "Tokens for scripts"),
        (name = "admins", description = "Who may sign in; for system admins"),
        (name = "settings", description = "What holds for the whole directory; for system admins"),
        (name = "operating", description = "For whoever watches the server")
    )
)]
struct About;

/// What went wrong, and what to do now (RFC 9457). Some kinds have more members.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem, example = json!({
    "type": "/problems/signed-out",
    "title": "You aren't signed in",
    "status": 401,
    "detail": "There is no session or token, or its time is over.",
    "what_to_do": "Sign in again.",
    "instance": "3f1c9a2b4d5e6f70"
}))]
struct ProblemDetails {
    /// What kind of thing happened: an address that stays the same.
    r#type: String,
    /// The same words every time.
    title: String,
    status: u16,
    /// What happened this time.
    detail: String,
    /// What the reader can do.
    what_to_do: String,
    /// The request's id, which is in the server's log, too.
    instance: String,
}

static TEXT: LazyLock<String> = LazyLock::new(|| document().to_pretty_json().unwrap_or_default());

/// The document of the API
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    tag = "operating",
    security(()),
    responses((status = 200, body = Object, content_type = "application/json"))
)]
pub(super) async fn handle() -> ([(HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "application/json")], TEXT.as_str())
}

/// The document: what each endpoint says, and what all have in common.
pub fn document() -> OpenApi {
    let mut document = About::openapi();
    for part in [file_routes().into_openapi(), person_routes().into_openapi(), routes().into_openapi()] {
        document.merge(part);
    }
    let components = document.components.get_or_insert_default();
    let session = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
        "muster",
        "What signing in sets; over TLS its name is __Host-muster",
    )));
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("A token for a script")).build();
    components.add_security_scheme("session", session);
    components.add_security_scheme("token", SecurityScheme::Http(token));
    for item in document.paths.paths.values_mut() {
        let operations =
            [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten();
        for operation in operations {
            operation.responses.responses.insert("default".to_owned(), RefOr::T(problem()));
        }
    }
    document
}

fn problem() -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description("What went wrong").content("application/problem+json", content).build()
}
