//! The desk without a mouse, without a screen, at twice the size, and without motion.

use serde_json::json;
use tests::admin::Admin;
use tests::browser::Browser;
use tests::desk::Desk;
use tests::muster::Muster;
use tests::wait::{LIMIT, wait_for};

const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const RIGHT: &str = "\u{e014}";

/// Two people with new nicknames, one of whom has lost the zeros of her zip.
async fn edits(muster: &Muster) -> (String, String, String) {
    let other = Admin::new(&muster.address);
    other.sign_in().await;
    let file = other.extract().await;
    let zip = file.find("a zip of digits with a zero in front", |cells| {
        let digits = &cells["MailingAddress1Zip"];
        digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    let person = file.find("someone else", |cells| cells["Username"] != zip && cells["Nickname"].is_empty());
    let short = file.cell(&zip, "MailingAddress1Zip").trim_start_matches('0').to_owned();
    let cells = format!(
        "Username\tNickname\tMailingAddress1Zip\n{person}\tZed\t{}\n{zip}\t{}\t{short}\n",
        file.cell(&person, "MailingAddress1Zip"),
        file.cell(&zip, "Nickname"),
    );
    (cells, person, zip)
}

/// Pastes text where the focus is, as the keyboard's paste does.
async fn paste(browser: &Browser, text: &str) {
    let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));";
    browser.client.execute(script, vec![json!(text)]).await.expect("a paste");
}

async fn wait_for_focus(browser: &Browser, name: &str) {
    wait_for(&format!("the focus on {name}"), LIMIT, async || {
        (browser.evaluate("document.activeElement?.dataset?.test ?? ''").await == name).then_some(())
    })
    .await;
}

#[tokio::test]
async fn an_import_is_done_by_keyboard_alone() {
    let muster = Muster::start().await;
    let browser = Browser::start().await;
    browser.open(muster.link.as_deref().expect("a one-time link")).await;
    browser.see("set-up").await;
    for (field, text) in [
        ("set-up-email", tests::admin::EMAIL),
        ("set-up-name", tests::admin::NAME),
        ("set-up-password", tests::admin::PASSWORD),
    ] {
        browser.tab_to(field).await;
        browser.press(text).await;
    }
    browser.press(ENTER).await;
    browser.see("nav-import").await;
    let desk = Desk::at(browser, &muster);
    let browser = &desk.browser;
    let (cells, person, zip) = edits(&muster).await;

    browser.tab_to("nav-import").await;
    browser.press(ENTER).await;
    browser.see("drop-zone").await;
    paste(browser, &cells).await;
    desk.wait_for_count("changed", 2).await;
    // To the first problem, and its fix.
    browser.press("n").await;
    browser.tab_to("fix").await;
    browser.press(ENTER).await;
    desk.wait_for_count("changed", 1).await;
    // Into the table: explain the row, then write a cell.
    browser.tab_to("count-changed").await;
    browser.press(ENTER).await;
    browser.see_selector(&format!("[data-test=\"row\"][data-key=\"{person}\"]")).await;
    browser.tab_to("grid").await;
    browser.press("e").await;
    browser.see("explain").await;
    browser.press(ESCAPE).await;
    browser.tab_to("grid").await;
    let at_nickname = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.dataset.column === 'Nickname'";
    for _ in 0..4 {
        if browser.evaluate(at_nickname).await == true {
            break;
        }
        browser.press(RIGHT).await;
    }
    browser.press(ENTER).await;
    browser.see("cell-editor").await;
    wait_for_focus(browser, "cell-editor").await;
    browser.press("Zoe").await;
    browser.press(ENTER).await;
    wait_for_focus(browser, "grid").await;
    desk.wait_for_count("changed", 1).await;
    // And away with it.
    browser.tab_to("review-and-send").await;
    browser.press(ENTER).await;
    browser.see("send-dialog").await;
    if browser.count("[data-test=\"acknowledge\"]").await > 0 {
        browser.tab_to("acknowledge").await;
        browser.press(" ").await;
    }
    browser.tab_to("send").await;
    browser.press(ENTER).await;
    browser.see("sent").await;

    let other = Admin::new(&muster.address);
    other.sign_in().await;
    let after = other.extract().await;
    assert_eq!(after.cell(&person, "Nickname"), "Zoe");
    assert!(after.cell(&zip, "MailingAddress1Zip").starts_with('0'), "mended");
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn a_screen_reader_gets_every_page() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let browser = &desk.browser;
    for (path, landmark, name) in [
        ("/", "directory", "home"),
        ("/extract", "download-extract", "extract"),
        ("/settings", "audit", "settings"),
        // It fetches the directory at once, of which the audit tells, unless the page is left before.
        ("/import", "drop-zone", "import"),
        ("/people", "person", "people"),
        ("/history", "revision-link", "history"),
    ] {
        desk.open(path).await;
        wait_for(&format!("{path} to be there"), LIMIT, async || {
            (browser.count(&format!("[data-test=\"{landmark}\"]")).await > 0).then_some(())
        })
        .await;
        browser.assert_outline(name).await;
    }
    browser.click("sign-out").await;
    browser.see("sign-in").await;
    browser.assert_outline("sign-in").await;
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn an_organisations_own_sign_in_is_offered_beside_the_password() {
    let muster = Muster::start_told(&[
        ("MUSTER_OIDC_ISSUER", "https://login.example.org"),
        ("MUSTER_OIDC_CLIENT", "muster"),
        ("MUSTER_OIDC_SECRET", "not-a-secret-of-anybody"),
        ("MUSTER_PUBLIC_URL", "https://muster.example.org"),
    ])
    .await;
    let browser = Browser::start().await;
    browser.open(&format!("{}/sign-in", muster.address)).await;
    let link = browser.attribute("[data-test=\"single-sign-on\"]", "href").await;
    assert!(link.ends_with("/api/single-sign-on"), "{link}");
    browser.picture("sign-in-single").await;
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn twice_the_size_and_no_motion_lose_nothing() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let browser = &desk.browser;
    let (cells, ..) = edits(&muster).await;
    // A window of 1280 by 900 at 200 % has the room of one of 640 by 450.
    let zoomed = json!({"width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": false});
    browser.devtools("Emulation.setDeviceMetricsOverride", zoomed).await;
    browser.click("nav-import").await;
    browser.see("drop-zone").await;
    paste(browser, &cells).await;
    desk.wait_for_count("changed", 2).await;
    let wide = browser.evaluate("document.documentElement.scrollWidth").await.as_u64().expect("a width");
    assert!(wide <= 640, "{wide} pixels at 200 %");
    browser.assert_accessible("import at 200 %").await;
    browser.click("fix").await;
    desk.wait_for_count("changed", 1).await;
    browser.click("review-and-send").await;
    browser.see("send").await;
    browser.click("not-yet").await;

    let moves = "getComputedStyle(document.querySelector('[data-test=\"review-and-send\"]')).transitionDuration";
    let motion = |wish: &str| json!({"features": [{"name": "prefers-reduced-motion", "value": wish}]});
    browser.devtools("Emulation.setEmulatedMedia", motion("no-preference")).await;
    assert_ne!(browser.evaluate(moves).await, "0s");
    browser.devtools("Emulation.setEmulatedMedia", motion("reduce")).await;
    assert_eq!(browser.evaluate(moves).await, "0s");
    browser.assert_quiet(&[]).await;
}
