//! What a change must not do, or only with its number typed: a mass change, and the loss of whoever must stay.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use shared::options::{Create, Options};

use super::app::{Answer, App, EMAIL, Preview, Visitor};

const ACTIVE: &str = "Username,AccountState\nann@example.com,ACTIVE\n";
const DISABLED: &str = "Username,AccountState\nann@example.com,DISABLED\n";

async fn many_people(admin: &mut Visitor) -> Preview {
    let rows: Vec<String> = (0..30).map(|n| format!("p{n}@example.com,p{n}@example.com,Pat,Poe\n")).collect();
    let file = format!("Username,WorkEmail,FirstName,LastName\n{}", rows.concat());
    admin.preview(&file, Options { create: Create::Allow, ..Options::default() }).await
}

#[tokio::test]
async fn over_the_risk_budget_the_number_must_be_typed() {
    let (_app, mut admin) = App::with_people().await;
    let preview = many_people(&mut admin).await;
    let send = async |admin: &mut Visitor, typed: Value, key: &str| {
        let mut request = preview.request();
        request["acknowledged_changes"] = typed;
        admin.multipart("/api/imports", &request, &preview.file, Some(key)).await
    };
    for (typed, key) in [(Value::Null, "not"), (json!(29), "wrong"), (json!(31), "too many")] {
        let refused = send(&mut admin, typed, key).await;
        let found = (refused.status, refused.problem());
        assert_eq!(found, (StatusCode::UNPROCESSABLE_ENTITY, "budget-unacknowledged".to_owned()));
        assert_eq!(refused.json()["changes"], 30);
    }
    assert_eq!(admin.get("/api/session").await.json()["revision"], 1, "nothing was changed");
    let done = send(&mut admin, json!(30), "right").await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text());
}

/// Switches a person off and on by a file, so that undoing the second file would switch her off again.
async fn switched_on_again(admin: &mut Visitor) {
    for file in [DISABLED, ACTIVE] {
        let preview = admin.preview(file, Options::default()).await;
        assert_eq!(admin.import(&preview, if file == ACTIVE { "on" } else { "off" }).await.status, StatusCode::CREATED);
    }
}

async fn undo(admin: &mut Visitor, number: u64, key: &str) -> Answer {
    let path = format!("/api/revisions/{number}/undo");
    let plan = admin.post_json(&format!("{path}/preview"), &json!({})).await.json();
    let request = json!({ "revision": plan["revision"], "digest": plan["digest"], "acknowledged": true });
    admin.write_once(Method::POST, &path, &request, key).await
}

async fn protect(admin: &mut Visitor, number: u64, people: &Value) {
    let change = json!({ "number": number, "settings": { "protected": people } });
    let changed = admin.write(Method::PUT, "/api/settings", &change).await;
    assert_eq!(changed.status, StatusCode::OK, "{}", changed.text());
}

#[tokio::test]
async fn who_is_protected_stays_whatever_is_tried() {
    let (_app, mut admin) = App::with_people().await;
    switched_on_again(&mut admin).await;
    let seen_before = admin.preview(DISABLED, Options::default()).await;
    protect(&mut admin, 0, &json!(["ANN@example.com"])).await;
    assert_eq!(admin.get("/api/settings").await.json()["settings"]["protected"], json!(["ANN@example.com"]));

    let refused = admin.import(&seen_before, "by a file").await;
    assert_eq!(refused.problem(), "plan-blocked", "{}", refused.text());
    assert_eq!(refused.json()["findings"][0]["code"], "I008");
    let undone = undo(&mut admin, 3, "by an undo").await;
    assert_eq!((undone.status, undone.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "protected-person"));
    let renames = Options {
        renames: [("new@example.com".to_owned(), "ann@example.com".to_owned())].into(),
        ..Options::default()
    };
    let rename = admin.preview("Username,FirstName\nnew@example.com,Ann\n", renames).await;
    assert_eq!(admin.import(&rename, "by a rename").await.problem(), "protected-person");
    assert_eq!(admin.get("/api/session").await.json()["revision"], 3, "nothing was changed");

    // A change of other settings leaves the list alone; once she is off it, it can be done.
    let change = json!({ "number": 1, "settings": { "retention": { "files_days": 30 } } });
    let changed = admin.write(Method::PUT, "/api/settings", &change).await.json();
    assert_eq!(changed["settings"]["protected"], json!(["ANN@example.com"]));
    protect(&mut admin, 2, &json!([])).await;
    assert_eq!(undo(&mut admin, 3, "again").await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn nobody_locks_herself_out() {
    let (_app, mut admin) = App::with_people().await;
    let mut ann = admin.colleague("Ann@example.com", "system-admin").await;
    switched_on_again(&mut admin).await;
    let preview = ann.preview(DISABLED, Options::default()).await;
    let refused = ann.import(&preview, "by a file").await;
    assert_eq!(refused.problem(), "plan-blocked", "{}", refused.text());
    let refused = undo(&mut ann, 3, "by an undo").await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "locks-you-out"));
    let person = ann.get("/api/people/ann@example.com").await.json();
    let edit =
        json!({ "changes": { "AccountState": "DISABLED" }, "revision": person["revision"], "acknowledged": true });
    let refused = ann.write_once(Method::PATCH, "/api/people/ann@example.com", &edit, "by an edit").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    assert_eq!(admin.get("/api/session").await.json()["revision"], 3, "nothing was changed");
    assert_eq!(undo(&mut admin, 3, "by another").await.status, StatusCode::CREATED, "another admin may");
}

#[tokio::test]
async fn one_system_admin_is_always_left() {
    let (app, mut admin) = App::with_people().await;
    switched_on_again(&mut admin).await;
    admin.colleague("ann@example.com", "system-admin").await;
    let mut editor = admin.colleague("editor@example.com", "editor").await;
    // Who isn't a person of the directory can't be locked out by it; once she is disabled, Ann is the last one.
    let mut unit = app.state.storage.write().await.expect("a writer");
    let first = unit.admin_by_email(EMAIL).await.expect("reads").expect("the first admin");
    unit.set_disabled(first.id, true).await.expect("disables");
    unit.commit().await.expect("commits");
    let refused = undo(&mut editor, 3, "k").await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "last-admin"));
    assert!(refused.text().contains("at least one active admin"), "{}", refused.text());
}
