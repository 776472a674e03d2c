//! `muster check`: what an upload would do to a directory, and all that looks like an accident.

mod sarif;

use std::process::ExitCode;

use shared::Finding;
use shared::fix::Safety;

use super::output::{print_plain, print_styled};
use super::planned::{Planned, Plans};
use super::report::{Report, changes, tally};

/// What `muster check` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    planned: Planned,

    /// How the result is printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// How a plan is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// For scripts: one object.
    Json,
    /// For code-review tools: the findings as SARIF 2.1.0.
    Sarif,
}

/// Plans the file and prints the plan.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let plans = args.planned.review()?;
    let plan = plans.review.plan();
    match args.format {
        Format::Json => print_plain(&plan.to_json(plans.review.schema()))?,
        Format::Sarif => print_plain(&sarif::log(&plan.findings, &plans.source()))?,
        Format::Human => print_styled(&human(&plans))?,
    }
    Ok(if plan.blocked() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What to do about fixes that need no look.
const MENDS: &str = "What is marked (safe) is mended by `muster fix` with the same file and flags, --safe and -o OUT.\n";

fn human(plans: &Plans) -> String {
    let plan = plans.review.plan();
    let mut report = Report::new(plans.source());
    report.story(&plan.story);
    report.findings(&plan.findings);
    changes::some(&mut report.text, &plan.change_set, plans.review.schema());
    let tally = tally(&plan.findings);
    report.summary(&changes::words(plan, &plans.name, &tally), plan.blocked());
    let is_safe = |finding: &Finding| finding.fixes.first().is_some_and(|fix| fix.safety == Safety::Safe);
    if plan.findings.iter().any(is_safe) {
        report.text.push_str(MENDS);
    }
    report.text
}
