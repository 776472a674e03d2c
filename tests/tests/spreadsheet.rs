//! Extracts that a real spreadsheet program opened and saved: nothing that the admin didn't do is taken for a change.

use serde_json::json;
use tests::muster::Muster;
use tests::spreadsheet::{Reading, Spreadsheet};

#[tokio::test]
async fn an_extract_saved_by_a_spreadsheet_is_zero_changes() {
    let muster = Muster::start().await;
    let admin = muster.set_up().await;
    let spreadsheet = Spreadsheet::start().await;
    for (query, reading) in [
        ("columns=all&profile=true", Reading::AllText),
        ("columns=all&profile=true&protect=true", Reading::AllText),
        ("columns=all&profile=true&protect=true", Reading::Detect),
    ] {
        let (extract, revision) = admin.extract_bytes(query).await;
        let saved = spreadsheet.edit(&extract, reading, &[]).await;
        let name = format!("muster-people-2026-11-22-r{revision}.csv");
        let (plan, _) = admin.preview(&name, saved, json!({})).await;
        for kind in ["updated", "created", "renamed", "conflicts", "errors", "warnings"] {
            let counts = &plan["counts"];
            assert_eq!(counts[kind], 0, "{query}, {reading:?}, {kind}: {}\n{}", plan["changes"], plan["findings"]);
        }
    }
}

#[tokio::test]
async fn zeros_that_a_spreadsheet_took_are_noticed() {
    let muster = Muster::start().await;
    let admin = muster.set_up().await;
    let spreadsheet = Spreadsheet::start().await;
    let (extract, revision) = admin.extract_bytes("columns=Username,EmployeeId,MailingAddress1Zip").await;
    let saved = spreadsheet.edit(&extract, Reading::Detect, &[]).await;
    let name = format!("muster-people-2026-11-22-r{revision}.csv");
    let (plan, _) = admin.preview(&name, saved, json!({})).await;
    let findings = plan["findings"].as_array().expect("findings");
    for column in ["EmployeeId", "MailingAddress1Zip"] {
        let found =
            findings.iter().find(|finding| finding["name"] == "leading-zeros-lost" && finding["column"] == column);
        let found = found.unwrap_or_else(|| panic!("{column}: {findings:?}"));
        assert!(found["count"].as_u64() > Some(1), "{found}");
        assert_eq!(found["fixes"][0]["safety"], "safe");
    }
}
