//! What is looked for, in the rules' own words.

use serde::Serialize;
use shared::Severity;
use shared::rule::Fixes;
use wasm_bindgen::prelude::wasm_bindgen;

#[derive(Serialize)]
struct RuleJson {
    code: &'static str,
    name: &'static str,
    severity: Severity,
    fixes: &'static str,
    documentation: &'static str,
}

/// Every rule, as JSON.
#[wasm_bindgen]
pub fn rules() -> String {
    let fixes = |fixes: Fixes| match fixes {
        Fixes::None => "none",
        Fixes::Sometimes => "sometimes",
        Fixes::Always => "always",
    };
    let rules: Vec<RuleJson> = shared::rules::ALL
        .iter()
        .map(|rule| RuleJson {
            code: rule.code,
            name: rule.name,
            severity: rule.severity,
            fixes: fixes(rule.fixes),
            documentation: rule.documentation,
        })
        .collect();
    serde_json::to_string(&rules).unwrap_or_default()
}
