//! A real browser, driven through its driver, in a profile that vanishes with the test.

mod driver;
mod engine;
mod glimpses;
mod longtasks;
mod memory;
mod paper;
mod said;
mod screens;
mod smoothness;
mod start;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::Child;

use crate::wait::{LIMIT, found_within, wait_for};
use driver::DriverCommand;
use said::Said;

pub use engine::Engine;
pub use screens::{Theme, WIDTHS};
pub use smoothness::Smoothness;

/// The answer to a visitor whom the server doesn't know yet; the browser counts it as an error, and Muster doesn't.
const SIGNED_OUT: &str = "/api/session - Failed to load resource: the server responded with a status of 401";

/// One window of a browser that ends when it is dropped.
pub struct Browser {
    /// The driver's client, for what has no method here.
    pub client: Client,
    /// Which browser it is.
    pub engine: Engine,
    process: Option<String>,
    group: Option<u32>,
    downloads: TempDir,
    said: Said,
    _profile: TempDir,
    _driver: Child,
}

impl Browser {
    /// Goes to an address.
    pub async fn open(&self, address: &str) {
        self.client.goto(address).await.expect("the page loads");
    }

    /// The visible element that a `data-test` names, waited for.
    pub async fn see(&self, name: &str) -> Element {
        self.see_selector(&format!("[data-test=\"{name}\"]")).await
    }

    /// The first visible element that a selector finds, waited for.
    pub async fn see_selector(&self, selector: &str) -> Element {
        let seen = found_within(LIMIT, async || {
            let found = self.client.find(Locator::Css(selector)).await.ok()?;
            found.is_displayed().await.ok()?.then_some(found)
        })
        .await;
        match seen {
            Some(seen) => seen,
            None => self.give_up(&format!("{selector} to be seen")).await,
        }
    }

    /// Fails with what the page shows instead, without which nobody could tell why.
    async fn give_up(&self, description: &str) -> ! {
        let instead = self.client.execute("return document.body.innerText.slice(0, 1500);", Vec::new()).await;
        panic!("waited {} s in vain for {description}; the page shows:\n{instead:?}", LIMIT.as_secs())
    }

    /// How many elements a selector finds now.
    pub async fn count(&self, selector: &str) -> usize {
        self.client.find_all(Locator::Css(selector)).await.map_or(0, |found| found.len())
    }

    /// Clicks what a `data-test` names, once it is there and can be clicked.
    pub async fn click(&self, name: &str) {
        self.click_selector(&format!("[data-test=\"{name}\"]")).await;
    }

    /// Clicks the first visible element that a selector finds.
    pub async fn click_selector(&self, selector: &str) {
        let clicked = found_within(LIMIT, async || {
            let found = self.client.find(Locator::Css(selector)).await.ok()?;
            if !found.is_enabled().await.ok()? {
                return None;
            }
            found.click().await.ok()
        })
        .await;
        if clicked.is_none() {
            self.give_up(&format!("{selector} to be clicked")).await;
        }
    }

    /// Types into the field that a `data-test` names.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.see(name).await;
        field.send_keys(text).await.expect("the field takes keys");
    }

    /// Presses keys where the focus is, as the keyboard does; WebDriver's names for keys are in `fantoccini::key`.
    pub async fn press(&self, keys: &str) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(keys).await.expect("keys");
    }

    /// Presses Tab until what a `data-test` names has the focus: it must be reachable by keyboard.
    pub async fn tab_to(&self, name: &str) {
        const MOST: usize = 120;
        let here = "document.activeElement?.dataset?.test ?? ''";
        for _ in 0..MOST {
            if self.evaluate(here).await == name {
                return;
            }
            self.press("\u{e004}").await;
        }
        panic!("{name} can't be reached by Tab");
    }

    /// The visible text of what a `data-test` names.
    pub async fn text(&self, name: &str) -> String {
        self.see(name).await.text().await.expect("text")
    }

    /// An attribute of the first element that a selector finds, waited for.
    pub async fn attribute(&self, selector: &str, attribute: &str) -> String {
        wait_for(&format!("{attribute} of {selector}"), LIMIT, async || {
            self.client.find(Locator::Css(selector)).await.ok()?.attr(attribute).await.ok()?
        })
        .await
    }

    /// The value of an expression in the page.
    pub async fn evaluate(&self, expression: &str) -> Value {
        self.client.execute(&format!("return ({expression});"), Vec::new()).await.expect("the expression has a value")
    }

    /// The file that was downloaded under a name that ends so, waited for.
    pub async fn downloaded(&self, ending: &str) -> Vec<u8> {
        wait_for(&format!("a download ending in {ending}"), LIMIT, async || {
            let entries = std::fs::read_dir(self.downloads.path()).ok()?;
            let mut paths = entries.flatten().map(|entry| entry.path());
            let path = paths.find(|path| path.to_string_lossy().ends_with(ending))?;
            std::fs::read(path).ok().filter(|bytes| !bytes.is_empty())
        })
        .await
    }

    /// Fails if the console holds an error, a broken promise, or a violation of the content security policy.
    ///
    /// `expected` names parts of messages that the test provoked, such as a refusal's status.
    pub async fn assert_quiet(&self, expected: &[&str]) {
        let loud: Vec<String> = self
            .loud_lines()
            .await
            .into_iter()
            .filter(|message| !message.contains(SIGNED_OUT))
            .filter(|message| !expected.iter().any(|part| message.contains(part)))
            .collect();
        assert!(loud.is_empty(), "the browser's console holds:\n{}", loud.join("\n"));
    }

    /// What the console holds of errors.
    async fn loud_lines(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return self.said.lines().into_iter().filter(|line| self.engine.is_loud(line)).collect();
        }
        let log = self.command(DriverCommand::post("se/log", json!({"type": "browser"}))).await;
        let entries = log.as_array().expect("a list of messages").iter();
        let loud = entries.filter(|entry| entry["level"] == "SEVERE" || entry["source"] == "security");
        loud.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Sends one command of Chromium's own protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.command(DriverCommand::post("goog/cdp/execute", json!({"cmd": method, "params": parameters}))).await
    }

    async fn command(&self, command: DriverCommand) -> Value {
        self.client.issue_cmd(command).await.expect("the driver knows the command")
    }
}

impl Drop for Browser {
    /// Ends the browser, which outlives a driver that is killed, and would go on drawing after a failed test.
    fn drop(&mut self) {
        let group = self.group.map(|group| format!("-{group}"));
        for process in self.process.iter().chain(&group) {
            // It may have ended by itself.
            let _ =
                std::process::Command::new("kill").args(["--", process]).stderr(std::process::Stdio::null()).status();
        }
    }
}
