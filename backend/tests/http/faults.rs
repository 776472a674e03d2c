//! What happens when rights, time or room run out in the middle: before or after, and the answer says which.

use std::time::Duration;

use axum::http::StatusCode;
use backend::config::Limits;
use backend::ids::hash_from_text;
use backend::imports::seed::seed;
use backend::state::{Reached, State};
use backend::storage::accounts::{NewAdmin, Role};
use serde_json::json;
use shared::options::{Key, Options};

use super::app::{App, EMAIL, PASSWORD, PEOPLE, wait_for};

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
    let all = usize::try_from(app.state.limits.imports_at_once).expect("a small number");
    wait_for("the import is in hand", async || app.state.imports.available_permits() < all).await;
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

    let patient = backend::http::app(State { limits: Limits::default(), ..app.state.clone() });
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
