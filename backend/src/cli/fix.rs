//! `muster fix`: writes the file with every fix in it that certainly restores what was meant.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};
use shared::finding::Finding;
use shared::rule::Severity;
use shared::values::text::counted;
use shared::{Plan, Review};

use super::output::{Format, print_bytes, print_plain, remark};
use super::planned::{Planned, Plans};
use super::report::{Report, tally};
use super::whole_file::write_whole;

/// What `muster fix` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    planned: Planned,

    /// Apply the safe fixes: those that restore what certainly was meant. Others are for a person to decide.
    #[arg(long, required = true)]
    safe: bool,

    /// Where the corrected file goes; without it, to standard output. Written whole or not at all.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,

    /// How it is told what was fixed: on standard error, and for scripts on standard output where --output is given.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// Fixes the file and writes it.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let mut plans = args.planned.review()?;
    let mut fixed: Vec<Finding> = Vec::new();
    while plans.review.apply_safe_fixes_telling(&mut |finding| fixed.push(finding.clone())) > 0 {}
    let plan = plans.review.plan();
    let unread = unread(plan);
    if !unread {
        let corrected = plans.review.corrected_file();
        match &args.output {
            Some(path) => write_whole(path, &corrected)?,
            None => print_bytes(&corrected)?,
        }
    }
    match args.format {
        Format::Human => remark(human(&plans, &fixed, unread).trim_end()),
        Format::Json if args.output.is_some() => print_plain(&json(&plans.review, &fixed, !unread))?,
        Format::Json => remark(&json(&plans.review, &fixed, !unread)),
    }
    Ok(if plan.blocked() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Whether part of the file can't be read. It would be lost, or misread, in what is written.
fn unread(plan: &Plan) -> bool {
    let of_reading = |finding: &Finding| finding.code.starts_with(['B', 'R']);
    plan.findings.iter().any(|finding| finding.severity == Severity::Error && of_reading(finding))
}

fn human(plans: &Plans, fixed: &[Finding], unread: bool) -> String {
    let plan = plans.review.plan();
    let mut report = Report::new(plans.source());
    for finding in fixed {
        report.fixed(finding);
    }
    report.findings(&plan.findings);
    let name = &plans.name;
    let places: usize = fixed.iter().map(|finding| finding.count).sum();
    let done = match places {
        0 => "nothing to fix".to_owned(),
        _ => format!("{} fixed", counted(places, "place", "places")),
    };
    let words = if unread {
        format!("{name} can't be read as it is, so nothing was written: {}.", tally(&plan.findings))
    } else if plan.blocked() {
        format!("{name}: {done}. A person must decide the rest: {}.", tally(&plan.findings))
    } else if plan.findings.is_empty() {
        format!("{name}: {done}. Nothing else was noticed.")
    } else {
        format!("{name}: {done}. Left: {}.", tally(&plan.findings))
    };
    report.summary(&words, plan.blocked());
    report.text
}

/// One object: the plan of the corrected file, as `muster check` prints it, and what was fixed.
fn json(review: &Review, fixed: &[Finding], written: bool) -> String {
    let object = |plan: &Plan| serde_json::from_str::<Value>(&plan.to_json(review.schema())).unwrap_or_default();
    let mut plan = object(review.plan());
    let told = object(&Plan { findings: fixed.to_vec(), ..review.plan().clone() });
    plan["fixed"] = told["findings"].clone();
    plan["written"] = json!(written);
    plan.to_string()
}
