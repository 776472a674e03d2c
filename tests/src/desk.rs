//! A person at the desk: what she does there, by the handles that `frontend/src/lib.rs` lists.

use std::path::Path;

use serde_json::Value;

use crate::admin::{EMAIL, NAME, PASSWORD};
use crate::browser::Browser;
use crate::muster::Muster;
use crate::wait::{LIMIT, wait_for};

/// A person with a browser.
pub struct Desk {
    /// Her browser.
    pub browser: Browser,
    address: String,
}

impl Desk {
    /// Sits down at a browser that is already there.
    pub fn at(browser: Browser, muster: &Muster) -> Self {
        Self { browser, address: muster.address.clone() }
    }

    /// Opens the one-time link and becomes the first admin.
    pub async fn set_up(muster: &Muster) -> Self {
        let desk = Self::at(Browser::start().await, muster);
        desk.browser.open(muster.link.as_deref().expect("a one-time link")).await;
        desk.fill_in_set_up().await;
        desk
    }

    /// Signs in with the password, once there is an admin.
    pub async fn sign_in(muster: &Muster) -> Self {
        let desk = Self::at(Browser::start().await, muster);
        desk.open("/sign-in").await;
        desk.fill_in_sign_in().await;
        desk
    }

    /// Fills in the set-up page and waits until she is in.
    pub async fn fill_in_set_up(&self) {
        self.browser.fill("set-up-email", EMAIL).await;
        self.browser.fill("set-up-name", NAME).await;
        self.browser.fill("set-up-password", PASSWORD).await;
        self.browser.click("set-up").await;
        self.browser.see("nav-import").await;
    }

    /// Fills in the sign-in page and waits until she is in.
    pub async fn fill_in_sign_in(&self) {
        self.browser.fill("sign-in-email", EMAIL).await;
        self.browser.fill("sign-in-password", PASSWORD).await;
        self.browser.click("sign-in").await;
        self.browser.see("nav-import").await;
    }

    /// Goes to a page by its address.
    pub async fn open(&self, path: &str) {
        self.browser.open(&format!("{}{path}", self.address)).await;
    }

    /// Goes to Import and gives it a file; waits for the plan.
    pub async fn import(&self, file: &Path) {
        self.browser.click("nav-import").await;
        self.choose(file).await;
        self.browser.see("count-all").await;
    }

    /// Gives the file field a file.
    pub async fn choose(&self, file: &Path) {
        let field = wait_for("the file field", LIMIT, async || {
            self.browser.client.find(fantoccini::Locator::Css("[data-test=\"file-input\"]")).await.ok()
        })
        .await;
        field.send_keys(&file.to_string_lossy()).await.expect("the field takes a file");
    }

    /// One of the counts above the preview.
    pub async fn counted(&self, filter: &str) -> u64 {
        let selector = format!("[data-test=\"count-{filter}\"]");
        let count = self.browser.attribute(&selector, "data-count").await;
        count.parse().unwrap_or_else(|_| panic!("{filter} counts {count}"))
    }

    /// Waits until a count has this value.
    pub async fn wait_for_count(&self, filter: &str, count: u64) {
        let selector = format!("[data-test=\"count-{filter}\"][data-count=\"{count}\"]");
        wait_for(&format!("{count} {filter}"), LIMIT, async || {
            (self.browser.count(&selector).await == 1).then_some(())
        })
        .await;
    }

    /// Waits until the table has so many rows.
    pub async fn wait_for_rows(&self, rows: u64) {
        let selector = format!("[data-test=\"grid\"][data-total=\"{rows}\"]");
        wait_for(&format!("{rows} rows"), LIMIT, async || (self.browser.count(&selector).await == 1).then_some(()))
            .await;
    }

    /// The codes of the findings that are shown, in order.
    pub async fn findings(&self) -> Vec<String> {
        let codes = "[...document.querySelectorAll('[data-test=\"finding\"]')].map(found => found.dataset.code)";
        let Value::Array(codes) = self.browser.evaluate(codes).await else { return Vec::new() };
        codes.iter().filter_map(|code| code.as_str().map(str::to_owned)).collect()
    }

    /// Mends what a finding is about by its first button, and waits until the finding is gone.
    pub async fn fix(&self, code: &str) {
        let finding = format!("[data-test=\"finding\"][data-code=\"{code}\"]");
        self.browser.click_selector(&format!("{finding} [data-test=\"fix\"]")).await;
        wait_for(&format!("{code} to be mended"), LIMIT, async || {
            (self.browser.count(&finding).await == 0).then_some(())
        })
        .await;
    }

    /// Waits until the desk's live region holds these words, as a screen reader would say them.
    pub async fn wait_until_said(&self, words: &str) {
        wait_for(&format!("“{words}” to be said"), LIMIT, async || {
            let said = self.browser.evaluate("document.querySelector('[data-test=\"said\"]').textContent").await;
            said.as_str()?.contains(words).then_some(())
        })
        .await;
    }

    /// Opens the summary and sends.
    pub async fn send(&self) {
        self.browser.click("review-and-send").await;
        self.browser.see("send-dialog").await;
        self.confirm().await;
    }

    /// Acknowledges what the summary asks to acknowledge, and sends.
    pub async fn confirm(&self) {
        if self.browser.count("[data-test=\"acknowledge\"]").await > 0 {
            self.browser.click("acknowledge").await;
        }
        self.browser.click("send").await;
    }
}
