//! The preview as a person works in it: finding rows, asking why, pasting, and what happens when something breaks.

use std::path::PathBuf;

use serde_json::json;
use tests::admin::Admin;
use tests::browser::Browser;
use tests::desk::Desk;
use tests::muster::Muster;
use tests::table::Table;
use tests::wait::{LIMIT, wait_for};

/// A desk, with an edited extract beside it: a nickname for one person, and lost zeros for another.
async fn with_edits(muster: &Muster) -> (Desk, Table, PathBuf, String) {
    let desk = Desk::set_up(muster).await;
    let other = Admin::new(&muster.address);
    other.sign_in().await;
    let (mut file, revision) = (other.extract().await, other.revision().await);
    let person = file.find("a phone", |cells| !cells["HomePhone"].is_empty());
    file.set(&person, "Nickname", "Zed");
    let path = muster.folder().join(format!("muster-people-2026-11-22-r{revision}.csv"));
    std::fs::write(&path, file.to_csv()).expect("a file to drop");
    (desk, file, path, person)
}

/// Pastes text where the focus is, as the keyboard's paste does.
async fn paste(browser: &Browser, text: &str) {
    let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));";
    browser.client.execute(script, vec![json!(text)]).await.expect("a paste");
}

#[tokio::test]
async fn rows_are_found_ordered_explained_and_gone_to() {
    let muster = Muster::start().await;
    let (desk, file, path, person) = with_edits(&muster).await;
    let browser = &desk.browser;
    desk.import(&path).await;
    desk.wait_for_count("changed", 1).await;

    // What a screen reader gets: the way around, the table with its heads, the search and the map.
    browser.assert_outline("preview").await;

    // The map has one mark, and it leads to the row among all the others.
    browser.click_selector("[data-mark=\"changed\"]").await;
    desk.wait_for_rows(tests::muster::PEOPLE).await;
    browser.see_selector(&format!("[data-test=\"row\"][data-key=\"{person}\"]")).await;

    browser.fill("table-search", &person.to_uppercase()).await;
    desk.wait_for_rows(file.rows.iter().filter(|row| row.iter().any(|cell| cell.contains(&person))).count() as u64)
        .await;
    browser.picture("import-search").await;

    browser.click("count-changed").await;
    browser.click("explain-row").await;
    browser.see("explain").await;
    browser.see_selector("[data-test=\"explain-cell\"][data-column=\"Nickname\"]").await;
    browser.picture("import-explain").await;
    browser.click("explain-close").await;
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn cells_are_pasted_as_a_file_and_into_the_table() {
    let muster = Muster::start().await;
    let (desk, file, ..) = with_edits(&muster).await;
    let browser = &desk.browser;
    let [first, second] = [file.usernames()[0], file.usernames()[1]];
    paste(browser, &format!("Username\tNickname\n{first}\tAa\n{second}\tBb\n")).await;
    desk.wait_for_count("changed", 2).await;

    browser.click("count-all").await;
    browser.click_selector("[data-test=\"cell\"][data-column=\"Nickname\"]").await;
    browser.evaluate("document.querySelector('[data-test=\"grid\"]').focus()").await;
    paste(browser, "Cc\nDd\n").await;
    let pasted = "[data-test=\"row\"]:nth-child(2) [data-column=\"Nickname\"] ins";
    wait_for("the second pasted cell", LIMIT, async || {
        let found = browser.client.find(fantoccini::Locator::Css(pasted)).await.ok()?;
        (found.text().await.ok()? == "Dd").then_some(())
    })
    .await;
    browser.click("undo").await;
    wait_for("one step back", LIMIT, async || {
        let found = browser.client.find(fantoccini::Locator::Css(pasted)).await.ok()?;
        (found.text().await.ok()? == "Bb").then_some(())
    })
    .await;
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn a_worker_that_dies_is_replaced_and_her_work_is_kept() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    // The page's workers are kept where the test can end one.
    let keep = "const Own = Worker; window.workers = []; \
        window.Worker = class extends Own { constructor(...given) { super(...given); window.workers.push(this); } };";
    desk.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": keep})).await;
    desk.open("/import").await;
    let other = Admin::new(&muster.address);
    other.sign_in().await;
    let (mut file, revision) = (other.extract().await, other.revision().await);
    let [first, second] = [file.usernames()[0].to_owned(), file.usernames()[1].to_owned()];
    file.set(&first, "Nickname", "Aa");
    file.set(&second, "Nickname", "Bb");
    let path = muster.folder().join(format!("muster-people-2026-11-22-r{revision}.csv"));
    std::fs::write(&path, file.to_csv()).expect("a file to drop");
    desk.import(&path).await;
    desk.wait_for_count("changed", 2).await;
    desk.browser.click_selector("[data-test=\"leave-out\"]").await;
    desk.wait_for_count("changed", 1).await;

    // A question that it can't understand makes a worker say that it is broken.
    desk.browser.evaluate("window.workers.at(-1).postMessage(['{}'])").await;
    desk.browser.see("restarted").await;
    desk.wait_for_count("changed", 1).await;
    desk.browser.picture("import-restarted").await;
    // And one that ends without a word is an error of the worker.
    desk.browser
        .evaluate(
            "(worker => { worker.terminate(); worker.dispatchEvent(new ErrorEvent('error')); })(window.workers.at(-1))",
        )
        .await;
    wait_for("a third worker", LIMIT, async || {
        (desk.browser.evaluate("window.workers.length").await == 3).then_some(())
    })
    .await;
    desk.wait_for_count("changed", 1).await;
    desk.send().await;
    desk.browser.see("sent").await;
    let after = other.extract().await;
    let changed = [&first, &second].iter().filter(|who| !after.cell(who, "Nickname").is_empty()).count();
    assert!(changed >= 1, "what wasn't left out is sent");
    desk.browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn a_session_that_ends_in_the_middle_costs_no_work() {
    let muster = Muster::start().await;
    let (desk, _, path, person) = with_edits(&muster).await;
    desk.import(&path).await;
    desk.wait_for_count("changed", 1).await;
    desk.browser.client.delete_all_cookies().await.expect("cookies go");
    desk.send().await;
    desk.browser.see("sign-in-again").await;
    desk.browser.fill("sign-in-email", tests::admin::EMAIL).await;
    desk.browser.fill("sign-in-password", tests::admin::PASSWORD).await;
    desk.browser.click("sign-in").await;
    desk.browser.click("send-again").await;
    desk.browser.see("sent").await;
    desk.browser.assert_quiet(&["401"]).await;
    let other = Admin::new(&muster.address);
    other.sign_in().await;
    assert_eq!(other.extract().await.cell(&person, "Nickname"), "Zed");
}

#[tokio::test]
async fn a_file_over_the_budget_is_sent_by_typing_its_number() {
    let muster = Muster::start().await;
    let (desk, mut file, path, person) = with_edits(&muster).await;
    let other = Admin::new(&muster.address);
    other.sign_in().await;
    // Sixty of three hundred people, of whom a hundredth may change; fifty are never too many.
    let others: Vec<String> =
        file.usernames().iter().filter(|name| **name != person).take(59).map(|name| (*name).to_owned()).collect();
    for (number, username) in others.iter().enumerate() {
        file.set(username, "Nickname", &format!("Zed {number}"));
    }
    std::fs::write(&path, file.to_csv()).expect("a file to drop");
    let mut now = other.get("/api/settings").await;
    now["settings"]["budget"]["changed"] = json!(1);
    let wish = json!({"number": now["number"], "settings": now["settings"]});
    let answer = other.request(reqwest::Method::PUT, "/api/settings").json(&wish).send().await.expect("an answer");
    assert!(answer.status().is_success(), "{}", answer.text().await.unwrap_or_default());

    desk.open("/import").await;
    desk.import(&path).await;
    assert!(desk.findings().await.contains(&"T006".to_owned()), "the preview goes by the server's budget");
    desk.browser.click("review-and-send").await;
    desk.browser.see("type-number").await;
    desk.browser.click("acknowledge").await;
    assert!(!desk.browser.see("send").await.is_enabled().await.expect("a state"), "not without the number");
    desk.browser.picture("import-budget").await;
    desk.browser.fill("type-number", "60").await;
    desk.browser.click("send").await;
    desk.browser.see("sent").await;
    assert_eq!(other.extract().await.cell(&person, "Nickname"), "Zed");
    desk.browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn the_desk_speaks_german_and_can_be_mirrored() {
    let muster = Muster::start().await;
    let (desk, mut file, path, person) = with_edits(&muster).await;
    file.set(&person, "HomePhone", "#REF!");
    std::fs::write(&path, file.to_csv()).expect("a file to drop");
    let browser = &desk.browser;
    browser.evaluate("localStorage.setItem('muster-language', 'de')").await;
    // The server says its part in German, too.
    desk.open("/history/9999").await;
    let problem = browser.text("problem").await;
    assert!(problem.contains("Hier ist nichts") && problem.contains("Den Stand 9999 gibt es nicht."), "{problem}");
    desk.open("/import").await;
    browser.see_selector("html[lang=\"de\"]").await;
    desk.import(&path).await;
    desk.wait_for_count("changed", 1).await;
    assert!(browser.text("nothing-sent").await.contains("Nichts wurde gesendet"));
    // So does the engine: what it found, why that matters, and what would mend it.
    let finding = browser.see_selector("[data-test=\"finding\"][data-code=\"X006\"]").await.text().await.expect("text");
    assert!(
        finding.contains("#REF! ist ein Fehlerwert der Tabellenkalkulation und kein Wert für HomePhone."),
        "{finding}"
    );
    assert!(finding.contains("Behalten Sie den gespeicherten Wert, oder berichtigen Sie die Zelle."), "{finding}");
    assert!(finding.contains("Gespeicherten Wert behalten"), "{finding}");
    browser.picture("import-german").await;
    // No language here is written from right to left, but one may come: the page must hold.
    browser.evaluate("document.documentElement.setAttribute('dir', 'rtl')").await;
    browser.picture("import-mirrored").await;
    browser.assert_quiet(&["404"]).await;
}
