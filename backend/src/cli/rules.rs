//! `muster rules`: what Muster looks for, in the rules' own words.

use std::fmt::Write;
use std::process::ExitCode;

use anyhow::bail;
use shared::rule::Severity;
use shared::rule::{Fixes, Rule};
use shared::rules::ALL;

use super::output::print_styled;
use super::report::{COLUMNS, broken, style};

/// What `muster rules` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The code of a rule, such as `L001`, its name, or a part of it; without one, all rules are listed.
    code: Option<String>,
}

/// Prints the documentation of one rule, or a list of them.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Some(wanted) = args.code else {
        print_styled(&list(ALL))?;
        return Ok(ExitCode::SUCCESS);
    };
    let is_wanted = |rule: &&Rule| rule.code.eq_ignore_ascii_case(&wanted) || rule.name.eq_ignore_ascii_case(&wanted);
    let exact = ALL.iter().copied().find(|rule| is_wanted(rule));
    let part = wanted.to_lowercase();
    let like: Vec<&Rule> = ALL.iter().copied().filter(|rule| rule.name.contains(&part)).collect();
    match (exact, like.as_slice()) {
        (Some(rule), _) => print_styled(&documentation(rule))?,
        (None, [rule]) => print_styled(&documentation(rule))?,
        (None, []) => bail!("there is no rule {wanted}; `muster rules` lists those there are"),
        (None, some) => print_styled(&list(some))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn list(rules: &[&Rule]) -> String {
    let widest = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in rules {
        let style = style::of(rule.severity);
        let (name, severity) = (rule.name, word(rule.severity));
        let indent = rule.code.len() + widest + 13;
        let lines = broken(&finds(rule), COLUMNS.saturating_sub(indent)).join(&format!("\n{:indent$}", ""));
        let _ = writeln!(text, "{}  {name:widest$}  {style}{severity:7}{style:#}  {lines}", rule.code);
    }
    text.push_str("\n`muster rules CODE` shows one with its examples.\n");
    text
}

/// The first sentence of what a rule finds, on one line.
pub(super) fn finds(rule: &Rule) -> String {
    let lines = rule.documentation.lines().map(str::trim);
    let about = lines.skip_while(|line| *line != "## What it finds").skip(1).take_while(|line| !line.is_empty());
    let about = about.collect::<Vec<_>>().join(" ");
    about.split_inclusive(". ").next().unwrap_or_default().trim().to_owned()
}

fn documentation(rule: &Rule) -> String {
    let (strong, faint, severity) = (style::STRONG, style::FAINT, style::of(rule.severity));
    let fixes = match rule.fixes {
        Fixes::None => "no fixes",
        Fixes::Sometimes => "fixes sometimes",
        Fixes::Always => "always with fixes",
    };
    let mut text = format!(
        "{strong}{} {}{strong:#}  {severity}{}{severity:#}, {fixes}\n\n",
        rule.code,
        rule.name,
        word(rule.severity)
    );
    let mut in_example = false;
    for line in rule.documentation.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        if let Some(choices) = line.strip_prefix("```") {
            in_example = !in_example;
            let choices = choices.trim_start_matches("csv").trim();
            if in_example && !choices.is_empty() {
                let _ = writeln!(text, "  {faint}({choices}){faint:#}");
            }
        } else if in_example {
            let _ = writeln!(text, "  {faint}│{faint:#} {line}");
        } else if let Some(heading) = line.strip_prefix("## ") {
            let _ = writeln!(text, "{strong}{heading}{strong:#}");
        } else {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
