//! What happens when rights, time or room run out in the middle: before or after, and the answer says which.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use backend::ids::hash_from_text;
use backend::imports::seed::seed;
use backend::limits::Limits;
use backend::state::{MOST_CHANGES, Reached, State};
use backend::storage::accounts::{NewAdmin, Role};
use backend::work::Lanes;
use serde_json::json;
use shared::options::{Key, Options};

use super::app::{App, EMAIL, PASSWORD, PEOPLE, multipart_body, wait_for};

const PHONES: &str = "Username,WorkOfficePhone\nann@example.com,+44 20 7946 0002\n";

#[tokio::test]
async fn rights_are_looked_at_again_when_the_import_is_written() {
    let (app, mut admin) = App::with_people().await;
    let preview = admin.preview(PHONES, Options::default()).await;
    let mut others_write = app.state.storage.write().await.expect("a writer");
    let sent = tokio::spawn({
        let (mut admin, preview) = (admin.clone(), preview.clone());
        async move { admin.import(&preview, "k").await }
    });
    let all = usize::try_from(MOST_CHANGES).expect("a number");
    wait_for("the import is in hand", async || app.state.changes.available_permits() < all).await;
    let secret = admin.cookie().and_then(|cookie| cookie.split_once('=')).expect("a session").1.to_owned();
    others_write.end_session(&hash_from_text(&secret)).await.expect("ends the session");
    others_write.commit().await.expect("commits");
    let answer = sent.await.expect("no panic");
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNAUTHORIZED, "signed-out"));

    let form = json!({ "email": EMAIL, "password": PASSWORD });
    assert_eq!(admin.post_json("/api/session", &form).await.json()["admin"]["email"], EMAIL);
    assert_eq!(admin.get("/api/session").await.json()["revision"], 1, "nothing was written");
    assert_eq!(admin.import(&preview, "k").await.status, StatusCode::CREATED, "and the same request works again");
}

#[tokio::test]
async fn a_viewer_extracts_and_does_not_import() {
    let (app, mut admin) = App::with_people().await;
    let preview = admin.preview(PHONES, Options::default()).await;
    let password_hash = app.state.passwords.hash(PASSWORD.to_owned(), [1; 32]).await.expect("hashes");
    let email = "viewer@example.com".to_owned();
    let viewer = NewAdmin {
        email_form: email.clone(),
        email: email.clone(),
        name: "Vi".to_owned(),
        role: Role::Viewer,
        password_hash,
        created: app.state.clock.now(),
    };
    let mut unit = app.state.storage.write().await.expect("a writer");
    unit.add_admin(&viewer).await.expect("adds");
    unit.commit().await.expect("commits");

    let mut viewer = app.visitor();
    viewer.post_json("/api/session", &json!({ "email": email, "password": PASSWORD })).await;
    assert_eq!(viewer.get("/api/extract").await.status, StatusCode::OK);
    let answer = viewer.import(&preview, "k").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::FORBIDDEN, "forbidden"));
}

#[tokio::test]
async fn an_import_that_takes_too_long_goes_on_and_the_same_key_asks_for_its_result() {
    let limits = Limits { import: Duration::from_millis(1), ..Limits::default() };
    let app = App::start_with(limits, Reached::default()).await;
    seed(&app.state, "people.csv".to_owned(), PEOPLE.into()).await.expect("the people are accepted");
    let mut admin = app.set_up().await;
    let preview = admin.preview(PHONES, Options::default()).await;
    let others_write = app.state.storage.write().await.expect("a writer");
    let answer = admin.import(&preview, "k").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "still-working"));
    assert_eq!(answer.header("retry-after"), "10");
    drop(others_write);

    // A server beside it, with limits and lanes of its own.
    let limits = Limits::default();
    let lanes = Arc::new(Lanes::new(&limits, app.state.storage.readers()));
    let patient = backend::http::app(State { limits, lanes, ..app.state.clone() });
    let again = admin.at(&patient).import(&preview, "k").await;
    assert_eq!((again.status, &again.json()["revision"]), (StatusCode::CREATED, &json!(2)));
    assert_eq!(admin.get("/api/session").await.json()["revision"], 2);
}

#[tokio::test]
async fn more_than_the_server_takes_is_said_so() {
    let limits = Limits { upload_bytes: 1024 * 1024, ..Limits::default() };
    let app = App::start_with(limits, Reached::default()).await;
    let mut admin = app.set_up().await;
    let request = json!({ "file_name": "x.csv", "options": {} });
    let answer = admin.multipart("/api/imports/preview", &request, &vec![b'x'; 1024 * 1024 + 1], None).await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
    assert_eq!(answer.json()["limit_bytes"], 1024 * 1024);
}

#[tokio::test]
async fn two_people_never_get_one_key() {
    let (_app, mut admin) = App::with_people().await;
    let by_id = Options { key: Key::EmployeeId, ..Options::default() };
    let files = [
        ("Username,EmployeeId\nbob@example.com,007\n", Options::default()),
        ("EmployeeId,Username\n008,ANN@example.com\n", by_id),
    ];
    for (file, options) in files {
        let preview = admin.preview(file, options).await;
        let answer = admin.import(&preview, "k").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
        answer.problem();
    }
    assert_eq!(admin.get("/api/session").await.json()["revision"], 1);
}

#[tokio::test]
async fn behind_a_proxy_attempts_count_for_the_visitors_address() {
    let app = App::start_with(Limits::default(), Reached { over_tls: false, behind_proxy: true }).await;
    app.set_up().await;
    let wrong = json!({ "email": EMAIL, "password": "wrong wrong wrong" });
    let mut statuses = Vec::new();
    for (address, times) in [("203.0.113.1, 192.0.2.7", 6), ("203.0.113.1, 192.0.2.8", 1)] {
        for _ in 0..times {
            let headers = [("x-forwarded-for", address)];
            statuses.push(app.visitor().post_json_with("/api/session", &wrong, &headers).await.status.as_u16());
        }
    }
    assert_eq!(statuses, [401, 401, 401, 401, 401, 429, 401]);
}

#[tokio::test]
async fn when_every_connection_is_taken_it_says_so_and_goes_on_when_one_is_free() {
    let (app, mut admin) = App::with_people().await;
    let mut taken = Vec::new();
    while let Ok(unit) = app.state.storage.read().await {
        taken.push(unit);
    }
    assert!(taken.len() >= 8, "slow clients don't keep everybody out at once");
    let answer = admin.get("/api/revisions").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "storage-unavailable"));
    assert_eq!(answer.header("retry-after"), "5");
    taken.pop();
    assert_eq!(admin.get("/api/session").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_body_of_exactly_the_limit_is_read_and_one_byte_more_is_not() {
    let limits = Limits { upload_bytes: 4_096, body_bytes: 1_024, ..Limits::default() };
    let app = App::start_with(limits, Reached::default()).await;
    let mut admin = app.set_up().await;
    let json = |bytes: usize| {
        let rest = bytes - json!({ "number": 0, "settings": {}, "x": "" }).to_string().len();
        json!({ "number": 0, "settings": {}, "x": "y".repeat(rest) })
    };
    assert_eq!(json(1_024).to_string().len(), 1_024);
    let answers = [(1_024, "malformed-request"), (1_025, "too-large")];
    for (bytes, problem) in answers {
        let answer = admin.write(axum::http::Method::PUT, "/api/settings", &json(bytes)).await;
        assert_eq!(answer.problem(), problem, "{bytes}");
    }
    let request = json!({ "file_name": "x.csv", "options": {} });
    let around = multipart_body(&request, b"").len();
    for (bytes, status) in [(4_096, StatusCode::OK), (4_097, StatusCode::PAYLOAD_TOO_LARGE)] {
        let answer = admin.multipart("/api/imports/preview", &request, &vec![b'x'; bytes - around], None).await;
        assert_eq!(answer.status, status, "{bytes}: {}", answer.text());
    }
}

#[tokio::test]
async fn what_takes_too_long_is_answered_so() {
    let limits = Limits { request: Duration::from_millis(50), ..Limits::default() };
    let app = App::start().await;
    seed(&app.state, "people.csv".to_owned(), PEOPLE.into()).await.expect("the people are accepted");
    let mut admin = app.set_up().await;
    let others_write = app.state.storage.write().await.expect("a writer");
    let hasty = backend::http::app(State { limits, ..app.state.clone() });
    // Taking an extract is written down first, and somebody else writes.
    let answer = admin.at(&hasty).get("/api/extract").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{}", answer.text());
    answer.problem();
    drop(others_write);
    assert_eq!(admin.get("/api/extract").await.status, StatusCode::OK);
}

#[tokio::test]
async fn only_so_many_imports_are_in_memory_at_once() {
    let limits = Limits { imports_at_once: 1, ..Limits::default() };
    let app = App::start_with(limits, Reached::default()).await;
    seed(&app.state, "people.csv".to_owned(), PEOPLE.into()).await.expect("the people are accepted");
    let mut admin = app.set_up().await;
    let place = app.state.lanes.bulk.place(0).await.expect("the only place");
    let request = json!({ "file_name": "x.csv", "options": {} });
    let waiting = tokio::spawn({
        let (mut admin, request) = (admin.clone(), request.clone());
        async move { admin.multipart("/api/imports/preview", &request, PHONES.as_bytes(), None).await }
    });
    // Everything else goes on meanwhile, and the one that waits has its turn afterwards.
    assert_eq!(admin.get("/api/revisions").await.status, StatusCode::OK);
    assert!(!waiting.is_finished());
    drop(place);
    assert_eq!(waiting.await.expect("no panic").status, StatusCode::OK);
}
