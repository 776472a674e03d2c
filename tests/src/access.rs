//! What keeps people from using a page, as axe-core finds it, and the page as a screen reader gets it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::snapshot;
use crate::wait::{LIMIT, found_within, wait_for};

/// Runs axe in the page and names what it found: rule, and the elements.
const RUN: &str = r#"
    const done = arguments[arguments.length - 1];
    window.axe.run(document, { preload: false, resultTypes: ["violations"] }).then(
        result => done(result.violations.map(found =>
            `${found.id} (${found.impact}): ${found.help}\n` +
            found.nodes.slice(0, 3).map(node => `    ${node.html.slice(0, 200)}\n    ${node.failureSummary}`).join("\n"))),
        error => done([String(error)]));
"#;

/// Whether nothing of the page moves that comes to an end.
const AT_REST: &str = "document.getAnimations().every(one => one.playState !== 'running' || \
                       one.effect?.getComputedTiming().iterations === Infinity)";

impl Browser {
    /// Fails if axe finds anything in the page as it is now. Without axe, which `./dev set-up` fetches, nothing is looked at.
    pub async fn assert_accessible(&self, page: &str) {
        let Some(axe) = axe() else { return };
        if self.evaluate("typeof window.axe").await == "undefined" {
            self.client.execute(&axe, Vec::new()).await.expect("axe is a script");
        }
        // A colour on its way to another is neither: what changes comes to its end first.
        wait_for("the page to be at rest", LIMIT, async || (self.evaluate(AT_REST).await == true).then_some(())).await;
        let found = self.client.execute_async(RUN, Vec::new()).await.expect("axe answers");
        let found: Vec<&str> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(found.is_empty(), "axe finds on {page}:\n{}", found.join("\n"));
    }

    /// Compares the page as a screen reader gets it with what is kept under a name: a line for each thing with a role, with
    /// its name and state, as deep as it stands. What comes a moment later is waited for.
    pub async fn assert_outline(&self, page: &str) {
        const SOON: Duration = Duration::from_secs(10);
        let name = format!("{page}.outline");
        let mut now = String::new();
        let settled = found_within(SOON, async || {
            let before = std::mem::replace(&mut now, self.outline().await);
            let is_right = if snapshot::is_written() { before == now } else { snapshot::is_kept(&name, &now) };
            is_right.then_some(())
        })
        .await;
        if snapshot::is_written() {
            snapshot::keep(&name, &now);
            return;
        }
        let place = snapshot::place(&name);
        assert!(
            settled.is_some(),
            "{page} isn't what is kept in {}. If it should be so, keep it with MUSTER_SNAPSHOTS=write. It is now:\n{now}",
            place.display()
        );
    }

    /// The page as a screen reader gets it. Digits differ from day to day, so each number is written as `#`.
    pub async fn outline(&self) -> String {
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await;
        let nodes: HashMap<&str, &Value> = tree["nodes"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|node| (node["nodeId"].as_str().unwrap_or_default(), node))
            .collect();
        let mut lines = Vec::new();
        let root = tree["nodes"][0]["nodeId"].as_str().unwrap_or_default();
        outline_of(&nodes, root, 0, &mut lines);
        lines.join("\n")
    }
}

/// Roles that only hold others, or repeat what their parent's name says.
const SILENT: &[&str] =
    &["none", "generic", "StaticText", "InlineTextBox", "ListMarker", "LineBreak", "RootWebArea", "paragraph"];

/// States that a screen reader tells.
const STATES: &[&str] =
    &["pressed", "checked", "selected", "expanded", "disabled", "required", "busy", "live", "modal"];

fn outline_of(nodes: &HashMap<&str, &Value>, id: &str, depth: usize, lines: &mut Vec<String>) {
    let Some(node) = nodes.get(id) else { return };
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let is_told = node["ignored"] != json!(true) && !SILENT.contains(&role);
    if is_told {
        let name = without_digits(node["name"]["value"].as_str().unwrap_or_default());
        let told = node["properties"].as_array().into_iter().flatten().filter_map(|property| {
            let state = property["name"].as_str().filter(|state| STATES.contains(state))?;
            let value = &property["value"]["value"];
            (*value != json!(false) && *value != json!("false")).then(|| match value.as_str() {
                Some("true") | None => state.to_owned(),
                Some(value) => format!("{state} {value}"),
            })
        });
        let told: Vec<String> = told.collect();
        let states = if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) };
        let line = format!("{}{role}: {name}", "  ".repeat(depth));
        lines.push(format!("{}{states}", line.trim_end_matches([':', ' '])));
    }
    // A button's or an option's own text is its name already.
    if is_told && ["button", "link", "option", "heading", "columnheader"].contains(&role) {
        return;
    }
    for child in node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        outline_of(nodes, child, depth + usize::from(is_told), lines);
    }
}

fn without_digits(text: &str) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];
    let mut plain = String::new();
    for letter in text.chars() {
        match letter {
            '0'..='9' if plain.ends_with('#') => {}
            '0'..='9' => plain.push('#'),
            other => plain.push(other),
        }
    }
    // The month differs from day to day, too.
    MONTHS.iter().fold(plain, |text, month| text.replace(&format!("# {month} #"), "# month #"))
}

/// The script: named by `./dev test`, else where set-up put it.
fn axe() -> Option<String> {
    let place = std::env::var_os("MUSTER_AXE").map_or_else(
        || {
            let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.tools");
            let mut homes = std::fs::read_dir(tools).ok()?.flatten().map(|entry| entry.path());
            let home = homes
                .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("axe-core")))?;
            Some(home.join("node_modules/axe-core/axe.min.js"))
        },
        |place| Some(PathBuf::from(place)),
    )?;
    std::fs::read_to_string(place).ok()
}
