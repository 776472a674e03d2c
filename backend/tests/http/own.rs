//! What is one's own: another admin, of whatever role, neither sees it nor gets at it.

use axum::http::StatusCode;
use serde_json::json;
use shared::options::Options;

use super::app::{App, PASSWORD};

const PHONES: &str = "Username,WorkOfficePhone\nann@example.com,+44 20 7946 0002\n";

#[tokio::test]
async fn a_token_is_listed_and_revoked_only_by_whose_it_is() {
    let (_app, mut admin) = App::with_people().await;
    for role in ["viewer", "editor", "system-admin"] {
        let mut owner = admin.colleague(&format!("owner-{role}@example.com"), role).await;
        let secret = owner.token(&["read"]).await;
        let id = owner.get("/api/tokens").await.json()["tokens"][0]["id"].clone();
        let path = format!("/api/tokens/{id}");
        assert_eq!(admin.get("/api/tokens").await.json()["tokens"], json!([]), "not even a system admin sees it");
        let others = admin.delete(&path).await;
        assert_eq!((others.status, others.problem().as_str()), (StatusCode::NOT_FOUND, "not-found"));
        assert_eq!(owner.script(&secret).get("/api/schema").await.status, StatusCode::OK, "it still works");
        assert_eq!(owner.delete(&path).await.status, StatusCode::NO_CONTENT);
        assert_eq!(owner.script(&secret).get("/api/schema").await.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn an_answer_is_kept_for_whoever_asked() {
    let (_app, mut admin) = App::with_people().await;
    let mut other = admin.colleague("other@example.com", "editor").await;
    let preview = admin.preview(PHONES, Options::default()).await;
    assert_eq!(admin.import(&preview, "one key").await.status, StatusCode::CREATED);
    let same = other.import(&preview, "one key").await;
    assert_eq!(same.problem(), "directory-moved", "the key is hers; the request is another one");
    assert_eq!(admin.import(&preview, "one key").await.status, StatusCode::CREATED, "the answer is still kept");
}

#[tokio::test]
async fn a_password_is_changed_and_a_session_ended_only_by_whose_it_is() {
    let (_app, mut admin) = App::with_people().await;
    let mut other = admin.colleague("other@example.com", "viewer").await;
    let change = json!({ "current": PASSWORD, "new": "another quiet river at night" });
    assert!(other.write(axum::http::Method::PUT, "/api/password", &change).await.status.is_success());
    let form = json!({ "email": super::app::EMAIL, "password": PASSWORD });
    assert_eq!(admin.post_json("/api/session", &form).await.status, StatusCode::OK, "hers is as it was");
    assert!(other.delete("/api/session").await.status.is_success());
    assert_eq!(admin.get("/api/session").await.status, StatusCode::OK, "and she stays signed in");
}
