//! Extract, edit, import, over HTTP with the real binary: what is written is what was edited, and nothing else.

use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::admin::{Admin, Import};
use tests::muster::Muster;
use tests::table::Table;

/// The counts of a plan that would write nothing.
fn assert_nothing_to_do(plan: &Value, rows: usize) {
    let counts = &plan["counts"];
    for kind in ["updated", "created", "renamed", "conflicts", "errors", "warnings"] {
        assert_eq!(counts[kind], 0, "{kind}: {}\n{}", plan["changes"], plan["findings"]);
    }
    assert_eq!(counts["same"], rows);
    assert_eq!(plan["changes"], json!([]));
}

fn file_name(revision: u64) -> String {
    format!("muster-people-2026-11-22-r{revision}.csv")
}

/// Two admins at their own machines, the extract that both began from, and its revision.
async fn two_admins(muster: &Muster) -> (Admin, Admin, Table, u64) {
    let admin = muster.set_up().await;
    let other = Admin::new(&muster.address);
    other.sign_in().await;
    let (bytes, revision) = admin.extract_bytes("columns=all").await;
    (admin, other, Table::from_csv(&bytes), revision)
}

fn someone_with(table: &Table, column: &str) -> String {
    table.find(column, |cells| !cells[column].is_empty() && cells["Username"] != cells[column])
}

#[tokio::test]
async fn an_untouched_extract_changes_nothing() {
    let muster = Muster::start().await;
    let admin = muster.set_up().await;
    for query in [
        "columns=all",
        "columns=all&system=false",
        "columns=all&profile=true",
        "columns=all&profile=true&protect=true",
        "columns=all&profile=true&format=plain",
        "columns=Username,EmployeeId,OfficialLocation,MailingAddress1Zip",
    ] {
        let (bytes, revision) = admin.extract_bytes(query).await;
        let rows = Table::from_csv(&bytes).rows.len();
        assert_eq!(rows as u64, tests::muster::PEOPLE, "{query}");
        let (plan, _) = admin.preview(&file_name(revision), bytes, json!({})).await;
        assert_nothing_to_do(&plan, rows);
    }
}

#[tokio::test]
async fn a_file_with_three_columns_changes_only_these() {
    let muster = Muster::start().await;
    let (admin, _, before, _) = two_admins(&muster).await;
    let person = someone_with(&before, "HomePhone");
    let mut file = before.only(&["Username", "HomePhone", "Nickname"]);
    file.rows.truncate(50);
    file.rows.push(vec![person.clone(), "0199 00 12 34".to_owned(), "Zed".to_owned()]);
    file.rows.dedup_by_key(|row| row[0].clone());
    let last = file.rows.len() - 1;
    let doubled = file.rows[..last].iter().position(|row| row[0] == person);
    doubled.map(|row| file.rows.remove(row));

    let answer = admin.import("phones.csv", file.to_csv(), json!({})).await;
    assert_eq!(answer["counts"]["updated"], 1);

    let columns = |column: &str| (person.clone(), column.to_owned());
    let changed: Vec<_> = before.differences(&admin.extract().await).into_iter().map(|d| (d.0, d.1)).collect();
    assert_eq!(changed, [columns("Nickname"), columns("HomePhone")]);
}

#[tokio::test]
async fn someone_elses_later_change_survives() {
    let muster = Muster::start().await;
    let (admin, other, mut file, revision) = two_admins(&muster).await;
    let person = someone_with(&file, "HomePhone");
    other.change(&person, "HomePhone", "0199 00 55 55").await;

    file.set(&person, "Nickname", "Zed");
    admin.import(&file_name(revision), file.to_csv(), json!({"base": revision})).await;

    let after = admin.extract().await;
    assert_eq!(after.cell(&person, "Nickname"), "Zed");
    assert_eq!(after.cell(&person, "HomePhone"), "0199 00 55 55", "the other admin's change");
}

#[tokio::test]
async fn a_true_conflict_is_shown_and_decided() {
    let muster = Muster::start().await;
    let (admin, other, mut file, revision) = two_admins(&muster).await;
    let person = someone_with(&file, "HomePhone");
    other.change(&person, "HomePhone", "0199 00 55 55").await;
    file.set(&person, "HomePhone", "0199 00 66 66");

    let name = file_name(revision);
    let (plan, import) = admin.preview(&name, file.to_csv(), json!({"base": revision})).await;
    assert_eq!(plan["counts"]["conflicts"], 1);
    assert_ne!(plan["counts"]["errors"], 0, "an undecided conflict blocks");
    let (status, _) = admin.send(&import, "undecided").await;
    assert!(status.is_client_error(), "{status}");
    assert_eq!(admin.extract().await.cell(&person, "HomePhone"), "0199 00 55 55");

    let theirs = json!({"base": revision, "conflicts": {"all": "theirs"}});
    let (plan, _) = admin.preview(&name, file.to_csv(), theirs).await;
    assert_nothing_to_do(&plan, file.rows.len());

    let yours = json!({"base": revision, "conflicts": {"cells": {&person: {"HomePhone": "yours"}}}});
    admin.import(&name, file.to_csv(), yours).await;
    assert_eq!(admin.extract().await.cell(&person, "HomePhone"), "0199 00 66 66");
}

#[tokio::test]
async fn a_directory_that_moved_on_refuses_and_says_what_changed() {
    let muster = Muster::start().await;
    let (admin, other, mut file, revision) = two_admins(&muster).await;
    let person = someone_with(&file, "HomePhone");
    file.set(&person, "Nickname", "Zed");
    let (_, import) = admin.preview(&file_name(revision), file.to_csv(), json!({"base": revision})).await;
    other.change(&person, "HomePhone", "0199 00 55 55").await;

    let before = admin.extract().await;
    let (status, problem) = admin.send(&import, "one").await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(problem["type"], "/problems/directory-moved");
    assert_eq!(problem["revision"], revision + 1);
    let difference = &problem["differences"][0];
    assert_eq!(difference["username"], person);
    assert_eq!(difference["column"], "HomePhone");
    assert_eq!(difference["now"], "0199 00 55 55");
    assert_eq!(before.differences(&admin.extract().await), [], "nothing was written");

    let (_, again) = admin.preview(&file_name(revision), file.to_csv(), json!({"base": revision})).await;
    let (status, answer) = admin.send(&again, "two").await;
    assert_eq!(status, StatusCode::CREATED, "{answer}");
    assert_eq!(admin.extract().await.cell(&person, "Nickname"), "Zed");
}

#[tokio::test]
async fn sending_twice_applies_once() {
    let muster = Muster::start().await;
    let (admin, _, mut file, revision) = two_admins(&muster).await;
    let person = someone_with(&file, "HomePhone");
    file.set(&person, "Nickname", "Zed");
    let (_, import) = admin.preview(&file_name(revision), file.to_csv(), json!({"base": revision})).await;
    let first = admin.send(&import, "the same").await;
    assert_eq!(first.0, StatusCode::CREATED, "{}", first.1);
    assert_eq!(admin.send(&import, "the same").await, first);
    assert_eq!(admin.revision().await, revision + 1);

    let other_body = Import { options: json!({"blanks": "clear"}), ..import };
    assert_eq!(admin.send(&other_body, "the same").await.0, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn another_plan_than_the_previewed_one_is_refused() {
    let muster = Muster::start().await;
    let (admin, _, mut file, revision) = two_admins(&muster).await;
    let person = someone_with(&file, "HomePhone");
    file.set(&person, "Nickname", "Zed");
    let (_, import) = admin.preview(&file_name(revision), file.to_csv(), json!({"base": revision})).await;
    file.set(&person, "Nickname", "Not what was shown");
    let (status, problem) = admin.send(&Import { file: file.to_csv(), ..import }, "swapped").await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(problem["type"], "/problems/plan-differs");
    assert_eq!(admin.revision().await, revision);
}

#[tokio::test]
async fn a_past_state_can_be_downloaded_and_its_upload_too() {
    let muster = Muster::start().await;
    let (admin, _, before, revision) = two_admins(&muster).await;
    let mut file = before.clone();
    let person = someone_with(&file, "HomePhone");
    file.set(&person, "Nickname", "Zed");
    admin.import(&file_name(revision), file.to_csv(), json!({"base": revision})).await;

    let (past, _) = admin.extract_bytes(&format!("columns=all&at={revision}")).await;
    assert_eq!(Table::from_csv(&past), before);
    let change = &admin.get(&format!("/api/revisions/{}/changes", revision + 1)).await["changes"][0];
    assert_eq!(
        (&change["username"], &change["column"], &change["new"]),
        (&json!(person), &json!("Nickname"), &json!("Zed"))
    );
}
