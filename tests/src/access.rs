//! What keeps people from using a page, as axe-core finds it, and the page as a screen reader gets it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::browser::Browser;

/// Runs axe in the page and names what it found: rule, and the elements.
const RUN: &str = r#"
    const done = arguments[arguments.length - 1];
    window.axe.run(document, { preload: false, resultTypes: ["violations"] }).then(
        result => done(result.violations.map(found =>
            `${found.id} (${found.impact}): ${found.help}\n` +
            found.nodes.slice(0, 3).map(node => `    ${node.html.slice(0, 200)}\n    ${node.failureSummary}`).join("\n"))),
        error => done([String(error)]));
"#;

impl Browser {
    /// Fails if axe finds anything in the page as it is now. Without axe, which `./dev set-up` fetches, nothing is looked at.
    pub async fn assert_accessible(&self, page: &str) {
        let Some(axe) = axe() else { return };
        if self.evaluate("typeof window.axe").await == "undefined" {
            self.client.execute(&axe, Vec::new()).await.expect("axe is a script");
        }
        let found = self.client.execute_async(RUN, Vec::new()).await.expect("axe answers");
        let found: Vec<&str> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(found.is_empty(), "axe finds on {page}:\n{}", found.join("\n"));
    }

    /// The page as a screen reader gets it: a line for each thing with a role, with its name, as deep as it stands.
    ///
    /// Names that a run makes up (line ends of the fictional company, times) are left to the roles' order.
    pub async fn outline(&self, roles: &[&str]) -> String {
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await;
        let mut lines = Vec::new();
        for node in tree["nodes"].as_array().into_iter().flatten() {
            let role = node["role"]["value"].as_str().unwrap_or_default();
            if node["ignored"] == json!(true) || !roles.contains(&role) {
                continue;
            }
            let name = node["name"]["value"].as_str().unwrap_or_default();
            lines.push(format!("{role}: {name}").trim_end_matches([':', ' ']).to_owned());
        }
        lines.join("\n")
    }
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
