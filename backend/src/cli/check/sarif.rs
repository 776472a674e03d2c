//! A plan's findings in SARIF 2.1.0, which code-review tools show beside the lines.

use std::fmt::Write;

use serde_json::{Value, json};
use shared::finding::{Finding, Place};
use shared::rule::Severity;
use shared::rule::Rule;
use shared::rules::ALL;

use crate::cli::report::{Source, Spot};
use crate::cli::rules::finds;

/// How many places of one finding become results; its message says how many there are.
const PLACES_TOLD: usize = 100;

/// The findings as one SARIF log.
pub(super) fn log(findings: &[Finding], source: &Source<'_>) -> String {
    let results: Vec<Value> = findings
        .iter()
        .flat_map(|finding| finding.places.iter().take(PLACES_TOLD).map(|place| result(finding, place, source)))
        .collect();
    let rules: Vec<Value> = ALL.iter().map(|rule| described(rule)).collect();
    let driver = json!({"name": "muster", "semanticVersion": shared::VERSION, "rules": rules});
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    });
    log.to_string()
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": finds(rule)},
        "defaultConfiguration": {"level": level(rule.severity)},
    })
}

fn result(finding: &Finding, place: &Place, source: &Source<'_>) -> Value {
    let mut location = json!({"artifactLocation": {"uri": uri(source.name)}});
    if let Some(spot) = Spot::of(finding, place, source) {
        location["region"] = match spot.column {
            Some(column) => json!({"startLine": spot.line, "startColumn": column}),
            None => json!({"startLine": spot.line}),
        };
    }
    json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": {"text": format!("{} {}", finding.message, finding.help)},
        "locations": [{"physicalLocation": location}],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => {
                let _ = write!(uri, "%{other:02X}");
            }
        }
    }
    uri
}
