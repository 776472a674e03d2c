//! A large file at the desk: the page answers all the while, shows the first findings at once, and scrolls smoothly.
//!
//! `./dev bench desk` runs it with a million rows and keeps the figures.

use std::io::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use tests::admin::Admin;
use tests::browser::Browser;
use tests::desk::Desk;
use tests::muster::Muster;

/// How many people there are, unless `MUSTER_ROWS` says otherwise.
const PEOPLE: u64 = 200_000;
/// How often the whole journey is made at most. Another program on the machine may hold one of them up, and a page that
/// stands still by itself does so each time.
const JOURNEYS: usize = 3;
/// The columns that are read from a past or present state of the directory as "all user data".
const EXTRACT: &str = "columns=all";
/// The column that is edited: any text will do in it.
const EDITED: &str = "Nickname";

#[tokio::test]
async fn a_large_file_never_stops_the_page() {
    let asked = std::env::var("MUSTER_ROWS").ok().map(|rows| rows.parse().expect("a number of rows"));
    let rows = asked.unwrap_or(PEOPLE);
    let muster = Muster::start_with(rows).await;
    let browser = Browser::start().await;
    browser.watch_long_tasks().await;
    browser.watch_glimpses().await;
    browser.open(muster.link.as_deref().expect("a one-time link")).await;
    let desk = Desk::at(browser, &muster);
    desk.fill_in_set_up().await;
    let path = muster.folder().join("large.csv");
    let changed = {
        let other = Admin::new(&muster.address);
        other.sign_in().await;
        let (file, changed) = tests::large::edited(&other.extract_bytes(EXTRACT).await.0, EDITED);
        std::fs::write(&path, file).expect("a file to drop");
        changed
    };

    desk.browser.click("nav-import").await;
    desk.browser.see("drop-zone").await;
    // She thinks better of it while it is being read; the next one begins afresh.
    desk.browser.press_when_there("cancel").await;
    desk.choose(&path).await;
    desk.browser.glimpse("cancel").await;
    desk.browser.see("drop-zone").await;

    let mut calm = false;
    for _ in 0..JOURNEYS {
        let figures = journey(&desk, &path, rows, changed).await;
        println!("{figures}");
        keep(&figures);
        calm |= figures["tasks"] == json!([]);
        if calm && asked.is_none() {
            break;
        }
        desk.browser.click("cancel").await;
        desk.browser.see("drop-zone").await;
    }
    assert!(calm, "the page stood still for over 50 ms in each of {JOURNEYS} journeys");
    desk.browser.assert_quiet(&[]).await;
}

/// Drops the file and looks through it; gives what was measured meanwhile.
async fn journey(desk: &Desk, path: &Path, rows: u64, changed: u64) -> Value {
    let browser = &desk.browser;
    browser.forget_glimpses().await;
    browser.forget_long_tasks().await;
    let before = browser.begin_peak();
    desk.choose(path).await;
    // Its beginning is judged while the rest is still being read.
    let so_far = browser.glimpse("so-far").await;
    desk.wait_for_count("same", rows - changed).await;
    let (dropped, planned) = (browser.glimpse("file-input").await, browser.glimpse("count-all").await);
    let after_reading = browser.long_tasks().await;

    desk.browser.click("count-all").await;
    desk.wait_for_rows(rows).await;
    let smoothness = browser.scroll_smoothly().await;
    for part in [0.9, 0.5] {
        let scroll = format!(
            "(grid => grid.scrollTop = grid.scrollHeight * {part})(document.querySelector('[data-test=\"grid\"]'))"
        );
        browser.evaluate(&scroll).await;
        browser.see_selector("[data-test=\"row\"]").await;
    }
    desk.browser.click("count-changed").await;
    desk.wait_for_rows(changed).await;
    browser.fill("table-search", "Zed 0").await;
    desk.wait_for_rows(1).await;
    let size = std::fs::metadata(path).expect("the file").len();
    json!({
        "rows": rows,
        "bytes": size,
        "tasks": browser.long_tasks().await,
        "tasks_while_reading": after_reading,
        "first_findings_ms": so_far - dropped,
        "preview_ms": planned - dropped,
        "frames": smoothness.frames,
        "filled": smoothness.filled,
        "memory": browser.peak().saturating_sub(before),
    })
}

/// Appends a line of figures to the file that `./dev bench desk` reads.
fn keep(figures: &Value) {
    let Some(path) = std::env::var_os("MUSTER_FIGURES_TO") else { return };
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).expect("a file for the figures");
    writeln!(file, "{figures}").expect("the figures are kept");
}
