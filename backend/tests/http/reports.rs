//! Reports, past extracts and the audit's page.

use axum::http::StatusCode;
use serde_json::json;

use super::app::{App, EMAIL};

#[tokio::test]
async fn the_profile_completion_report_counts_sections() {
    let (_app, mut admin) = App::with_people().await;
    let report = admin.get("/api/reports/profile-completion?limit=2").await.json();
    assert_eq!((&report["revision"], &report["people"], &report["complete"]), (&json!(1), &json!(4), &json!(0)));
    assert_eq!(
        report["sections"],
        json!([
            { "name": "Contact section", "filled": 1 },
            { "name": "Location section", "filled": 3 },
            { "name": "Bio section", "filled": 2 },
            { "name": "Skills section", "filled": 0 },
        ])
    );
    assert_eq!(report["profiles"][0]["filled"], json!([true, true, false, false]));
    assert_eq!((&report["profiles"][0]["percent"], &report["next"]), (&json!(50), &json!(2)));
    let rest = admin.get("/api/reports/profile-completion?limit=2&after=2").await.json();
    assert_eq!((rest["profiles"].as_array().map(Vec::len), &rest["next"]), (Some(2), &json!(null)));

    let csv = admin.get("/api/reports/profile-completion?format=csv").await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        csv.header("content-disposition"),
        "attachment; filename=\"muster-profile-completion-2026-11-22-r1.csv\""
    );
    let text = csv.text();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines[0],
        "FirstName,LastName,Username,Contact section,Location section,Bio section,Skills section,Percentage"
    );
    assert_eq!(lines[1], "Ann,Lee,ann@example.com,Yes,Yes,No,No,50%");
    assert_eq!(lines.len(), 5);
}

#[tokio::test]
async fn extracts_that_people_took_can_be_taken_again() {
    let (_app, mut admin) = App::with_people().await;
    let first = admin.get("/api/extract?columns=FirstName,LastName&protect=true").await;
    admin.get("/api/extract?at=0").await;
    admin.get("/api/extract?format=plain").await;
    let page = admin.get("/api/extracts?limit=1").await.json();
    assert_eq!((&page["extracts"][0]["address"], &page["next"]), (&json!("/api/extract?at=0"), &json!(2)));
    let page = admin.get("/api/extracts?before=2").await.json();
    assert_eq!(page["next"], json!(null));
    let taken = &page["extracts"][0];
    assert_eq!((&taken["actor"]["email"], &taken["revision"], &taken["people"]), (&json!(EMAIL), &json!(1), &json!(4)));
    let again = admin.get(taken["address"].as_str().expect("an address")).await;
    assert_eq!(again.body, first.body);
}

#[tokio::test]
async fn the_audit_is_read_page_by_page() {
    let (_app, mut admin) = App::with_people().await;
    admin.get("/api/extract").await;
    let page = admin.get("/api/audit?limit=2").await.json();
    assert_eq!(page["next"], 2);
    let entry = &page["entries"][0];
    assert_eq!((&entry["act"], &entry["actor"]["name"]), (&json!("extract"), &json!("Ann Lee")));
    assert_eq!(entry["details"], json!({ "revision": 1, "people": 4 }));
    let rest = admin.get("/api/audit?before=2").await;
    assert_eq!(rest.status, StatusCode::OK);
    assert_eq!(
        (&rest.json()["entries"][0]["act"], &rest.json()["entries"][0]["actor"]),
        (&json!("seed"), &json!(null))
    );
}
