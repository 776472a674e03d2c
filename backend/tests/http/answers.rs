//! What every answer has: safe headers, and a problem where something is wrong.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::json;

use super::app::{App, from_desk};

#[tokio::test]
async fn every_answer_is_safe_to_show() {
    let (_app, mut admin) = App::with_people().await;
    let addresses = ["/", "/import", "/missing.js", "/api/session", "/api/extract", "/api/nothing", "/api/health/live"];
    for address in addresses {
        let answer = admin.get(address).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "), "{address}");
        assert!(policy.ends_with("base-uri 'none'; frame-ancestors 'none'"), "{address}: {policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{address}");
        }
        assert!(answer.headers.contains_key("permissions-policy"), "{address}");
        if address.starts_with("/api") {
            assert_eq!(answer.header("cache-control"), "no-store", "{address}");
        }
        assert_eq!(answer.header("x-request-id").len(), 16, "{address}");
    }
}

/// A page that is loaded again, opened from a letter or in a new tab is a page, whatever its address ends in.
#[tokio::test]
async fn whoever_walks_to_a_page_gets_a_page() {
    const WALKING: &str = "text/html,application/xhtml+xml,*/*;q=0.8";
    let (_app, mut admin) = App::with_people().await;
    let mut kind_of = async |address: &str, accept: &str| {
        let request = axum::http::Request::get(address).header("accept", accept);
        let answer = admin.send(request.body(Body::empty()).expect("a request")).await;
        (answer.status, answer.header("content-type").to_owned())
    };
    let page = (StatusCode::OK, "text/html; charset=utf-8".to_owned());
    for address in
        ["/people/ann@example.com", "/people/a.b%2Fc", "/history/3/undo", "/settings/x.y/z.json", "/gone.html"]
    {
        assert_eq!(kind_of(address, WALKING).await, page, "{address}");
    }
    // A program that asks for a page without saying so gets it, too; a script that isn't there stays missing.
    assert_eq!(kind_of("/people/ann@example.com", "*/*").await, page);
    assert_eq!(kind_of("/app-of-before.js", "*/*").await.0, StatusCode::NOT_FOUND);
    // What is the API's stays the API's.
    assert_eq!(kind_of("/api/people/nobody@example.com", WALKING).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_error_is_a_problem() {
    let (_app, mut admin) = App::with_people().await;
    assert_eq!(admin.get("/api/nothing/here").await.problem(), "not-found");
    assert_eq!(admin.get("/api").await.problem(), "not-found");
    assert_eq!(admin.get("/missing.js").await.problem(), "not-found");
    assert_eq!(admin.get("/api/revisions/seven").await.problem(), "not-found");
    assert_eq!(admin.get("/api/revisions/7").await.problem(), "not-found");
    assert_eq!(admin.get("/api/extract?at=abc").await.problem(), "malformed-request");
    assert_eq!(admin.get("/api/extract?columns=Shoe").await.problem(), "unknown-column");

    let answer = admin.delete("/api/schema").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed"));
    assert!(answer.header("allow").contains("GET"));
    assert_eq!(admin.delete("/import").await.problem(), "method-not-allowed");

    let plain = from_desk(Method::POST, "/api/session").header("content-type", "text/plain");
    let answer = admin.send(plain.body(Body::from("{}")).expect("a request")).await;
    assert_eq!(
        (answer.status, answer.problem().as_str()),
        (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type")
    );
    let answer = admin.post_json("/api/session", &json!({ "email": "x" })).await;
    assert!(answer.status.is_client_error());
    assert_eq!(answer.problem(), "malformed-request");
    let answer = admin.post_json("/api/session", &json!({ "email": "x".repeat(70_000), "password": "" })).await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
}

#[tokio::test]
async fn health_is_for_everyone() {
    let app = App::start().await;
    assert_eq!(app.visitor().get("/api/health/live").await.json(), json!({ "status": "live" }));
    assert_eq!(app.visitor().get("/api/health/ready").await.json(), json!({ "status": "ready" }));
}

#[tokio::test]
async fn without_its_database_the_server_says_so_and_nothing_more() {
    let (app, mut admin) = App::with_people().await;
    app.state.storage.close().await;
    for address in ["/api/health/ready", "/api/extract", "/api/revisions"] {
        let answer = admin.get(address).await;
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (StatusCode::SERVICE_UNAVAILABLE, "storage-unavailable")
        );
        assert_eq!(answer.header("retry-after"), "5");
        assert!(!answer.text().to_lowercase().contains("sql"), "{}", answer.text());
    }
    assert_eq!(admin.get("/api/health/live").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_desk_answers_for_its_own_addresses() {
    let app = App::start().await;
    for address in ["/", "/sign-in", "/import", "/history/7"] {
        let answer = app.visitor().get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert!(answer.header("content-type").starts_with("text/html"), "{address}");
    }
}
