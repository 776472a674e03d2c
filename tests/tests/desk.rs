//! The desk as a person uses it, page by page, with a picture of each page in both themes and widths.

use std::path::PathBuf;

use tests::admin::Admin;
use tests::browser::Browser;
use tests::desk::Desk;
use tests::muster::Muster;
use tests::table::Table;

/// The revision that everything begins at, once the company is seeded.
async fn someone_else(muster: &Muster) -> Admin {
    let admin = Admin::new(&muster.address);
    admin.sign_in().await;
    admin
}

/// Saves an edited extract under the name that an extract of this revision has.
fn save(muster: &Muster, table: &Table, revision: u64) -> PathBuf {
    let path = muster.folder().join(format!("muster-people-2026-11-22-r{revision}.csv"));
    std::fs::write(&path, table.to_csv()).expect("a file to drop");
    path
}

fn someone_with_a_phone(table: &Table) -> String {
    table.find("a phone", |cells| !cells["HomePhone"].is_empty())
}

#[tokio::test]
async fn a_newcomer_gets_from_the_link_to_a_sent_import() {
    let muster = Muster::start().await;
    let browser = Browser::start().await;
    browser.open(muster.link.as_deref().expect("a one-time link")).await;
    browser.see("set-up").await;
    browser.picture("set-up").await;
    assert!(!browser.client.current_url().await.expect("an address").as_str().contains('#'), "the token is put away");
    let desk = Desk::at(browser, &muster);
    desk.fill_in_set_up().await;
    let browser = &desk.browser;
    assert_eq!(browser.attribute("[data-test=\"directory\"]", "data-people").await, tests::muster::PEOPLE.to_string());
    browser.picture("home").await;

    browser.click("nav-extract").await;
    browser.see("download-extract").await;
    browser.picture("extract").await;
    browser.click("download-extract").await;
    browser.see("extract-done").await;
    let mut file = Table::from_csv(&browser.downloaded(".csv").await);

    let person = someone_with_a_phone(&file);
    file.set(&person, "HomePhone", "0199 00 12 34");
    // The desk guards zeros by default, with an apostrophe that a person may well take away.
    let zip = file.find("a zip of digits with a zero in front", |cells| {
        let digits = cells["MailingAddress1Zip"].trim_start_matches('\'');
        digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()) && cells["Username"] != person
    });
    let short = file.cell(&zip, "MailingAddress1Zip").trim_start_matches(['\'', '0']).to_owned();
    file.set(&zip, "MailingAddress1Zip", &short);

    browser.click("nav-import").await;
    browser.see("drop-zone").await;
    browser.picture("import").await;
    let revision = someone_else(&muster).await.revision().await;
    desk.import(&save(&muster, &file, revision)).await;
    desk.wait_for_count("changed", 2).await;
    assert!(desk.findings().await.contains(&"X001".to_owned()), "the lost zeros are noticed");
    browser.picture("import-findings").await;
    browser.click("fix-all-safe").await;
    desk.wait_for_count("changed", 1).await;
    desk.wait_for_count("errors", 0).await;
    browser.click("count-changed").await;
    browser.picture("import-changed").await;
    browser.click("review-and-send").await;
    browser.see("send-dialog").await;
    browser.picture("import-send").await;
    desk.confirm().await;
    browser.see("sent").await;
    browser.picture("import-sent").await;

    browser.click("nav-history").await;
    browser.see("revision-link").await;
    browser.picture("history").await;
    browser.click_selector(&format!("[data-test=\"revision-link\"][data-revision=\"{}\"]", revision + 1)).await;
    browser.see("change").await;
    browser.picture("revision").await;
    assert_eq!(browser.count("[data-test=\"change\"]").await, 1);

    desk.open("/nowhere").await;
    browser.see_selector("[data-page=\"not-found\"]").await;
    browser.picture("not-found").await;
    browser.click("sign-out").await;
    browser.see("sign-in").await;
    browser.picture("sign-in").await;
    desk.fill_in_sign_in().await;
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn a_conflict_is_shown_and_decided() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let other = someone_else(&muster).await;
    let (mut file, revision) = (other.extract().await, other.revision().await);
    let person = someone_with_a_phone(&file);
    file.set(&person, "HomePhone", "0199 00 66 66");
    file.set(&person, "Nickname", "Zed");
    other.change(&person, "HomePhone", "0199 00 55 55").await;
    other.change(&person, "OtherValue", "later").await;

    desk.import(&save(&muster, &file, revision)).await;
    desk.wait_for_count("conflicts", 1).await;
    desk.browser.click("count-conflicts").await;
    desk.browser.picture("import-conflict").await;
    assert!(!desk.browser.see("review-and-send").await.is_enabled().await.expect("a state"), "undecided can't be sent");

    desk.browser.click("take-yours").await;
    desk.wait_for_count("conflicts", 0).await;
    desk.send().await;
    desk.browser.see("sent").await;
    desk.browser.assert_quiet(&[]).await;

    let after = other.extract().await;
    assert_eq!(after.cell(&person, "HomePhone"), "0199 00 66 66", "her decision");
    assert_eq!(after.cell(&person, "Nickname"), "Zed", "her edit");
    assert_eq!(after.cell(&person, "OtherValue"), "later", "the other's change");
}

#[tokio::test]
async fn a_directory_that_moved_on_is_shown_and_she_goes_on() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let other = someone_else(&muster).await;
    let (mut file, revision) = (other.extract().await, other.revision().await);
    let person = someone_with_a_phone(&file);
    file.set(&person, "Nickname", "Zed");
    desk.import(&save(&muster, &file, revision)).await;
    desk.wait_for_count("changed", 1).await;

    other.change(&person, "HomePhone", "0199 00 55 55").await;
    desk.send().await;
    let words = desk.browser.text("moved").await;
    assert!(words.contains("HomePhone") && words.contains("0199 00 55 55"), "the difference is named: {words}");
    desk.browser.picture("import-moved").await;
    assert_ne!(other.extract().await.cell(&person, "Nickname"), "Zed", "nothing was written");

    desk.browser.click("compare-again").await;
    desk.browser.see("compared-again").await;
    desk.wait_for_count("changed", 1).await;
    desk.send().await;
    desk.browser.see("sent").await;
    desk.browser.assert_quiet(&["409"]).await;
    let after = other.extract().await;
    assert_eq!(after.cell(&person, "Nickname"), "Zed");
    assert_eq!(after.cell(&person, "HomePhone"), "0199 00 55 55");
}

#[tokio::test]
async fn a_damaged_file_is_refused_with_its_place() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let path = muster.folder().join("damaged.csv");
    std::fs::write(&path, "Username,FirstName\nann@example.com,\"Ann\nbob@example.com,Bob\n").expect("a file to drop");
    desk.import(&path).await;
    let words = desk.browser.text("findings").await;
    assert!(words.contains("line 2"), "{words}");
    assert!(!desk.browser.see("review-and-send").await.is_enabled().await.expect("a state"));
    desk.browser.picture("import-refused").await;
    desk.browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn the_desk_is_small() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let sizes = "performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.encodedBodySize, 0)";
    let bytes = desk.browser.evaluate(sizes).await.as_f64().expect("a number");
    assert!(bytes > 0.0 && bytes <= 408.0 * 1024.0, "the page took {bytes} bytes");
}
