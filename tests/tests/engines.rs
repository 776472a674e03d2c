//! The main ways through the desk in each browser that is there, as pages are laid out, keys are pressed and files are
//! taken differently in each.

use std::path::PathBuf;

use serde_json::json;
use tests::admin::Admin;
use tests::browser::{Browser, Engine};
use tests::desk::Desk;
use tests::display::Display;
use tests::muster::Muster;
use tests::table::Table;
use tests::wait::{LIMIT, wait_for};

const ENTER: &str = "\u{e007}";
const CONTROL: &str = "\u{e009}";

/// A server with its first admin, and somebody who asks it without a browser.
async fn with_admin() -> (Muster, Admin) {
    let muster = Muster::start().await;
    let admin = Admin::new(&muster.address);
    admin.set_up(muster.link.as_deref().expect("a one-time link")).await;
    (muster, admin)
}

/// A desk in a browser, signed in; the display ends after the browser.
async fn desk_in(engine: Engine, muster: &Muster) -> (Desk, Option<Display>) {
    let display = if engine == Engine::WebKit { Some(Display::start().await) } else { None };
    let desk = Desk::at(Browser::start_as(engine, display.as_ref()).await, muster);
    desk.open("/sign-in").await;
    desk.fill_in_sign_in().await;
    (desk, display)
}

/// An extract with these cells written, saved under its name.
async fn edited(muster: &Muster, admin: &Admin, edit: impl FnOnce(&mut Table)) -> PathBuf {
    let (mut file, revision) = (admin.extract().await, admin.revision().await);
    edit(&mut file);
    let path = muster.folder().join(format!("muster-people-2026-11-22-r{revision}.csv"));
    std::fs::write(&path, file.to_csv()).expect("a file to drop");
    path
}

#[tokio::test]
async fn an_edited_extract_is_checked_mended_sent_and_taken_back() {
    let (muster, admin) = with_admin().await;
    for engine in Engine::there() {
        let (desk, _display) = desk_in(engine, &muster).await;
        let browser = &desk.browser;
        browser.assert_accessible("home").await;
        // The engine is asked for once, and used.
        let taken = "performance.getEntriesByType('resource').filter(one => one.name.endsWith('app_bg.wasm')).length";
        assert_eq!(browser.evaluate(taken).await, 1, "{engine:?}: how often the page's wasm is taken");

        let before = admin.extract().await;
        let person =
            before.find("a phone", |cells| !cells["HomePhone"].is_empty() && cells["AccountState"] == "ACTIVE");
        let nickname = before.cell(&person, "Nickname").to_owned();
        let path = edited(&muster, &admin, |file| {
            file.set(&person, "Nickname", "Zed");
            file.set(&person, "AccountState", "ACTVE");
        })
        .await;
        desk.import(&path).await;
        desk.wait_until_said("1 error").await;
        assert_ne!(
            browser.evaluate("document.activeElement.tagName").await,
            "BODY",
            "{engine:?}: the focus is in the page"
        );

        // The wrong cell says so, with whose it is.
        browser.click("count-errors").await;
        let wrong = "[data-test=\"cell\"][data-column=\"AccountState\"][aria-invalid=\"true\"]";
        browser.see_selector(wrong).await;
        assert!(browser.attribute(wrong, "title").await.contains("ACTVE"), "{engine:?}");
        browser.evaluate("document.getElementById('step').focus()").await;
        browser.press("n").await;
        let focused = "document.activeElement.dataset.test ?? ''";
        wait_for("the finding to have the focus", LIMIT, async || {
            (browser.evaluate(focused).await == "finding").then_some(())
        })
        .await;
        browser.press(ENTER).await;
        assert_eq!(browser.evaluate(focused).await, "grid", "{engine:?}: Enter goes to the finding's rows");

        // Mended, taken back and mended again by keys alone; the focus stays in the page.
        browser.evaluate("document.querySelector('[data-test=\"fix\"]').focus()").await;
        browser.press(ENTER).await;
        desk.wait_for_count("errors", 0).await;
        wait_for("the focus to be in the page", LIMIT, async || {
            (browser.evaluate("document.activeElement.tagName").await != "BODY").then_some(())
        })
        .await;
        browser.press(&format!("{CONTROL}z")).await;
        desk.wait_for_count("errors", 1).await;
        browser.press(&format!("{CONTROL}y")).await;
        desk.wait_for_count("errors", 0).await;
        browser.assert_accessible("preview").await;

        browser.click("review-and-send").await;
        let effect =
            browser.see_selector("[data-test=\"effect\"][data-column=\"Nickname\"]").await.text().await.expect("text");
        assert!(effect.contains("Zed"), "{engine:?}: the dialog names the value: {effect}");
        browser.assert_accessible("send").await;
        desk.confirm().await;
        browser.see("sent").await;
        wait_for("the heading to have the focus", LIMIT, async || {
            (browser.evaluate("document.activeElement.tagName").await == "H1").then_some(())
        })
        .await;
        assert_eq!(admin.extract().await.cell(&person, "Nickname"), "Zed");

        // Her page is a page, also after it is loaded again.
        let revision = admin.revision().await;
        desk.open(&format!("/people/{person}")).await;
        browser.see("person-fields").await;
        browser.client.refresh().await.expect("the page is loaded again");
        browser.see("person-fields").await;
        desk.open(&format!("/history/{revision}/undo")).await;
        browser.see("planned-change").await;
        browser.click("take-back-now").await;
        browser.see("sent").await;
        assert_eq!(admin.extract().await.cell(&person, "Nickname"), nickname);
        browser.assert_quiet(&[]).await;
    }
}

#[tokio::test]
async fn a_file_in_another_encoding_is_shown_once_its_encoding_is_chosen() {
    let (muster, admin) = with_admin().await;
    let username = admin.extract().await.usernames()[0].to_owned();
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("Zoë Müller – ü");
    let file = [format!("Username,Nickname\r\n{username},").as_bytes(), &bytes, b"\r\n"].concat();
    let path = muster.folder().join("western.csv");
    std::fs::write(&path, file).expect("a file to drop");
    for engine in Engine::there() {
        let (desk, _display) = desk_in(engine, &muster).await;
        desk.import(&path).await;
        desk.wait_for_count("all", 0).await;
        desk.browser.evaluate("document.querySelector('[data-test=\"choices\"]').open = true").await;
        let choose = "(select => { select.value = 'windows-1252'; select.dispatchEvent(new Event('change', {bubbles: true})); })\
            (document.querySelector('[data-test=\"choice-encoding\"]'))";
        desk.browser.evaluate(choose).await;
        // In a small window, the open choices leave no place for a row.
        desk.browser.evaluate("document.querySelector('[data-test=\"choices\"]').open = false").await;
        // What the page says of the file is of the file as it is read now.
        desk.wait_for_count("all", 1).await;
        desk.wait_for_rows(1).await;
        let facts = desk.browser.text("facts").await;
        assert!(facts.to_lowercase().contains("windows-1252"), "{engine:?}: {facts}");
        desk.browser.see_selector("[data-test=\"cell\"][data-column=\"Nickname\"][data-state=\"changed\"]").await;
        desk.browser.assert_quiet(&[]).await;
    }
}

#[tokio::test]
async fn what_is_printed_is_on_paper_and_not_on_the_screen() {
    let (muster, admin) = with_admin().await;
    let path = edited(&muster, &admin, |file| {
        let names: Vec<String> = file.usernames().iter().take(150).map(|name| (*name).to_owned()).collect();
        for (number, name) in names.iter().enumerate() {
            file.set(name, "Nickname", &format!("Zed {number}"));
        }
    })
    .await;
    for engine in Engine::there() {
        let (desk, _display) = desk_in(engine, &muster).await;
        let browser = &desk.browser;
        desk.import(&path).await;
        desk.wait_for_count("changed", 150).await;
        // The browser's own dialog would wait for a person.
        browser.evaluate("window.print = () => { window.printed = (window.printed ?? 0) + 1; }").await;
        browser.press(&format!("{CONTROL}p")).await;
        wait_for("the sheet to be printed", LIMIT, async || {
            (browser.evaluate("window.printed").await == 1).then_some(())
        })
        .await;
        assert_eq!(browser.attribute("[data-test=\"print-sheet\"]", "data-cells").await, "150");
        let shown = "getComputedStyle(document.querySelector('[data-test=\"print-sheet\"]')).display";
        assert_eq!(browser.evaluate(shown).await, "none", "{engine:?}: the sheet is only on paper");
        let grid = "document.querySelector('[data-test=\"grid\"]').clientHeight";
        assert!(
            browser.evaluate(grid).await.as_u64().expect("a height") > 200,
            "{engine:?}: the table keeps its place"
        );
        // WebKit's driver knows no command that prints.
        if engine == Engine::WebKit {
            continue;
        }
        let pages = browser.printed_text().await;
        let Some(pages) = pages else { continue };
        let with_changes: Vec<&String> = pages.iter().filter(|page| page.contains("Zed ")).collect();
        assert!(with_changes.len() > 1, "{engine:?}: {} pages", pages.len());
        for page in with_changes {
            assert!(page.contains("Before") && page.contains("After"), "{engine:?}: a page without heads:\n{page}");
        }
    }
}

/// Pictures for a person to look at: the pages whose parts each browser draws in its own way.
#[tokio::test]
async fn each_browser_draws_the_pages_for_somebody_to_look_at() {
    let (muster, admin) = with_admin().await;
    let person = admin.extract().await.usernames()[0].to_owned();
    for engine in Engine::there() {
        let (desk, _display) = desk_in(engine, &muster).await;
        let browser = &desk.browser;
        browser.snapshot(&format!("{}-home", engine.name())).await;
        desk.open("/reports").await;
        browser.see("completion").await;
        browser.snapshot(&format!("{}-reports", engine.name())).await;
        desk.open(&format!("/people/{person}")).await;
        browser.click("edit-person").await;
        browser.see("person-form").await;
        browser.snapshot(&format!("{}-person", engine.name())).await;
        // A select is drawn by the desk, and so can be read in the masthead.
        let drawn = "getComputedStyle(document.querySelector('[data-test=\"language\"]')).appearance";
        assert_eq!(browser.evaluate(drawn).await, json!("none"), "{engine:?}");
    }
}
