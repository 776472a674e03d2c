//! The whole promise at once: an extract, a real spreadsheet program, the desk in a real browser, and a new extract.

use tests::desk::Desk;
use tests::muster::Muster;
use tests::spreadsheet::{Edit, Reading, Spreadsheet};
use tests::table::Table;

#[tokio::test]
async fn three_edits_in_a_spreadsheet_of_which_two_are_accidents() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let admin = tests::admin::Admin::new(&muster.address);
    admin.sign_in().await;

    // She downloads the extract at the desk.
    desk.browser.click("nav-extract").await;
    desk.browser.click("download-extract").await;
    desk.browser.see("extract-done").await;
    let extract = desk.browser.downloaded(".csv").await;
    let before = Table::from_csv(&extract);
    assert_eq!(before.rows.len() as u64, tests::muster::PEOPLE);

    // In the spreadsheet she changes a phone, and by accident a Username and the name of a Location.
    let called = before.find("a phone and a place", |cells| {
        !cells["HomePhone"].is_empty() && cells["OfficialLocation"] == "HQ" && cells["AccountState"] == "ACTIVE"
    });
    let renamed = before.find("an EmployeeId", |cells| !cells["EmployeeId"].is_empty() && cells["Username"] != called);
    let moved = before.find("another place", |cells| {
        cells["OfficialLocation"] == "Factory" && cells["Username"] != renamed && cells["Username"] != called
    });
    let edit = |username: &str, column: &str, text: &str| Edit {
        column: before.column(column),
        row: before.row(username) + 1,
        text: text.to_owned(),
    };
    let edits = [
        edit(&called, "HomePhone", "0199 00 77 00"),
        edit(&renamed, "Username", "typed.over@example.com"),
        edit(&moved, "OfficialLocation", "Main|HQ"),
    ];
    let spreadsheet = Spreadsheet::start().await;
    let saved = spreadsheet.edit(&extract, Reading::AllText, &edits).await;
    let revision = admin.revision().await;
    let file = muster.folder().join(format!("muster-people-2026-11-22-r{revision}.csv"));
    std::fs::write(&file, saved).expect("a file to drop");

    // The desk shows the three: an edit, a Username that is nobody's, a Location that fell into two.
    desk.import(&file).await;
    desk.browser.see("nothing-sent").await;
    let findings = desk.findings().await;
    assert!(findings.contains(&"I003".to_owned()), "username-changed is shown: {findings:?}");
    assert!(findings.contains(&"L001".to_owned()), "unescaped-pipe is shown: {findings:?}");
    desk.browser.picture("round-trip-found").await;

    // Both accidents are mended by their first buttons.
    desk.fix("I003").await;
    desk.fix("L001").await;
    desk.wait_for_count("errors", 0).await;
    desk.wait_for_count("changed", 2).await;
    desk.browser.picture("round-trip-mended").await;

    desk.send().await;
    desk.browser.see("sent").await;
    desk.browser.assert_quiet(&[]).await;

    // A new extract holds the phone and the one Location, and as many people as before.
    let after = Table::from_csv(&admin.extract_bytes("columns=all&protect=true").await.0);
    let cell = |username: &String, column: &str, old: &str, new: &str| {
        (username.clone(), column.to_owned(), old.to_owned(), new.to_owned())
    };
    assert_eq!(after.cell(&called, "HomePhone").trim_start_matches('\''), "0199 00 77 00");
    let mut expected = vec![
        cell(&called, "HomePhone", before.cell(&called, "HomePhone"), after.cell(&called, "HomePhone")),
        cell(&moved, "OfficialLocation", "Factory", "Main\\|HQ"),
    ];
    expected.sort_by_key(|change| before.row(&change.0));
    assert_eq!(before.differences(&after), expected);
}
