//! What is on the page only for a moment: seen by the page itself, for a test that asks now and then may be too late.

use serde_json::json;

use super::Browser;
use crate::wait::{LIMIT, wait_for};

/// Notes when each `data-test` was first there and when a file was chosen, and presses a `data-test` as soon as it is
/// there, if a test asks for it.
const OBSERVE: &str = r"
window.glimpses = { seen: {}, press: null };
new MutationObserver(() => {
    for (const element of document.querySelectorAll('[data-test]')) {
        window.glimpses.seen[element.dataset.test] ??= performance.now();
        if (element.dataset.test === window.glimpses.press) {
            window.glimpses.press = null;
            element.click();
        }
    }
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-test'] });
document.addEventListener('change', event => {
    if (event.target.type === 'file') {
        window.glimpses.seen[event.target.dataset.test] = performance.now();
    }
}, { capture: true });
";

impl Browser {
    /// Begins to look, in every page that is loaded from now on.
    pub async fn watch_glimpses(&self) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": OBSERVE})).await;
    }

    /// Forgets what was seen so far.
    pub async fn forget_glimpses(&self) {
        self.evaluate("window.glimpses.seen = {}").await;
    }

    /// Presses what a `data-test` names in the moment in which it appears.
    pub async fn press_when_there(&self, name: &str) {
        self.evaluate(&format!("window.glimpses.press = '{name}'")).await;
    }

    /// When what a `data-test` names was first there, in milliseconds since the page began; waited for.
    ///
    /// It may be gone by now.
    pub async fn glimpse(&self, name: &str) -> f64 {
        let seen = format!("window.glimpses.seen['{name}'] ?? null");
        wait_for(&format!("a glimpse of {name}"), LIMIT, async || self.evaluate(&seen).await.as_f64()).await
    }
}
