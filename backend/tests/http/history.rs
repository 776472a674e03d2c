//! The history: revisions, their changes, their files.

use axum::http::StatusCode;
use serde_json::json;
use shared::options::Options;

use super::app::{App, EMAIL, PEOPLE, Preview};

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
async fn the_file_comes_back_as_it_may_be_kept() {
    let (app, mut admin) = App::with_people().await;
    let answer = admin.get("/api/revisions/1/file").await;
    // The cell that a spreadsheet program would run is guarded, as in an extract; the rest is what was sent.
    let kept = format!("\u{feff}{}", PEOPLE.replace(",=1+1", ",'=1+1").replace(",+44", ",'+44"));
    let kept = kept.replace('\n', "\r\n").replace("two\r\nlines", "two\nlines");
    assert_eq!((answer.text().as_str(), answer.header("content-type")), (kept.as_str(), "text/csv"));
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"people.csv\"; filename*=UTF-8''people.csv"
    );
    assert_eq!(admin.get("/api/revisions/9/file").await.problem(), "not-found");
    // Its facts are those of what was sent.
    assert_eq!(admin.get("/api/revisions/1").await.json()["file"]["bytes"], PEOPLE.len());
    let entries = app.state.storage.read().await.expect("reads").audit_after(0, 100).await.expect("entries");
    let read: Vec<_> = entries.iter().filter(|entry| entry.act == "file-read").collect();
    assert_eq!((read.len(), read[0].details.as_str()), (1, "{\"revision\":1}"));
}

#[tokio::test]
async fn what_a_file_holds_beside_the_directory_is_neither_kept_nor_shown() {
    let (_app, mut admin) = App::with_people().await;
    let file = "Username,Salary,FirstName,=2+3,WorkOfficePhone,Biography\n\
        ann@example.com,91000,Anna,secret,+44 20 7946 0009,\n\
        cat@example.com,84000,,secret,,=2*2\n";
    let options = Options { ignored_columns: ["Salary", "=2+3"].map(str::to_owned).into(), ..Options::default() };
    // A script sends the file as it is; only the desk writes it anew before.
    let preview = admin.preview(file, options).await;
    let raw = Preview { file: file.as_bytes().to_vec(), ..preview };
    let done = admin.import(&raw, "k").await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text());
    let kept = admin.get("/api/revisions/2/file").await;
    for left_out in ["Salary", "91000", "84000", "secret", "2+3"] {
        assert!(!kept.text().contains(left_out), "{}", kept.text());
    }
    assert!(kept.text().contains(",'=2*2"), "{}", kept.text());
    for line in kept.text().trim_start_matches('\u{feff}').lines() {
        for cell in line.split(',') {
            assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    let mut viewer = admin.colleague("viewer@example.com", "viewer").await;
    let refused = viewer.get("/api/revisions/2/file").await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::FORBIDDEN, "forbidden"));
    let mut editor = admin.colleague("editor@example.com", "editor").await;
    assert_eq!(editor.get("/api/revisions/2/file").await.text(), kept.text());
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
