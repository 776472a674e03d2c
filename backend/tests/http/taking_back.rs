//! Undo and restore: what was done is taken back cell by cell, nothing that others did since is lost, and both can be
//! undone themselves.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use shared::options::{Create, Options};

use super::app::{Answer, App, Visitor};

const NEW: &str = "Username,WorkEmail,FirstName,LastName,PrimarySupervisorUsername\n\
    eve@example.com,eve@example.com,Eve,Poe,ann@example.com\n";

async fn import(admin: &mut Visitor, file: &str, options: Options) -> Value {
    let preview = admin.preview(file, options).await;
    let answer = admin.import(&preview, &format!("import {}", preview.revision)).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    answer.json()
}

/// Previews with decisions, and applies what was previewed.
async fn take_back(admin: &mut Visitor, what: &str, conflicts: &Value) -> Answer {
    let path = format!("/api/revisions/{what}");
    let preview = admin.post_json(&format!("{path}/preview"), &json!({ "conflicts": conflicts })).await;
    assert_eq!(preview.status, StatusCode::OK, "{}", preview.text());
    let preview = preview.json();
    let request = json!({
        "conflicts": conflicts,
        "revision": preview["revision"],
        "digest": preview["digest"].as_str().unwrap_or_default(),
        "acknowledged": true,
        "note": "from a test",
    });
    admin.write_once(Method::POST, &path, &request, &format!("{what} {} {conflicts}", preview["revision"])).await
}

/// Every cell of everybody, without the revisions.
async fn cells(admin: &mut Visitor, at: Option<u64>) -> BTreeMap<String, Vec<String>> {
    let directory = admin.directory(at).await;
    let schema = directory.schema().clone();
    let own = |column: &usize| !schema.columns[*column].system;
    let columns: Vec<usize> = (0..schema.columns.len()).filter(own).collect();
    let person = |person: shared::directory::Person<'_>| {
        (person.username().into_owned(), columns.iter().map(|column| person.value(*column).into_owned()).collect())
    };
    directory.iter().map(person).collect()
}

#[tokio::test]
async fn an_undo_takes_everything_back_and_can_be_undone() {
    let (_app, mut admin) = App::with_people().await;
    let first = cells(&mut admin, None).await;
    // A ring of usernames, a cleared cell, a changed one, all in one file by EmployeeId.
    let ring =
        "EmployeeId,Username,FirstName\n007,bob@example.com,Anna\n008,cat@example.com,Bob\n009,ann@example.com,Cat\n";
    let by_id = Options { key: shared::options::Key::EmployeeId, ..Options::default() };
    import(&mut admin, ring, by_id).await;
    let second = cells(&mut admin, None).await;
    assert_ne!(first, second);

    let done = take_back(&mut admin, "2/undo", &json!({})).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text());
    assert_eq!(cells(&mut admin, None).await, first);
    let revision = admin.get("/api/revisions/3").await.json();
    assert_eq!((&revision["kind"], &revision["about"]), (&json!("undo"), &json!(2)));
    assert_eq!(admin.get("/api/revisions/2").await.json()["undone_by"], 3);

    assert_eq!(take_back(&mut admin, "3/undo", &json!({})).await.status, StatusCode::CREATED);
    assert_eq!(cells(&mut admin, None).await, second);
    for (at, expected) in [(1, &first), (2, &second), (3, &first), (4, &second)] {
        assert_eq!(&cells(&mut admin, Some(at)).await, expected, "revision {at}");
    }
}

#[tokio::test]
async fn what_was_edited_since_is_a_conflict_and_never_lost_in_silence() {
    let (_app, mut admin) = App::with_people().await;
    import(
        &mut admin,
        "Username,FirstName,Nickname\nann@example.com,Anna,A\nbob@example.com,Rob,B\n",
        Options::default(),
    )
    .await;
    import(&mut admin, "Username,FirstName\nann@example.com,Annabel\n", Options::default()).await;
    let preview = admin.post_json("/api/revisions/2/undo/preview", &json!({})).await.json();
    assert_eq!((&preview["digest"], &preview["counts"]["conflicts"]), (&json!(null), &json!(1)));
    assert_eq!(
        preview["conflicts"][0],
        json!({ "username": "ann@example.com", "column": "FirstName", "why": "edited-since", "then": "Ann",
                "now": "Annabel", "decided": null })
    );
    let refused = take_back(&mut admin, "2/undo", &json!({})).await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "conflicts-undecided"));

    let keep = json!({ "cells": { "ann@example.com": { "FirstName": "theirs" } } });
    assert_eq!(take_back(&mut admin, "2/undo", &keep).await.status, StatusCode::CREATED);
    let now = admin.directory(None).await;
    let ann = now.person(now.find_username("ann@example.com").expect("Ann")).expect("Ann");
    let value = |header: &str| ann.value(now.schema().index_of(header).expect("a column")).into_owned();
    assert_eq!((value("FirstName"), value("Nickname")), ("Annabel".to_owned(), String::new()));
}

#[tokio::test]
async fn who_came_goes_with_the_undo_and_comes_back_with_its_undo() {
    let (_app, mut admin) = App::with_people().await;
    let first = cells(&mut admin, None).await;
    let create = || Options { create: Create::Allow, ..Options::default() };
    import(&mut admin, NEW, create()).await;
    let second = cells(&mut admin, None).await;

    let preview = admin.post_json("/api/revisions/2/undo/preview", &json!({})).await.json();
    assert_eq!(preview["counts"]["deleted"], 1);
    let request = json!({ "revision": 2, "digest": preview["digest"] });
    let refused = admin.write_once(Method::POST, "/api/revisions/2/undo", &request, "unseen").await;
    assert_eq!(refused.problem(), "deletion-unacknowledged");

    let done = take_back(&mut admin, "2/undo", &json!({})).await.json();
    assert_eq!((&done["people"], &done["counts"]["deleted"]), (&json!(4), &json!(1)));
    assert_eq!(cells(&mut admin, None).await, first);
    let change = &admin.get("/api/revisions/3/changes").await.json()["changes"][0];
    assert_eq!((&change["username"], &change["deleted"]), (&json!("eve@example.com"), &json!(true)));
    assert_eq!(admin.get("/api/people/eve@example.com").await.status, StatusCode::NOT_FOUND);

    assert_eq!(take_back(&mut admin, "3/undo", &json!({})).await.json()["people"], 5);
    assert_eq!(cells(&mut admin, None).await, second);
    for (at, expected) in [(1, &first), (2, &second), (3, &first), (4, &second)] {
        assert_eq!(&cells(&mut admin, Some(at)).await, expected, "revision {at}");
    }
    // Her username is free while she is gone. Who has it meanwhile keeps it.
    take_back(&mut admin, "4/undo", &json!({})).await;
    import(&mut admin, &NEW.replace("Eve,Poe", "Eva,Po"), create()).await;
    let preview =
        admin.post_json("/api/revisions/5/undo/preview", &json!({ "conflicts": { "all": "yours" } })).await.json();
    assert_eq!((&preview["conflicts"][0]["why"], &preview["digest"]), (&json!("taken"), &json!(null)));
}

#[tokio::test]
async fn who_is_referred_to_since_goes_only_if_that_is_decided() {
    let (_app, mut admin) = App::with_people().await;
    import(&mut admin, NEW, Options { create: Create::Allow, ..Options::default() }).await;
    import(&mut admin, "Username,PrimarySupervisorUsername\nbob@example.com,eve@example.com\n", Options::default())
        .await;
    let preview = admin.post_json("/api/revisions/2/undo/preview", &json!({})).await.json();
    assert_eq!(preview["conflicts"][0]["why"], "referred-to");
    assert_eq!(take_back(&mut admin, "2/undo", &json!({ "all": "theirs" })).await.status, StatusCode::OK);
    let done = take_back(&mut admin, "2/undo", &json!({ "all": "yours" })).await.json();
    assert_eq!((&done["counts"]["deleted"], &done["counts"]["updated"]), (&json!(1), &json!(1)));
    let bob = admin.get("/api/people/bob@example.com").await.json();
    assert_eq!(bob["values"]["PrimarySupervisorUsername"], json!(null));
}

#[tokio::test]
async fn a_restore_brings_a_whole_state_back() {
    let (_app, mut admin) = App::with_people().await;
    let first = cells(&mut admin, None).await;
    import(&mut admin, NEW, Options { create: Create::Allow, ..Options::default() }).await;
    import(&mut admin, "Username,FirstName\nann@example.com,Anna\neve@example.com,Eva\n", Options::default()).await;
    let third = cells(&mut admin, None).await;
    let done = take_back(&mut admin, "1/restore", &json!({})).await;
    assert_eq!((done.status, &done.json()["people"]), (StatusCode::CREATED, &json!(4)));
    assert_eq!(cells(&mut admin, None).await, first);
    assert_eq!(take_back(&mut admin, "3/restore", &json!({})).await.json()["people"], 5);
    assert_eq!(cells(&mut admin, None).await, third);
    assert_eq!(cells(&mut admin, Some(4)).await, first);
    assert_eq!(take_back(&mut admin, "3/restore", &json!({})).await.status, StatusCode::OK, "nothing is left to do");
    assert_eq!(take_back(&mut admin, "4/undo", &json!({ "all": "theirs" })).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_retry_gets_the_same_answer_and_an_old_preview_is_told_what_changed() {
    let (_app, mut admin) = App::with_people().await;
    import(&mut admin, "Username,FirstName\nann@example.com,Anna\n", Options::default()).await;
    let preview = admin.post_json("/api/revisions/2/undo/preview", &json!({})).await.json();
    let request = json!({ "revision": preview["revision"], "digest": preview["digest"] });
    let first = admin.write_once(Method::POST, "/api/revisions/2/undo", &request, "k").await;
    let again = admin.write_once(Method::POST, "/api/revisions/2/undo", &request, "k").await;
    assert_eq!((first.status, first.text()), (again.status, again.text()));
    let late = admin.write_once(Method::POST, "/api/revisions/2/undo", &request, "other").await;
    assert_eq!((late.status, late.problem().as_str()), (StatusCode::CONFLICT, "directory-moved"));
    assert_eq!(late.json()["differences"][0]["now"], "Ann");
    let mixed = admin.write_once(Method::POST, "/api/revisions/1/undo", &request, "k").await;
    assert_eq!(mixed.problem(), "idempotency-mismatch");
    assert_eq!(admin.post_json("/api/revisions/9/undo/preview", &json!({})).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_is_given_back_to_a_supervisor_who_is_gone() {
    let (_app, mut admin) = App::with_people().await;
    let supervisor = |name: &str| format!("Username,PrimarySupervisorUsername\nbob@example.com,{name}\n");
    import(&mut admin, &supervisor("cat@example.com"), Options::default()).await;
    import(&mut admin, &supervisor("ann@example.com"), Options::default()).await;
    import(&mut admin, "Username,AccountState\ncat@example.com,DISABLED\n", Options::default()).await;
    let gone = admin
        .send(
            super::app::from_desk(Method::DELETE, "/api/people/cat@example.com")
                .header("idempotency-key", "delete")
                .body(axum::body::Body::empty())
                .expect("a request"),
        )
        .await;
    assert_eq!(gone.status, StatusCode::CREATED, "{}", gone.text());

    let preview = admin.post_json("/api/revisions/3/undo/preview", &json!({})).await.json();
    let conflict = json!({ "username": "bob@example.com", "column": "PrimarySupervisorUsername", "why": "missing",
                           "then": "cat@example.com", "now": "ann@example.com", "decided": null });
    assert_eq!((&preview["conflicts"][0], &preview["digest"]), (&conflict, &json!(null)));
    assert_eq!(take_back(&mut admin, "3/undo", &json!({ "all": "yours" })).await.problem(), "conflicts-undecided");
    assert_eq!(take_back(&mut admin, "3/undo", &json!({ "all": "theirs" })).await.status, StatusCode::OK);

    // With the person herself the reference comes back.
    assert_eq!(take_back(&mut admin, "2/restore", &json!({})).await.status, StatusCode::CREATED);
    let bob = admin.get("/api/people/bob@example.com").await.json();
    assert_eq!(bob["values"]["PrimarySupervisorUsername"], "cat@example.com");
}

#[tokio::test]
async fn a_ring_of_usernames_goes_back_by_a_restore() {
    let (_app, mut admin) = App::with_people().await;
    let first = cells(&mut admin, None).await;
    let by_id = || Options { key: shared::options::Key::EmployeeId, ..Options::default() };
    let ring = "EmployeeId,Username\n007,bob@example.com\n008,cat@example.com\n009,ann@example.com\n";
    let swap = "EmployeeId,Username\n007,cat@example.com\n008,bob@example.com\n";
    import(&mut admin, ring, by_id()).await;
    let second = cells(&mut admin, None).await;
    import(&mut admin, swap, by_id()).await;
    assert_eq!(take_back(&mut admin, "1/restore", &json!({})).await.status, StatusCode::CREATED);
    assert_eq!(cells(&mut admin, None).await, first);
    assert_eq!(take_back(&mut admin, "2/restore", &json!({})).await.status, StatusCode::CREATED);
    assert_eq!(cells(&mut admin, None).await, second);
}
