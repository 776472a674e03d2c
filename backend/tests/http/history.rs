//! The history: revisions, their changes, their files.

use axum::http::StatusCode;
use serde_json::json;
use shared::options::Options;

use super::app::{App, EMAIL, PEOPLE};

#[tokio::test]
async fn each_revision_tells_who_did_what() {
    let (_app, mut admin) = App::with_people().await;
    let file = "Username,FirstName,EmployeeId\nann@example.com,Anna,007\ndan@example.com,Daniel,010\n";
    let preview = admin.preview(file, Options::default()).await;
    assert_eq!(admin.import(&preview, "k").await.status, StatusCode::CREATED);

    let page = admin.get("/api/revisions?limit=1").await.json();
    assert_eq!(page["next"], 2);
    assert_eq!(
        page["revisions"][0],
        json!({
            "number": 2,
            "at": "2026-11-22T14:00:00Z",
            "actor": { "email": EMAIL, "name": "Ann Lee" },
            "kind": "import",
            "note": "from a test",
            "file_name": "edited.csv",
            "counts": { "created": 0, "updated": 2, "renamed": 0, "cells": 3, "deleted": 0 },
            "about": null,
            "undone_by": null,
        })
    );
    let page = admin.get("/api/revisions?before=2").await.json();
    assert_eq!((&page["next"], &page["revisions"][0]["kind"]), (&json!(null), &json!("seed")));
    assert_eq!(page["revisions"][0]["counts"]["created"], 4);

    let one = admin.get("/api/revisions/2").await.json();
    assert_eq!(one["digest"].as_str(), preview.digest.as_deref());
    assert_eq!(one["file"]["bytes"], preview.file.len());
    let changes = admin.get("/api/revisions/2/changes?limit=2").await.json();
    assert_eq!(
        changes["changes"][0],
        json!({ "username": "ann@example.com", "column": "FirstName", "old": "Ann", "new": "Anna", "created": false, "deleted": false })
    );
    let rest = admin.get(&format!("/api/revisions/2/changes?after={}", changes["next"])).await.json();
    assert_eq!(rest["changes"].as_array().map(Vec::len), Some(1));
    assert_eq!(rest["next"], json!(null));
    let came = admin.get("/api/revisions/1/changes").await.json();
    assert_eq!((&came["changes"][0]["created"], &came["changes"][0]["new"]), (&json!(true), &json!("ann@example.com")));
}

#[tokio::test]
async fn the_file_comes_back_as_it_was_sent() {
    let (_app, mut admin) = App::with_people().await;
    let answer = admin.get("/api/revisions/1/file").await;
    assert_eq!((answer.text().as_str(), answer.header("content-type")), (PEOPLE, "text/csv"));
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"people.csv\"; filename*=UTF-8''people.csv"
    );
    assert_eq!(admin.get("/api/revisions/9/file").await.problem(), "not-found");
}

#[tokio::test]
async fn what_was_done_is_in_the_audit_and_its_chain_holds() {
    let (app, mut admin) = App::with_people().await;
    admin.get("/api/extract").await;
    let preview = admin.preview("Username,FirstName\nann@example.com,Anna\n", Options::default()).await;
    admin.import(&preview, "k").await;
    admin.delete("/api/session").await;
    let entries = app.state.storage.read().await.expect("reads").audit_after(0, 100).await.expect("entries");
    let acts: Vec<&str> = entries.iter().map(|entry| entry.act.as_str()).collect();
    assert_eq!(acts, ["seed", "set-up", "extract", "extract", "import", "sign-out"]);
    assert_eq!(backend::audit::first_broken([0; 32], &entries), None);
    assert!(!entries.iter().any(|entry| entry.details.contains('@')), "no personal data");
}
