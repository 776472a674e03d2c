//! Settings: the risk budget, how long files are kept, the columns.

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use serde_json::{Value, json};
use shared::options::Options;

use super::app::{App, Visitor};

#[tokio::test]
async fn settings_are_changed_by_who_saw_the_last_change() {
    let (app, mut admin) = App::with_people().await;
    let before = admin.get("/api/settings").await.json();
    assert_eq!(before["settings"]["budget"]["created"], 10);
    assert_eq!(before["settings"]["retention"]["files_days"], json!(365));
    assert_eq!(before["settings"]["budget"]["changed"], 25);
    let change = json!({ "number": 0, "settings": { "budget": { "changed": 50 }, "retention": { "files_days": 30 } } });
    let changed = admin.write(Method::PUT, "/api/settings", &change).await;
    assert_eq!((changed.status, &changed.json()["number"]), (StatusCode::OK, &json!(1)));
    let late = admin.write(Method::PUT, "/api/settings", &change).await;
    assert_eq!((late.status, late.problem().as_str()), (StatusCode::CONFLICT, "settings-moved"));
    for unfit in [json!({ "budget": { "created": 101 } }), json!({ "retention": { "files_days": 0 } })] {
        let change = json!({ "number": 1, "settings": unfit });
        assert_eq!(admin.write(Method::PUT, "/api/settings", &change).await.problem(), "setting");
    }

    assert_eq!(backend::settings::sweep(&app.state).await.expect("sweeps"), 0);
    app.clock.advance(SignedDuration::from_hours(24 * 31));
    assert_eq!(backend::settings::sweep(&app.state).await.expect("sweeps"), 1);
    let mut admin = app.visitor();
    admin.post_json("/api/session", &json!({ "email": super::app::EMAIL, "password": super::app::PASSWORD })).await;
    assert_eq!(admin.get("/api/revisions/1/file").await.problem(), "not-found");
    assert_eq!(admin.get("/api/revisions/1/changes").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_editor_keeps_within_the_risk_budget() {
    let (_app, mut admin) = App::with_people().await;
    let rows: Vec<String> = (0..30).map(|n| format!("p{n}@example.com,p{n}@example.com,Pat,Poe\n")).collect();
    let file = format!("Username,WorkEmail,FirstName,LastName\n{}", rows.concat());
    let mut editor = admin.colleague("ed@example.com", "editor").await;
    let options = Options { create: shared::options::Create::Allow, ..Options::default() };
    let preview = editor.preview(&file, options).await;
    let refused = editor.import(&preview, "k").await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::FORBIDDEN, "over-budget"));
}

#[tokio::test]
async fn an_own_column_is_added_filled_and_only_dropped_empty() {
    let (_app, mut admin) = App::with_people().await;
    let mut columns = columns(&mut admin).await;
    let stale = admin.preview("Username,FirstName\nann@example.com,Anna\n", Options::default()).await;
    let team = json!({ "header": "Team", "kind": "text", "aliases": ["Group"], "max_chars": 60 });
    columns.insert(1, team.clone());
    let put = async |admin: &mut Visitor, number: u64, columns: &[Value]| {
        let answer =
            admin.write(Method::PUT, "/api/settings/columns", &json!({ "number": number, "columns": columns })).await;
        (answer.status, answer.text())
    };
    assert_eq!(put(&mut admin, 0, &columns).await.0, StatusCode::OK);
    assert_eq!(put(&mut admin, 0, &columns).await.0, StatusCode::CONFLICT);
    assert_eq!(admin.get("/api/schema").await.json()["columns"][1]["header"], "Team");
    assert_eq!(admin.import(&stale, "stale").await.problem(), "plan-differs");

    let header = admin.get("/api/extract?columns=Team").await.text();
    assert!(header.trim_start_matches('\u{feff}').starts_with("Username,Team,Revision"), "{header}");
    let done = set(&mut admin, "Username,Group\nann@example.com,Blue\n").await;
    assert_eq!(done, StatusCode::CREATED);
    let text = admin.get("/api/extract?columns=Team&format=plain").await.text();
    assert!(text.contains("ann@example.com,Blue,2\n") && text.contains("bob@example.com,,1\n"), "{text}");

    let dropped: Vec<Value> = columns.iter().filter(|column| column["header"] != "Team").cloned().collect();
    let (status, text) = put(&mut admin, 1, &dropped).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("values in the column Team"), "{text}");
    let mut bad = columns.clone();
    bad[1]["required"] = json!(true);
    assert_eq!(put(&mut admin, 1, &bad).await.0, StatusCode::UNPROCESSABLE_ENTITY, "bob has no team");
    let without_username: Vec<Value> = columns.iter().skip(1).cloned().collect();
    assert_eq!(put(&mut admin, 1, &without_username).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let unused: Vec<Value> = columns.iter().filter(|column| column["header"] != "Nickname").cloned().collect();
    assert_eq!(put(&mut admin, 1, &unused).await.0, StatusCode::OK, "nobody has a nickname");
    assert_eq!(admin.get("/api/extract?at=1&columns=FirstName").await.status, StatusCode::OK);
}

async fn columns(admin: &mut Visitor) -> Vec<Value> {
    admin.get("/api/schema").await.json()["columns"].as_array().expect("columns").clone()
}

/// Imports a file under the columns that the server has now.
async fn set(admin: &mut Visitor, file: &str) -> StatusCode {
    let options = json!({ "file_name": "edited.csv", "options": {} });
    let preview = admin.multipart("/api/imports/preview", &options, file.as_bytes(), None).await;
    let request = json!({
        "file_name": "edited.csv",
        "options": {},
        "revision": preview.header("muster-revision").parse::<u64>().expect("a number"),
        "digest": preview.json()["digest"],
        "engine_version": shared::VERSION,
    });
    admin.multipart("/api/imports", &request, file.as_bytes(), Some("set")).await.status
}
