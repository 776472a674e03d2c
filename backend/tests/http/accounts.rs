//! Set-up, sign-in, sessions, rights.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use backend::limits::Limits;
use backend::state::Reached;
use jiff::SignedDuration;
use serde_json::json;

use super::app::{App, EMAIL, PASSWORD, from_desk};

#[tokio::test]
async fn the_set_up_link_makes_one_admin_and_then_no_more() {
    let app = App::start().await;
    let mut visitor = app.visitor();
    let answer = visitor.get("/api/session").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNAUTHORIZED, "signed-out"));
    assert_eq!(answer.json()["setup_needed"], true);

    let token = app.set_up_token().await;
    let form = |token: &str, password: &str| json!({ "token": token, "email": EMAIL, "name": "Ann Lee", "password": password });
    let answer = visitor.post_json("/api/setup", &form("guessed", PASSWORD)).await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::FORBIDDEN, "set-up-link"));
    let answer = visitor.post_json("/api/setup", &form(&token, "password1")).await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "field"));
    assert_eq!(answer.json()["field"], "password");

    let answer = visitor.post_json("/api/setup", &form(&token, PASSWORD)).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    assert_eq!(answer.json()["admin"], json!({ "email": EMAIL, "name": "Ann Lee", "role": "system-admin" }));
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("muster=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    assert_eq!(visitor.get("/api/session").await.json()["admin"]["name"], "Ann Lee");

    let answer = app.visitor().post_json("/api/setup", &form(&token, PASSWORD)).await;
    assert_eq!(answer.problem(), "set-up-link");
    assert_eq!(app.visitor().get("/api/session").await.json()["setup_needed"], false);
}

#[tokio::test]
async fn a_set_up_link_gets_too_old() {
    let app = App::start().await;
    let token = app.set_up_token().await;
    app.clock.advance(SignedDuration::from_hours(25));
    let form = json!({ "token": token, "email": EMAIL, "name": "Ann Lee", "password": PASSWORD });
    assert_eq!(app.visitor().post_json("/api/setup", &form).await.problem(), "set-up-link");
}

#[tokio::test]
async fn signing_in_and_out() {
    let app = App::start().await;
    let mut first = app.set_up().await;
    let mut second = app.visitor();
    let answer =
        second.post_json("/api/session", &json!({ "email": " ANN.LEE@example.com", "password": PASSWORD })).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let session = second.get("/api/session").await.json();
    assert_eq!(session["revision"], 0);
    assert_eq!(session["engine_version"], shared::VERSION);

    assert_eq!(second.delete("/api/session").await.status, StatusCode::NO_CONTENT);
    assert_eq!(second.get("/api/session").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(first.get("/api/session").await.status, StatusCode::OK);
}

#[tokio::test]
async fn guessing_ends_after_five_attempts_also_for_accounts_that_do_not_exist() {
    let app = App::start().await;
    app.set_up().await;
    for email in [EMAIL, "nobody@example.com"] {
        let wrong = json!({ "email": email, "password": "wrong wrong wrong" });
        for _ in 0..5 {
            let answer = app.visitor().post_json("/api/session", &wrong).await;
            assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNAUTHORIZED, "credentials"));
        }
        let answer = app.visitor().post_json("/api/session", &wrong).await;
        assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::TOO_MANY_REQUESTS, "too-many-attempts"));
        assert_eq!(answer.header("retry-after"), "900");
    }
    let right = json!({ "email": EMAIL, "password": PASSWORD });
    assert_eq!(app.visitor().post_json("/api/session", &right).await.status, StatusCode::TOO_MANY_REQUESTS);
    app.clock.advance(SignedDuration::from_mins(16));
    assert_eq!(app.visitor().post_json("/api/session", &right).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_hundred_guesses_at_once_are_a_hundred_guesses() {
    let app = App::start().await;
    app.set_up().await;
    let wrong = json!({ "email": EMAIL, "password": "wrong wrong wrong" });
    let guesses = (0..20).map(|_| {
        let (mut visitor, wrong) = (app.visitor(), wrong.clone());
        tokio::spawn(async move { visitor.post_json("/api/session", &wrong).await.status })
    });
    let mut looked_at = 0;
    for guess in guesses.collect::<Vec<_>>() {
        looked_at += usize::from(guess.await.expect("no panic") == StatusCode::UNAUTHORIZED);
    }
    assert_eq!(looked_at, 5);
}

#[tokio::test]
async fn a_session_ends_unused_or_old() {
    let app = App::start().await;
    let mut admin = app.set_up().await;
    for _ in 0..28 {
        app.clock.advance(SignedDuration::from_mins(25));
        assert_eq!(admin.get("/api/session").await.status, StatusCode::OK);
    }
    app.clock.advance(SignedDuration::from_mins(25));
    assert_eq!(admin.get("/api/session").await.status, StatusCode::UNAUTHORIZED, "twelve hours are over");

    let mut admin = app.visitor();
    admin.post_json("/api/session", &json!({ "email": EMAIL, "password": PASSWORD })).await;
    app.clock.advance(SignedDuration::from_mins(31));
    assert_eq!(admin.get("/api/session").await.status, StatusCode::UNAUTHORIZED, "half an hour of rest is over");
}

#[tokio::test]
async fn over_tls_the_cookie_is_bound_to_the_host() {
    let app = App::start_with(Limits::default(), Reached { over_tls: true, behind_proxy: false }).await;
    let mut admin = app.set_up().await;
    let right = json!({ "email": EMAIL, "password": PASSWORD });
    let answer = admin.post_json("/api/session", &right).await;
    assert!(answer.header("set-cookie").starts_with("__Host-muster="));
    assert!(answer.header("set-cookie").ends_with("; Secure"));
    assert!(answer.header("strict-transport-security").starts_with("max-age="));
    assert_eq!(admin.get("/api/session").await.status, StatusCode::OK);
}

#[tokio::test]
async fn other_sites_can_not_write() {
    let app = App::start().await;
    let mut admin = app.set_up().await;
    let foreign = [
        Request::delete("/api/session"),
        Request::delete("/api/session").header("x-muster", "desk"),
        Request::delete("/api/session").header("sec-fetch-site", "same-origin"),
        Request::delete("/api/session").header("x-muster", "desk").header("sec-fetch-site", "cross-site"),
        Request::delete("/api/session").header("x-muster", "desk").header("host", "a").header("origin", "http://b"),
    ];
    for request in foreign {
        let answer = admin.send(request.body(Body::empty()).expect("a request")).await;
        assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::FORBIDDEN, "foreign-request"));
    }
    assert_eq!(admin.get("/api/session").await.status, StatusCode::OK);
}

#[tokio::test]
async fn nothing_is_given_to_strangers() {
    let app = App::start().await;
    let addresses = [
        "/api/schema",
        "/api/extract",
        "/api/revisions",
        "/api/revisions/1",
        "/api/revisions/1/changes",
        "/api/revisions/1/file",
    ];
    for address in addresses {
        assert_eq!(app.visitor().get(address).await.status, StatusCode::UNAUTHORIZED, "{address}");
    }
    for address in ["/api/imports", "/api/imports/preview"] {
        let request = from_desk(Method::POST, address).body(Body::from("{}")).expect("a request");
        assert_eq!(app.visitor().send(request).await.status, StatusCode::UNAUTHORIZED, "{address}");
    }
}
