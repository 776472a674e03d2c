//! The files of a past revision: what it did, and what takes it back, both of which can be imported.

use axum::http::StatusCode;
use serde_json::Value;
use shared::options::{Create, Key, Options};

use super::app::{App, Visitor};

/// Every cell of everybody, without the revisions.
async fn cells(admin: &mut Visitor) -> String {
    admin.get("/api/extract?columns=all&profile=true&system=false&format=plain").await.text()
}

async fn import(admin: &mut Visitor, file: &str, options: Options, key: &str) {
    let preview = admin.preview(file, options).await;
    let done = admin.import(&preview, key).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text());
}

/// The file as JSON has it, and the options to read it with.
async fn file_of(admin: &mut Visitor, path: &str) -> (String, Options, Value) {
    let json = admin.get(&format!("{path}?format=json")).await.json();
    let options = serde_json::from_value(json["options"].clone()).expect("options");
    let file = json["file"].as_str().expect("a file").to_owned();
    let plain = admin.get(path).await;
    assert_eq!((plain.header("content-type"), plain.text()), ("text/csv; charset=utf-8", file.clone()));
    assert_eq!(
        plain.header("content-disposition"),
        format!("attachment; filename=\"{}\"", json["name"].as_str().expect("a name"))
    );
    (file, options, json)
}

#[tokio::test]
async fn what_a_revision_did_is_done_and_taken_back_by_its_files() {
    let (_app, mut admin) = App::with_people().await;
    let first = cells(&mut admin).await;
    let ring = "EmployeeId,Username,FirstName,WorkOfficePhone\n007,bob@example.com,Anna,\n008,ann@example.com,Bob,1\n009,cat@example.com,=Cat,2\n";
    let by_id = Options { key: Key::EmployeeId, blanks: shared::options::Blanks::Clear, ..Options::default() };
    import(&mut admin, ring, by_id, "ring").await;
    let second = cells(&mut admin).await;
    assert_ne!(first, second);

    let (inverse, options, json) = file_of(&mut admin, "/api/revisions/2/inverse-file").await;
    assert_eq!((&json["people"], json["left"].as_array().map(Vec::len)), (&Value::from(3), Some(0)), "{json}");
    import(&mut admin, &inverse, options, "inverse").await;
    assert_eq!(cells(&mut admin).await, first);

    let (forward, options, _) = file_of(&mut admin, "/api/revisions/2/change-file").await;
    // It was made for the state of before, which is there again under a later revision: whoever has it knows that.
    let forward = forward.replace(",1\r\n", ",3\r\n");
    import(&mut admin, &forward, options, "forward").await;
    assert_eq!(cells(&mut admin).await, second);
}

#[tokio::test]
async fn who_came_is_listed_as_what_a_file_leaves() {
    let (_app, mut admin) = App::with_people().await;
    let new = "Username,WorkEmail,FirstName,LastName\neve@example.com,eve@example.com,Eve,Poe\n";
    import(&mut admin, new, Options { create: Create::Allow, ..Options::default() }, "new").await;
    let (file, options, _) = file_of(&mut admin, "/api/revisions/2/change-file").await;
    assert!(file.contains("eve@example.com") && options.create == Create::Allow, "{file}");
    let (file, _, json) = file_of(&mut admin, "/api/revisions/2/inverse-file").await;
    assert!(file.contains("DISABLED"), "{file}");
    assert_eq!(json["left"], serde_json::json!([{ "username": "eve@example.com", "column": null }]));
    for path in ["/api/revisions/0/change-file", "/api/revisions/9/inverse-file"] {
        assert_eq!(admin.get(path).await.problem(), "not-found");
    }
}
