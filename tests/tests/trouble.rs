//! What goes wrong around an import: another tab, a server that is away, a page that is older than its worker or its
//! server, leaving too early. Her work stays, and nothing is written twice or unseen.

use std::path::PathBuf;

use serde_json::json;
use tests::admin::Admin;
use tests::browser::Browser;
use tests::desk::Desk;
use tests::muster::Muster;
use tests::table::Table;
use tests::wait::{LIMIT, wait_for};

/// Keeps the page's workers, and what the first one said, where the test can reach them.
const KEEP_WORKERS: &str = "const Own = Worker; window.workers = []; \
    window.Worker = class extends Own { constructor(...given) { super(...given); window.workers.push(this); \
    this.addEventListener('message', event => window.firstWord ??= event.data[0]); } };";

async fn someone_else(muster: &Muster) -> Admin {
    let admin = Admin::new(&muster.address);
    admin.sign_in().await;
    admin
}

/// An extract in which the first person with a phone has this nickname, saved under its name.
async fn with_nickname(muster: &Muster, nickname: &str) -> (PathBuf, String, Table) {
    let other = someone_else(muster).await;
    let (mut file, revision) = (other.extract().await, other.revision().await);
    let person = file.find("a phone", |cells| !cells["HomePhone"].is_empty());
    file.set(&person, "Nickname", nickname);
    let folder = muster.folder().join(nickname);
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(format!("muster-people-2026-11-22-r{revision}.csv"));
    std::fs::write(&path, file.to_csv()).expect("a file to drop");
    (path, person, file)
}

#[tokio::test]
async fn two_tabs_never_overwrite_each_other() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let (first, person, _) = with_nickname(&muster, "First").await;
    let (second, ..) = with_nickname(&muster, "Second").await;
    let client = &desk.browser.client;
    desk.import(&first).await;
    let one = client.window().await.expect("a window");
    let two = client.new_window(true).await.expect("another tab").handle;
    client.switch_to_window(two.clone()).await.expect("the other tab");
    desk.open("/import").await;
    desk.import(&second).await;
    desk.wait_for_count("changed", 1).await;

    client.switch_to_window(one).await.expect("the first tab");
    desk.send().await;
    desk.browser.see("sent").await;

    client.switch_to_window(two).await.expect("the other tab");
    desk.send().await;
    let words = desk.browser.text("moved").await;
    assert!(words.contains("First"), "what the other tab did is shown: {words}");
    desk.browser.click("compare-again").await;
    desk.browser.see("compared-again").await;
    desk.wait_for_count("conflicts", 1).await;
    desk.browser.click("take-yours").await;
    desk.wait_for_count("conflicts", 0).await;
    desk.send().await;
    desk.browser.see("sent").await;
    assert_eq!(someone_else(&muster).await.extract().await.cell(&person, "Nickname"), "Second");
    desk.browser.assert_quiet(&["409"]).await;
}

#[tokio::test]
async fn a_server_that_restarts_in_the_middle_costs_no_work() {
    let mut muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let (path, person, _) = with_nickname(&muster, "Zed").await;
    desk.import(&path).await;
    desk.wait_for_count("changed", 1).await;
    muster.stop().await;
    desk.send().await;
    desk.browser.see("send-lost").await;
    assert_eq!(desk.browser.count("[data-test=\"nothing-sent\"]").await, 0, "it isn't known");
    desk.browser.picture("import-lost").await;
    muster.start_again().await;
    desk.browser.click("send-again").await;
    desk.browser.see("sent").await;
    assert_eq!(someone_else(&muster).await.extract().await.cell(&person, "Nickname"), "Zed");
    desk.browser.assert_quiet(&["ERR_CONNECTION", "ERR_EMPTY", "ERR_INCOMPLETE"]).await;
}

#[tokio::test]
async fn a_page_of_another_version_asks_to_be_loaded_anew() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    desk.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": KEEP_WORKERS})).await;
    // An older worker names another number; a newer server has another engine than the page's.
    let changes = [
        "word => word.replace(/\"protocol\":\\d+/, '\"protocol\":1')",
        "word => word.replace(/\"engine\":\"[^\"]*\"/, '\"engine\":\"0.0.0\"')",
    ];
    for change in changes {
        desk.open("/import").await;
        desk.browser.see("drop-zone").await;
        wait_for("the worker's first word", LIMIT, async || {
            (desk.browser.evaluate("typeof window.firstWord").await == "string").then_some(())
        })
        .await;
        let word = format!("({change})(window.firstWord)");
        desk.browser
            .evaluate(&format!("window.workers.at(-1).dispatchEvent(new MessageEvent('message', {{data: [{word}]}}))"))
            .await;
        desk.browser.see_selector("[data-test=\"problem\"][data-kind=\"other-version\"]").await;
        desk.browser.picture("import-other-version").await;
        desk.browser.evaluate("window.notYetReloaded = true").await;
        desk.browser.click("problem-retry").await;
        wait_for("the page to be loaded anew", LIMIT, async || {
            (desk.browser.evaluate("window.notYetReloaded === undefined").await == true).then_some(())
        })
        .await;
    }
    desk.browser.see("drop-zone").await;
    desk.browser.assert_quiet(&[]).await;
}

/// Whether the browser would ask before this page goes.
async fn asks_before_leaving(browser: &Browser) -> bool {
    browser.evaluate("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))").await == true
}

#[tokio::test]
async fn leaving_asks_while_work_is_unsent_and_cancelling_forgets_it() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let browser = &desk.browser;
    let (path, ..) = with_nickname(&muster, "Zed").await;
    assert!(!asks_before_leaving(browser).await, "there is nothing to lose");
    desk.import(&path).await;
    desk.wait_for_count("changed", 1).await;
    assert!(asks_before_leaving(browser).await);
    // A look at another page loses nothing.
    browser.click("nav-history").await;
    browser.see("revision-link").await;
    browser.click("nav-import").await;
    desk.wait_for_count("changed", 1).await;
    // Another file asks, too; so does signing out.
    browser.evaluate("window.confirm = words => { window.asked = words; return false; }").await;
    browser.click("sign-out").await;
    assert!(browser.evaluate("window.asked").await.as_str().is_some_and(|words| words.contains("not been sent")));
    desk.choose(&path).await;
    assert!(browser.evaluate("window.asked").await.as_str().is_some_and(|words| words.contains("Replace")));
    desk.wait_for_count("changed", 1).await;

    browser.evaluate("window.print = () => { window.printed = document.querySelector('[data-test=\"print-sheet\"]')?.innerText; }").await;
    browser.click("print").await;
    wait_for("the plan to be printed", LIMIT, async || {
        (browser.evaluate("typeof window.printed").await == "string").then_some(())
    })
    .await;
    browser.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
    let on_paper = browser.text("print-sheet").await;
    assert!(on_paper.contains("Nickname") && on_paper.contains("Zed"), "{on_paper}");
    assert!(
        !browser
            .client
            .find(fantoccini::Locator::Css(".masthead"))
            .await
            .expect("a masthead")
            .is_displayed()
            .await
            .expect("a state")
    );
    browser.devtools("Emulation.setEmulatedMedia", json!({"media": ""})).await;

    desk.send().await;
    browser.see("sent").await;
    assert!(!asks_before_leaving(browser).await, "it is sent");
    browser.assert_quiet(&[]).await;
}

/// How often the server answered an extract, by status.
async fn extracts_answered(admin: &Admin, status: u16) -> u64 {
    let answer = admin.request(reqwest::Method::GET, "/api/metrics").send().await.expect("an answer");
    let text = answer.text().await.expect("figures");
    let of_extracts =
        |line: &&str| line.contains("route=\"/api/extract\"") && line.contains(&format!("status=\"{status}\""));
    let line = text.lines().filter(|line| line.starts_with("muster_http_answers")).find(of_extracts);
    line.and_then(|line| line.split_whitespace().last()?.parse().ok()).unwrap_or(0)
}

#[tokio::test]
async fn a_directory_that_did_not_change_is_fetched_once() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let (first, person, mut file) = with_nickname(&muster, "First").await;
    desk.import(&first).await;
    desk.wait_for_count("changed", 1).await;
    let admin = someone_else(&muster).await;
    let (fetched, same) = (extracts_answered(&admin, 200).await, extracts_answered(&admin, 304).await);
    assert!(fetched > 0);

    // Another file is held against the directory that the worker has, once the server said that it is still the same.
    desk.browser.evaluate("window.confirm = () => true").await;
    file.set(&person, "HomePhone", "0199 00 12 34");
    std::fs::write(&first, file.to_csv()).expect("a file to drop");
    desk.choose(&first).await;
    wait_for("the second file's plan", LIMIT, async || (extracts_answered(&admin, 304).await > same).then_some(()))
        .await;
    desk.wait_for_count("changed", 1).await;
    assert_eq!(extracts_answered(&admin, 200).await, fetched);

    // What somebody else changed is fetched.
    admin.change(&person, "Nickname", "Other").await;
    desk.choose(&first).await;
    desk.wait_for_count("conflicts", 1).await;
    assert!(extracts_answered(&admin, 200).await > fetched);
}

#[tokio::test]
async fn what_is_downloaded_can_be_imported_again() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let browser = &desk.browser;
    let other = someone_else(&muster).await;
    let (path, person, _) = with_nickname(&muster, "Zed").await;
    let before = other.extract().await;
    desk.import(&path).await;
    desk.wait_for_count("changed", 1).await;
    browser.click("more-files").await;
    browser.click("download-changes").await;
    let changes = browser.downloaded("-changes.csv").await;
    browser.click("download-inverse").await;
    let inverse = browser.downloaded("-inverse.csv").await;
    assert_eq!(Table::from_csv(&changes).rows.len(), 1, "only who changes");
    desk.send().await;
    browser.see("sent").await;

    // The way back, as a file. An empty cell must say that it clears.
    let back = muster.folder().join("back.csv");
    std::fs::write(&back, &inverse).expect("a file to drop");
    desk.open("/import").await;
    desk.import(&back).await;
    browser.click_selector("[data-test=\"choices\"] summary").await;
    browser.see("choice-blanks").await.select_by_value("yes").await.expect("a choice");
    desk.wait_for_count("changed", 1).await;
    desk.send().await;
    browser.see("sent").await;
    assert_eq!(before.differences(&other.extract().await), [], "all is as it was");

    // And forth again.
    let forth = muster.folder().join("forth.csv");
    std::fs::write(&forth, &changes).expect("a file to drop");
    desk.open("/import").await;
    desk.import(&forth).await;
    desk.wait_for_count("changed", 1).await;
    desk.send().await;
    browser.see("sent").await;
    assert_eq!(other.extract().await.cell(&person, "Nickname"), "Zed");

    // The history keeps both as well.
    let revision = other.revision().await;
    desk.open(&format!("/history/{revision}")).await;
    browser.click("change-file").await;
    let kept = Table::from_csv(&browser.downloaded(&format!("muster-changes-r{revision}.csv")).await);
    assert_eq!(kept.cell(&person, "Nickname"), "Zed");
    browser.click("inverse-file").await;
    let kept = Table::from_csv(&browser.downloaded(&format!("muster-inverse-r{revision}.csv")).await);
    assert_eq!(kept.cell(&person, "Nickname"), "");
    browser.assert_quiet(&[]).await;
}
