//! Tokens for scripts.

use axum::http::StatusCode;
use jiff::SignedDuration;
use serde_json::json;
use shared::options::Options;

use super::app::App;

#[tokio::test]
async fn a_script_imports_with_a_token_that_is_shown_once() {
    let (app, mut admin) = App::with_people().await;
    let secret = admin.token(&["read", "import"]).await;
    assert!(secret.starts_with("muster_") && secret.len() == 71);
    let listed = admin.get("/api/tokens").await;
    assert!(!listed.text().contains(&secret), "the secret is shown once");
    assert_eq!(listed.json()["tokens"][0]["used"], json!(null));

    let mut script = admin.script(&secret);
    assert_eq!(script.get("/api/session").await.json()["scopes"], json!(["read", "import"]));
    let preview = script.preview("Username,FirstName\nann@example.com,Anna\n", Options::default()).await;
    assert_eq!(script.import(&preview, "k").await.status, StatusCode::CREATED);
    assert_eq!(admin.get("/api/tokens").await.json()["tokens"][0]["used"], "2026-11-22T14:00:00Z");

    app.clock.advance(SignedDuration::from_secs(90));
    script.get("/api/session").await;
    assert_eq!(admin.get("/api/tokens").await.json()["tokens"][0]["used"], "2026-11-22T14:01:30Z");
    let entries = app.state.storage.read().await.expect("reads").audit_after(0, 100).await.expect("entries");
    assert!(entries.iter().any(|entry| entry.act == "token-made"));
    assert!(entries.iter().all(|entry| !entry.details.contains(&secret)));
}

#[tokio::test]
async fn a_token_never_does_more_than_its_admin_may_and_is_hers_alone() {
    let app = App::start().await;
    let mut ann = app.set_up().await;
    let mut bob = ann.colleague("bob@example.com", "viewer").await;
    let refused = [
        json!({ "name": "x", "scopes": ["import"] }),
        json!({ "name": "x", "scopes": [] }),
        json!({ "name": "x", "scopes": ["read"], "days": 0 }),
        json!({ "name": " ", "scopes": ["read"] }),
    ];
    for wanted in refused {
        let answer = bob.post_json("/api/tokens", &wanted).await;
        assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "field"), "{wanted}");
    }
    assert_eq!(
        bob.post_json("/api/tokens", &json!({ "name": "x", "scopes": ["all"] })).await.problem(),
        "malformed-request"
    );
    bob.token(&["read"]).await;
    let id = bob.get("/api/tokens").await.json()["tokens"][0]["id"].clone();
    assert_eq!(ann.get("/api/tokens").await.json()["tokens"], json!([]));
    assert_eq!(ann.delete(&format!("/api/tokens/{id}")).await.problem(), "not-found");
    assert_eq!(bob.delete(&format!("/api/tokens/{id}")).await.status, StatusCode::NO_CONTENT);
    assert_eq!(bob.delete(&format!("/api/tokens/{id}")).await.problem(), "not-found");
}

#[tokio::test]
async fn a_token_is_judged_alone_never_with_the_cookie() {
    let app = App::start().await;
    let mut admin = app.set_up().await;
    let answer = admin.get_with("/api/session", &[("authorization", "Bearer muster_guessed")]).await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNAUTHORIZED, "signed-out"));
    let answer = admin.get_with("/api/session", &[("authorization", "Basic YTpi")]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(admin.get("/api/session").await.status, StatusCode::OK);
}
