//! The directory's past: renames are followed, and old values are known for old.

use axum::http::StatusCode;
use serde_json::{Value, json};
use shared::options::Options;

use super::app::{App, Visitor};

/// Revision 2: a colleague gives Ann another phone.
async fn with_a_colleagues_change(admin: &mut Visitor) {
    let file = "Username,WorkOfficePhone\nann@example.com,+44 20 7946 0999\n";
    let preview = admin.preview(file, Options::default()).await;
    assert_eq!(admin.import(&preview, "colleague").await.status, StatusCode::CREATED);
}

/// Gives somebody another Username, as her page does.
async fn rename(admin: &mut Visitor, from: &str, to: &str) {
    let file = format!("Username,FirstName\n{to},Bob\n");
    let options = Options { renames: [(to.to_owned(), from.to_owned())].into(), ..Options::default() };
    let preview = admin.preview(&file, options).await;
    let answer = admin.import(&preview, &format!("rename {from}")).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
}

async fn plan(admin: &mut Visitor, name: &str, file: &str) -> Value {
    let request = json!({ "file_name": name, "options": {}, "find_base": true });
    let answer = admin.multipart("/api/imports/preview", &request, file.as_bytes(), None).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.json()
}

fn codes(plan: &Value) -> Vec<&str> {
    plan["findings"].as_array().into_iter().flatten().filter_map(|finding| finding["code"].as_str()).collect()
}

#[tokio::test]
async fn an_old_value_in_a_file_without_a_base_is_said_with_who_and_when() {
    let (_app, mut admin) = App::with_people().await;
    with_a_colleagues_change(&mut admin).await;
    // Cut from the extract of revision 1: the phone is the old one, and nobody typed it.
    let old = "Username,WorkOfficePhone\nann@example.com,+44 20 7946 0001\nbob@example.com,+44 20 7946 0002\n";
    let plan = plan(&mut admin, "phones.csv", old).await;
    let goes_back: Vec<&Value> =
        plan["findings"].as_array().into_iter().flatten().filter(|finding| finding["code"] == "C017").collect();
    assert_eq!(goes_back.len(), 1, "{plan}");
    let (message, fix) = (goes_back[0]["message"].as_str().expect("words"), &goes_back[0]["fixes"][0]);
    assert!(
        message.contains("Ann Lee") && message.contains("revision 2") && message.contains("7946 0001"),
        "{message}"
    );
    assert_eq!((&goes_back[0]["severity"], &goes_back[0]["count"]), (&json!("warning"), &json!(1)));
    assert!(fix["edits"][0]["value"].as_str().is_some_and(|value| value.ends_with("0999")), "{fix}");
    assert!(codes(&plan).contains(&"H010"), "{plan}");
}

#[tokio::test]
async fn an_unknown_base_must_be_acknowledged_or_said() {
    let (_app, mut admin) = App::with_people().await;
    with_a_colleagues_change(&mut admin).await;
    let file = "Username,FirstName\nann@example.com,Anna\n";
    let preview = admin.preview(file, Options::default()).await;
    let mut request = preview.request();
    request["acknowledged"] = json!(false);
    let answer = admin.multipart("/api/imports", &request, &preview.file, Some("k1")).await;
    assert_eq!(
        (answer.status, answer.problem().as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, "warnings-unacknowledged")
    );
    for options in [Options { base: Some(1), ..Options::default() }, Options { no_base: true, ..Options::default() }] {
        let (_app, mut admin) = App::with_people().await;
        with_a_colleagues_change(&mut admin).await;
        let preview = admin.preview(file, options).await;
        let mut request = preview.request();
        request["acknowledged"] = json!(false);
        let answer = admin.multipart("/api/imports", &request, &preview.file, Some("k2")).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    }
}

#[tokio::test]
async fn the_first_revision_is_every_files_base() {
    let (_app, mut admin) = App::with_people().await;
    let plan = plan(&mut admin, "names.csv", "Username,FirstName\nann@example.com,Anna\n").await;
    assert_eq!((&plan["counts"]["warnings"], &plan["counts"]["updated"]), (&json!(0), &json!(1)), "{plan}");
}

#[tokio::test]
async fn an_extract_that_was_out_when_somebody_was_renamed_changes_nothing() {
    let (_app, mut admin) = App::with_people().await;
    let extract = admin.get("/api/extract").await;
    rename(&mut admin, "bob@example.com", "robert@example.com").await;
    let name = extract.header("content-disposition").split('"').nth(1).expect("a name").to_owned();
    let untouched = plan(&mut admin, &name, &extract.text()).await;
    assert_eq!(codes(&untouched), ["I015"], "{untouched}");
    assert_eq!((&untouched["counts"]["same"], untouched["changes"].as_array().map(Vec::len)), (&json!(4), Some(0)));

    // An edit in his row reaches him under his name of now.
    let edited = extract.text().replace(",Bob,", ",Bobby,");
    let edited = plan(&mut admin, &name, &edited).await;
    let change = &edited["changes"][0];
    assert_eq!((&change["username"], &change["new"]), (&json!("robert@example.com"), &json!("Bobby")), "{edited}");
    assert_eq!(edited["counts"]["errors"], json!(0));
}

#[tokio::test]
async fn a_narrow_file_follows_a_rename_without_a_base() {
    let (_app, mut admin) = App::with_people().await;
    rename(&mut admin, "bob@example.com", "robert@example.com").await;
    let plan = plan(&mut admin, "names.csv", "Username,LastName\nbob@example.com,Brown\n").await;
    let change = &plan["changes"][0];
    assert_eq!((&change["username"], &change["column"]), (&json!("robert@example.com"), &json!("LastName")), "{plan}");
    assert!(!codes(&plan).contains(&"I002") && !codes(&plan).contains(&"I003"), "{plan}");
    assert!(!plan.to_string().contains("Create as new"));
}

#[tokio::test]
async fn a_username_that_somebody_else_has_now_still_means_who_had_it_in_the_extract() {
    let (_app, mut admin) = App::with_people().await;
    let extract = admin.get("/api/extract").await;
    let name = extract.header("content-disposition").split('"').nth(1).expect("a name").to_owned();
    rename(&mut admin, "bob@example.com", "robert@example.com").await;
    let file = "Username,FirstName\nbob@example.com,Cat\n";
    let options = Options {
        renames: [("bob@example.com".to_owned(), "cat@example.com".to_owned())].into(),
        base: Some(2),
        ..Options::default()
    };
    let preview = admin.preview(file, options).await;
    let answer = admin.import(&preview, "take over").await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let plan = plan(&mut admin, &name, &extract.text()).await;
    assert_eq!(plan["changes"].as_array().map(Vec::len), Some(0), "{plan}");
    assert_eq!(plan["counts"]["errors"], json!(0), "{plan}");
}

#[tokio::test]
async fn what_cells_held_is_for_editors_and_is_audited() {
    let (_app, mut admin) = App::with_people().await;
    with_a_colleagues_change(&mut admin).await;
    let mut reader = admin.colleague("vic@example.com", "viewer").await;
    assert_eq!(reader.get("/api/past?columns=WorkOfficePhone").await.status, StatusCode::FORBIDDEN);
    let unknown = admin.get("/api/past?columns=Shoe").await;
    assert_eq!((unknown.status, unknown.problem().as_str()), (StatusCode::BAD_REQUEST, "unknown-column"));
    let past = admin.past("WorkOfficePhone").await;
    assert_eq!((past.cells.len(), past.cut_at, past.steps.len()), (1, 0, 1));
    assert!(admin.past("FirstName").await.cells.is_empty());
    let audit = admin.get("/api/audit").await.text();
    assert!(audit.contains("\"past\"") && !audit.contains("7946 0001"), "{audit}");
}
