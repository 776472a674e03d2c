//! How long the page's own thread was ever busy at a stretch: as long as that, nothing answers to a press.

use serde_json::json;

use super::Browser;

/// Listens from the first script of each page on.
const OBSERVE: &str = "window.longTasks = []; new PerformanceObserver(list => \
    window.longTasks.push(...list.getEntries().map(task => Math.round(task.duration)))).observe({ type: 'longtask', buffered: true });";

impl Browser {
    /// Begins to listen, in every page that is loaded from now on.
    pub async fn watch_long_tasks(&self) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": OBSERVE})).await;
    }

    /// Forgets what was heard so far, such as the start of the page.
    pub async fn forget_long_tasks(&self) {
        self.evaluate("window.longTasks.length = 0").await;
    }

    /// The tasks over 50 ms since then, in milliseconds.
    pub async fn long_tasks(&self) -> Vec<u64> {
        let tasks = self.evaluate("window.longTasks").await;
        tasks.as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64).collect()
    }
}
