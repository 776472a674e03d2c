//! People, one at a time: found, shown, edited, deleted.

use axum::http::{Method, StatusCode};
use serde_json::json;

use super::app::App;

#[tokio::test]
async fn people_are_found_by_any_word_and_in_pages() {
    let (_app, mut admin) = App::with_people().await;
    let names = |page: &serde_json::Value| -> Vec<String> {
        let people = page["people"].as_array().expect("people").iter();
        people.map(|person| person["values"]["FirstName"].as_str().expect("a name").to_owned()).collect()
    };
    let page = admin.get("/api/people?limit=3").await.json();
    assert_eq!(names(&page), ["Ann", "Bob", "Cat"]);
    let rest = admin.get(&format!("/api/people?limit=3&after={}", page["next"])).await.json();
    assert_eq!((names(&rest), &rest["next"]), (vec!["Dan".to_owned()], &json!(null)));
    assert_eq!((&page["total"], &rest["total"]), (&json!(4), &json!(4)));
    assert_eq!(names(&admin.get("/api/people?limit=2&skip=1").await.json()), ["Bob", "Cat"]);
    let found = admin.get("/api/people?search=example&skip=2&limit=1").await.json();
    assert_eq!((names(&found), &found["total"]), (vec!["Cat".to_owned()], &json!(null)));
    for (words, found) in [("hOOft", "Cat"), ("FACTORY%20brien", "Bob"), ("7946%200001", "Ann"), ("DAN@", "Dan")] {
        assert_eq!(names(&admin.get(&format!("/api/people?search={words}")).await.json()), [found], "{words}");
    }
    assert!(names(&admin.get("/api/people?search=nobody").await.json()).is_empty());
}

#[tokio::test]
async fn an_edit_is_a_revision_and_a_rename_takes_along_who_refers_to_her() {
    let (_app, mut admin) = App::with_people().await;
    let ann = admin.get("/api/people/ANN@example.com").await.json();
    assert_eq!((&ann["revision"], &ann["values"]["OfficialLocation"]), (&json!(1), &json!("Main\\|HQ")));
    let boss = json!({ "changes": { "PrimarySupervisorUsername": "ann@example.com" }, "revision": 1 });
    let answer = admin.write_once(Method::PATCH, "/api/people/bob@example.com", &boss, "1").await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());

    let rename = json!({ "changes": { "Username": "anna@example.com", "WorkOfficePhone": "", "Nickname": "=A" },
                         "revision": 1, "acknowledged": true });
    let preview = admin.post_json("/api/people/ann@example.com/preview", &rename).await.json();
    assert_eq!(preview["counts"]["renamed"], 1, "{preview}");
    let answer = admin.write_once(Method::PATCH, "/api/people/ann@example.com", &rename, "2").await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let anna = admin.get("/api/people/anna@example.com").await.json();
    assert_eq!((&anna["values"]["WorkOfficePhone"], &anna["values"]["Nickname"]), (&json!(null), &json!("=A")));
    let bob = admin.get("/api/people/bob@example.com").await.json();
    assert_eq!(bob["values"]["PrimarySupervisorUsername"], "anna@example.com");
    assert_eq!(admin.get("/api/people/ann@example.com").await.status, StatusCode::NOT_FOUND);
    let history = admin.get("/api/people/anna@example.com/history?limit=1").await.json();
    assert_eq!((&history["history"][0]["revision"]["kind"], &history["next"]), (&json!("edit"), &json!(3)));
    let older = admin.get("/api/people/anna@example.com/history?before=3").await.json();
    assert_eq!((&older["history"][0]["created"], &older["next"]), (&json!(true), &json!(null)));
}

#[tokio::test]
async fn a_page_that_is_older_than_the_person_overwrites_nothing_unseen() {
    let (_app, mut admin) = App::with_people().await;
    let edit = |column: &str, value: &str| json!({ "changes": { column: value }, "revision": 1 });
    let path = "/api/people/ann@example.com";
    assert_eq!(
        admin.write_once(Method::PATCH, path, &edit("FirstName", "Anna"), "1").await.status,
        StatusCode::CREATED
    );
    let other_cell = admin.write_once(Method::PATCH, path, &edit("Nickname", "A"), "2").await;
    assert_eq!(other_cell.status, StatusCode::CREATED, "{}", other_cell.text());
    let same_cell = admin.write_once(Method::PATCH, path, &edit("FirstName", "Annabel"), "3").await;
    assert_eq!(same_cell.problem(), "plan-blocked");
    let mut decided = edit("FirstName", "Annabel");
    decided["conflicts"] = json!({ "all": "yours" });
    let decided = admin.write_once(Method::PATCH, path, &decided, "4").await;
    assert_eq!(decided.status, StatusCode::CREATED, "{}", decided.text());
    let wrong = admin.write_once(Method::PATCH, path, &edit("WorkEmail", "ann at example"), "5").await;
    assert_eq!(wrong.problem(), "plan-blocked");
    let unknown = admin.write_once(Method::PATCH, path, &edit("ShoeSize", "43"), "6").await;
    assert_eq!(unknown.problem(), "plan-blocked");
}

#[tokio::test]
async fn only_who_is_switched_off_can_be_deleted_and_it_can_be_undone() {
    let (_app, mut admin) = App::with_people().await;
    let path = "/api/people/dan@example.com";
    assert_eq!(admin.write_once(Method::DELETE, path, &json!({}), "1").await.problem(), "still-active");
    let off = json!({ "changes": { "AccountState": "DISABLED" }, "revision": 1, "acknowledged": true });
    assert_eq!(admin.write_once(Method::PATCH, path, &off, "2").await.status, StatusCode::CREATED);
    let done = admin.write_once(Method::DELETE, path, &json!({}), "3").await;
    assert_eq!((done.status, &done.json()["people"]), (StatusCode::CREATED, &json!(3)));
    let preview = admin.post_json("/api/revisions/3/undo/preview", &json!({})).await.json();
    let request = json!({ "revision": 3, "digest": preview["digest"] });
    let back = admin.write_once(Method::POST, "/api/revisions/3/undo", &request, "4").await;
    assert_eq!(back.json()["people"], 4, "{}", back.text());
    assert_eq!(admin.get(path).await.json()["values"]["AccountState"], "DISABLED");
}
