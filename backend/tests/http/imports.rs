//! Imports: what was previewed is what is applied, once, or nothing is.

use axum::http::StatusCode;
use backend::state::MOST_CHANGES;
use serde_json::json;
use shared::options::{Create, Options};
use shared::review::{Review, Upload};
use shared::stages::apply::directory_from_change_set;

use super::app::{App, Visitor, wait_for};

const PHONES: &str = "Username,WorkOfficePhone\nann@example.com,+44 20 7946 0002\nbob@example.com,+44 20 7946 0003\n";

#[tokio::test]
async fn an_import_writes_what_the_preview_showed_and_nothing_else() {
    let (_app, mut admin) = App::with_people().await;
    let directory = admin.directory(None).await;
    let preview = admin.preview(PHONES, Options::default()).await;
    let answer = admin.import(&preview, "k").await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let done = answer.json();
    assert_eq!((&done["revision"], &done["people"], &done["counts"]["updated"]), (&json!(2), &json!(4), &json!(2)));

    // The engine's own application of the change set is the oracle for what storage must hold now.
    let upload = Upload { name: "x.csv".to_owned(), bytes: PHONES.into() };
    let review = Review::new(directory.clone(), upload, Options::default());
    let expected = directory_from_change_set(&directory, &review.plan().change_set).expect("applies");
    let stored = admin.directory(None).await;
    assert_eq!(stored.people(), expected.people());
    for (stored, expected) in stored.iter().zip(expected.iter()) {
        assert_eq!(stored.revision(), expected.revision());
        for column in 0..stored_columns() {
            assert_eq!(stored.value(column), expected.value(column));
        }
    }
    assert_eq!(admin.preview(PHONES, Options::default()).await.revision, 2);
}

#[tokio::test]
async fn people_are_created_only_when_that_is_allowed() {
    let (_app, mut admin) = App::with_people().await;
    let file = "Username,WorkEmail,FirstName,LastName\neve@example.com,eve@example.com,Eve,Poe\n";
    let preview = admin.preview(file, Options::default()).await;
    let answer = admin.import(&preview, "k1").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "plan-blocked"));
    assert_eq!(answer.json()["findings"][0]["name"], "person-not-found");

    let preview = admin.preview(file, Options { create: Create::Allow, ..Options::default() }).await;
    let done = admin.import(&preview, "k2").await.json();
    assert_eq!((&done["people"], &done["counts"]["created"]), (&json!(5), &json!(1)));
    assert!(admin.everything().await.ends_with(",2\n"));
}

#[tokio::test]
async fn a_retry_gets_the_same_answer_and_does_nothing() {
    let (_app, mut admin) = App::with_people().await;
    let preview = admin.preview(PHONES, Options::default()).await;
    let first = admin.import(&preview, "k").await;
    let again = admin.import(&preview, "k").await;
    assert_eq!((first.status, first.text()), (again.status, again.text()));
    assert_eq!(revisions(&mut admin).await, 2);

    let mut other = preview.clone();
    other.file = b"Username,WorkOfficePhone\nann@example.com,1\n".to_vec();
    let answer = admin.import(&other, "k").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "idempotency-mismatch"));
    assert_eq!(revisions(&mut admin).await, 2);
}

#[tokio::test]
async fn the_same_request_many_times_at_once_is_done_once() {
    let (_app, mut admin) = App::with_people().await;
    let preview = admin.preview(PHONES, Options::default()).await;
    let sent = (0..6).map(|_| {
        let (mut admin, preview) = (admin.clone(), preview.clone());
        tokio::spawn(async move { admin.import(&preview, "k").await })
    });
    for answer in sent.collect::<Vec<_>>() {
        let answer = answer.await.expect("no panic");
        assert_eq!((answer.status, &answer.json()["revision"]), (StatusCode::CREATED, &json!(2)), "{}", answer.text());
    }
    assert_eq!(revisions(&mut admin).await, 2);
}

#[tokio::test]
async fn of_two_admins_one_wins_and_the_other_sees_what_changed() {
    let (_app, mut admin) = App::with_people().await;
    let mine = admin.preview(PHONES, Options::default()).await;
    let theirs = admin.preview("Username,FirstName\ndan@example.com,Daniel\n", Options::default()).await;
    assert_eq!(admin.import(&theirs, "theirs").await.status, StatusCode::CREATED);
    let before = admin.everything().await;

    let answer = admin.import(&mine, "mine").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::CONFLICT, "directory-moved"));
    let problem = answer.json();
    assert_eq!((&problem["revision"], &problem["more"]), (&json!(2), &json!(0)));
    assert_eq!(problem["since"][0]["number"], 2);
    assert_eq!(
        problem["differences"],
        json!([{ "username": "dan@example.com", "column": "FirstName", "preview": "Dan", "now": "Daniel" }])
    );
    assert_eq!(admin.everything().await, before, "nothing was written");

    let mine = admin.preview(PHONES, Options { base: Some(1), ..Options::default() }).await;
    assert_eq!(admin.import(&mine, "mine again").await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn two_imports_at_the_same_moment_never_mix() {
    let (_app, mut admin) = App::with_people().await;
    let files = ["ann", "bob", "cat", "dan"].map(|name| format!("Username,FirstName\n{name}@example.com,Changed\n"));
    let mut previews = Vec::new();
    for file in &files {
        previews.push(admin.preview(file, Options::default()).await);
    }
    let sent = previews.into_iter().map(|preview| {
        let mut admin = admin.clone();
        tokio::spawn(async move { admin.import(&preview, &format!("{:?}", preview.digest)).await })
    });
    let mut applied = 0;
    for answer in sent.collect::<Vec<_>>() {
        let answer = answer.await.expect("no panic");
        match answer.status {
            StatusCode::CREATED => applied += 1,
            StatusCode::CONFLICT => assert_eq!(answer.problem(), "directory-moved"),
            other => panic!("{other}: {}", answer.text()),
        }
    }
    assert_eq!(applied, 1);
    assert_eq!(admin.everything().await.matches(",Changed,").count(), 1);
}

#[tokio::test]
async fn another_plan_than_the_previewed_one_is_refused() {
    let (_app, mut admin) = App::with_people().await;
    let preview = admin.preview(PHONES, Options::default()).await;
    let mut tampered = preview.clone();
    tampered.file = String::from_utf8(preview.file.clone()).expect("text").replace("0003", "0009").into_bytes();
    let answer = admin.import(&tampered, "k").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::CONFLICT, "plan-differs"));

    let mut request = preview.request();
    request["engine_version"] = json!("0.0.0");
    let answer = admin.multipart("/api/imports", &request, &preview.file, Some("k")).await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::CONFLICT, "engine-version"));
    let answer = admin.multipart("/api/imports", &preview.request(), &preview.file, None).await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::BAD_REQUEST, "malformed-request"));
    assert_eq!(revisions(&mut admin).await, 1);
}

#[tokio::test]
async fn usernames_swap_and_go_round_in_one_file() {
    let (_app, mut admin) = App::with_people().await;
    let file = "EmployeeId,Username\n007,bob@example.com\n008,cat@example.com\n009,ann@example.com\n";
    let options = Options { key: shared::options::Key::EmployeeId, ..Options::default() };
    let preview = admin.preview(file, options).await;
    let answer = admin.import(&preview, "k").await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(answer.json()["counts"]["renamed"], 3);
    let extract = admin.get("/api/extract?columns=FirstName&system=false&format=plain").await.text();
    assert_eq!(
        extract,
        "Username,FirstName\nbob@example.com,Ann\ncat@example.com,Bob\nann@example.com,Cat\ndan@example.com,Dan\n"
    );
}

#[tokio::test]
async fn a_file_that_changes_nothing_makes_no_revision() {
    let (_app, mut admin) = App::with_people().await;
    let untouched = admin.get("/api/extract?profile=true").await.text();
    let preview = admin.preview(&untouched, Options { base: Some(1), ..Options::default() }).await;
    let answer = admin.import(&preview, "k").await;
    assert_eq!((answer.status, &answer.json()["revision"]), (StatusCode::OK, &json!(1)), "{}", answer.text());
    assert_eq!(admin.import(&preview, "k").await.status, StatusCode::OK);
    assert_eq!(revisions(&mut admin).await, 1);
}

#[tokio::test]
async fn a_colleagues_change_made_after_the_extract_survives() {
    let (_app, mut admin) = App::with_people().await;
    let extract = admin.get("/api/extract").await.text();
    let theirs = admin.preview("Username,FirstName\ndan@example.com,Daniel\n", Options::default()).await;
    assert_eq!(admin.import(&theirs, "theirs").await.status, StatusCode::CREATED);

    let edited = extract.replace("ann@example.com,ann@example.com,Ann,", "ann@example.com,ann@example.com,Anna,");
    let mine = admin.preview(&edited, Options { base: Some(1), ..Options::default() }).await;
    let answer = admin.import(&mine, "mine").await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let names = admin.get("/api/extract?columns=FirstName&system=false&format=plain").await.text();
    assert!(names.contains("ann@example.com,Anna\n") && names.contains("dan@example.com,Daniel\n"), "{names}");
}

#[tokio::test]
async fn the_preview_for_scripts_is_the_engines_plan() {
    let (_app, mut admin) = App::with_people().await;
    let request = json!({ "file_name": "x.csv", "options": {} });
    let answer = admin.multipart("/api/imports/preview", &request, PHONES.as_bytes(), None).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let local = admin.preview(PHONES, Options::default()).await;
    assert_eq!(answer.json()["digest"].as_str(), local.digest.as_deref());
    assert_eq!(answer.header("muster-revision"), "1");
    assert_eq!(revisions(&mut admin).await, 1);

    let request = json!({ "file_name": "x.csv", "options": { "base": 99 } });
    let answer = admin.multipart("/api/imports/preview", &request, PHONES.as_bytes(), None).await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "unknown-base"));
}

#[tokio::test]
async fn an_import_goes_on_when_the_client_goes_away() {
    let (app, mut admin) = App::with_people().await;
    let preview = admin.preview(PHONES, Options::default()).await;
    let others_write = app.state.storage.write().await.expect("a writer");
    let sent = tokio::spawn({
        let (mut admin, preview) = (admin.clone(), preview.clone());
        async move { admin.import(&preview, "k").await.status }
    });
    let all = usize::try_from(MOST_CHANGES).expect("a number");
    wait_for("the import is in hand", async || app.state.changes.available_permits() < all).await;
    sent.abort();
    assert!(sent.await.is_err_and(|error| error.is_cancelled()));
    drop(others_write);
    wait_for("the import is applied", async || revisions(&mut admin.clone()).await == 2).await;
    let again = admin.import(&preview, "k").await;
    assert_eq!((again.status, &again.json()["revision"]), (StatusCode::CREATED, &json!(2)));
    assert_eq!(revisions(&mut admin).await, 2);
}

async fn revisions(admin: &mut Visitor) -> usize {
    let page = admin.get("/api/revisions").await.json();
    page["revisions"].as_array().map(Vec::len).expect("a list")
}

fn stored_columns() -> usize {
    shared::Schema::standard().columns.len()
}
