//! Keeps the registry and the rules' pages in step with the rule files: a stale one is written anew, and the test fails
//! once, so that the change is seen and committed.

#[path = "support/fresh.rs"]
mod fresh;

use fresh::keep;
use shared::rule::{Fixes, Rule, Stage};
use shared::rules::ALL;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const FOLDERS: [&str; 9] = ["bytes", "dialect", "records", "header", "identity", "list", "cell", "sheet", "table"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn rule_files() -> BTreeMap<&'static str, Vec<String>> {
    let mut files: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for folder in FOLDERS {
        let Ok(entries) = std::fs::read_dir(root().join("src/rules").join(folder)) else { continue };
        let names =
            entries.map(|entry| entry.expect("a readable folder").file_name().into_string().expect("a plain name"));
        let mut modules: Vec<String> = names.filter_map(|name| name.strip_suffix(".rs").map(str::to_owned)).collect();
        modules.sort();
        files.insert(folder, modules);
    }
    files
}

#[test]
fn the_registry_holds_every_rule_file() {
    let files = rule_files();
    let mut text = String::from(
        "//! The registry of rules. A test of `shared` writes this file from the files below `rules/`; nobody edits it.\n\nuse crate::check::Check;\nuse crate::rule::Rule;\n\n",
    );
    let mut paths: Vec<(String, String)> = Vec::new();
    for (folder, modules) in files.iter().filter(|(_, modules)| !modules.is_empty()) {
        writeln!(text, "mod {folder} {{").expect("a string takes all");
        for module in modules {
            writeln!(text, "    pub(super) mod {module};").expect("a string takes all");
            paths.push((module.clone(), format!("{folder}::{module}")));
        }
        text.push_str("}\n");
    }
    paths.sort();
    text.push_str("\n/// Every rule, by code.\npub static ALL: &[&Rule] = &[\n");
    for (_, path) in &paths {
        writeln!(text, "    &{path}::RULE,").expect("a string takes all");
    }
    text.push_str(
        "];\n\n/// How each of them looks at its stage, in the same order.\npub(crate) static CHECKS: &[&Check] = &[\n",
    );
    for (_, path) in &paths {
        writeln!(text, "    &{path}::CHECK,").expect("a string takes all");
    }
    text.push_str("];\n");
    keep(&root().join("src/rules.rs"), &text);
}

#[test]
fn files_are_named_after_their_rules() {
    let mut named: Vec<String> = rule_files().into_values().flatten().collect();
    named.sort();
    let rules: Vec<String> =
        ALL.iter().map(|rule| format!("{}_{}", rule.code.to_lowercase(), rule.name.replace('-', "_"))).collect();
    assert_eq!(rules, named);
}

#[test]
fn every_rule_documents_itself() {
    for rule in ALL {
        for heading in ["What it finds", "Why it matters", "What to do", "Flagged", "Accepted"] {
            // A file over the limit is too large for a page.
            if heading == "Flagged" && ["too-large", "table-too-large"].contains(&rule.name) {
                continue;
            }
            assert!(rule.documentation.contains(&format!("## {heading}")), "{} has no “{heading}”", rule.code);
        }
    }
}

#[test]
fn the_rules_page_is_fresh() {
    let mut page = String::from(
        "# Rules\n\nWhat Muster looks for in an upload. Written by a test from the rules' own documentation; every example is executed.\n\nAn *error* blocks sending until it is mended or its row or column is left out, a *warning* must be acknowledged, a\n*note* informs. `muster rules CODE` shows one of these on the command line.\n\nWhere an example gives no directory, it is this one:\n\n```csv\n",
    );
    page.push_str(shared::rule::EXAMPLE_DIRECTORY);
    page.push_str("```\n\n| code | name | severity | looks at | fixes |\n|---|---|---|---|---|\n");
    for rule in ALL {
        let Rule { code, name, .. } = rule;
        let (looks_at, fixes) = (looks_at(rule), fixes(rule));
        writeln!(
            page,
            "| [{code}](#{}-{name}) | {name} | {} | {looks_at} | {fixes} |",
            code.to_lowercase(),
            severity(rule)
        )
        .expect("a string takes all");
    }
    for rule in ALL {
        writeln!(page, "\n# {} {}\n\n*{}*\n", rule.code, rule.name, severity(rule)).expect("a string takes all");
        for line in rule.documentation.lines() {
            writeln!(page, "{}", line.strip_prefix(' ').unwrap_or(line)).expect("a string takes all");
        }
    }
    keep(&root().join("../docs/rules.md"), &page);
}

fn severity(rule: &Rule) -> String {
    format!("{:?}", rule.severity).to_lowercase()
}

fn looks_at(rule: &Rule) -> &'static str {
    match rule.looks_at {
        Stage::Bytes => "bytes",
        Stage::Dialect => "dialect",
        Stage::Records => "records",
        Stage::Header => "header",
        Stage::Cell => "cells",
        Stage::Row => "rows",
        Stage::Merge => "table",
    }
}

fn fixes(rule: &Rule) -> &'static str {
    match rule.fixes {
        Fixes::None => "none",
        Fixes::Sometimes => "sometimes",
        Fixes::Always => "always",
    }
}
