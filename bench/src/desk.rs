//! What was measured at the desk with a large file, as a section of the document.

use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::machine;
use crate::report::{self, Section};

/// One journey: a file was dropped, looked through, and let go.
#[derive(Debug, Deserialize)]
struct Journey {
    rows: u64,
    bytes: u64,
    /// The tasks of the page over 50 ms, in milliseconds.
    tasks: Vec<u64>,
    first_findings_ms: f64,
    preview_ms: f64,
    frames: f64,
    filled: f64,
    /// What the page's process grew by at most, in bytes.
    memory: u64,
}

/// Writes the figures that the test of large files left in a file, a line of JSON each.
pub(crate) fn write(figures: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(figures).map_err(|error| format!("{}: {error}", figures.display()))?;
    let journeys: Result<Vec<Journey>, _> = text.lines().map(serde_json::from_str).collect();
    let journeys = journeys.map_err(|error| format!("the figures can't be read: {error}"))?;
    let Some(first) = journeys.first() else { return Err("nothing was measured".to_owned()) };
    let intro = format!(
        "Measures 3 and 4 at the desk itself: Chromium, the page and its worker as they are shipped, and an upload of {} rows \
         x 55 columns ({} MB) in another order than the directory's, with one cell edited in 1 % of its rows. Each journey \
         drops the file, waits for the preview, scrolls for three seconds, jumps, filters and searches. Memory is what the \
         page's process grew by at most, beside 1.6 times both files and 32 MB.\n{}",
        first.rows,
        first.bytes / 1_000_000,
        machine::sentence()
    );
    report::write(&Section { name: "desk", title: "The desk", intro: &intro, body: &table(&journeys) })
}

fn table(journeys: &[Journey]) -> String {
    let each = |text: &dyn Fn(&Journey) -> String| journeys.iter().map(text).collect::<Vec<_>>().join(" · ");
    let all = |is: &dyn Fn(&Journey) -> bool| if journeys.iter().all(is) { "yes" } else { "**no**" };
    let tasks = |journey: &Journey| match journey.tasks.as_slice() {
        [] => "none".to_owned(),
        tasks => format!("{tasks:?}"),
    };
    let lines = [
        ("tasks of the page over 50 ms", each(&tasks), "none", all(&|journey| journey.tasks.is_empty())),
        (
            "first findings after the drop, ms",
            each(&|journey| format!("{:.0}", journey.first_findings_ms)),
            "≤ 200",
            all(&|journey| journey.first_findings_ms <= 200.0),
        ),
        (
            "frames a second while scrolling",
            each(&|journey| format!("{:.0}", journey.frames)),
            "≥ 55",
            all(&|journey| journey.frames >= 55.0),
        ),
        ("share of them that show rows", each(&|journey| format!("{:.2}", journey.filled)), "", ""),
        ("preview after the drop, s", each(&|journey| format!("{:.1}", journey.preview_ms / 1000.0)), "", ""),
        (
            "memory, of what it may be",
            each(&|journey| format!("{:.2}", share_of_memory(journey))),
            "≤ 1",
            all(&|journey| share_of_memory(journey) <= 1.0),
        ),
    ];
    let mut body = "| what | each journey | goal | reached |\n|---|---|--:|---|\n".to_owned();
    for (what, figures, goal, reached) in lines {
        // Writing to a string does not fail.
        let _ = writeln!(body, "| {what} | {figures} | {goal} | {reached} |");
    }
    body
}

/// The directory is as large as the upload but for its order and a few cells.
#[expect(clippy::cast_precision_loss, reason = "no file reaches the 2^53 bytes that a float counts exactly")]
fn share_of_memory(journey: &Journey) -> f64 {
    journey.memory as f64 / (journey.bytes as f64 * 2.0 * 1.6 + 32_000_000.0)
}
