//! `muster config`: what `muster serve` would go by, with the same flags, environment and file.

use std::process::ExitCode;

use super::output::print_plain;

pub(super) use crate::config::Config as Args;

/// Prints it.
#[expect(clippy::needless_pass_by_value, reason = "every command takes what it was told")]
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    print_plain(args.shown().trim_end())?;
    Ok(ExitCode::SUCCESS)
}
