//! How smoothly the table scrolls: frames a second while it moves, and whether they show rows.

use serde::Deserialize;

use super::Browser;

/// What was seen while the table moved.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Smoothness {
    /// Frames a second.
    pub frames: f64,
    /// The share of them, from 0 to 1, in whose middle stood a row.
    pub filled: f64,
}

/// Moves the table by about its own height each tenth of a second, as a wheel in a hurry does, for three seconds.
const SCROLL: &str = r#"
const done = arguments[0];
const grid = document.querySelector('[data-test="grid"]');
const box = grid.getBoundingClientRect();
const middle = [box.left + box.width / 2, box.top + box.height / 2];
let frames = 0, filled = 0, begun = null;
const step = now => {
    begun ??= now;
    frames += 1;
    filled += document.elementFromPoint(...middle)?.closest('[data-test="row"]') ? 1 : 0;
    grid.scrollTop += 100;
    if (now - begun < 3000) {
        requestAnimationFrame(step);
    } else {
        done({ frames: (frames - 1) * 1000 / (now - begun), filled: filled / frames });
    }
};
requestAnimationFrame(step);
"#;

impl Browser {
    /// Scrolls the table for a while.
    pub async fn scroll_smoothly(&self) -> Smoothness {
        let seen = self.client.execute_async(SCROLL, Vec::new()).await.expect("the table scrolls");
        serde_json::from_value(seen).expect("figures")
    }
}
