//! Native builds that more than one command needs.

use std::process::Command;

use crate::children;
use crate::paths;
use crate::steps::Problem;

/// A cargo command in the checkout.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(paths::root()).env("MUSTER_DESK_DIST", paths::dist());
    // A failed test says what is wrong in its own words; a trace through its runtime says nothing more.
    command.env("RUST_BACKTRACE", "0");
    command
}

/// Builds the keeper, with whatever desk lies in the dist folder, and the company's generator.
pub(crate) fn muster() -> Result<(), Problem> {
    let mut build = cargo();
    build.args(["build", "--release", "--locked", "--package", "backend", "--package", "company", "--bins"]);
    children::run("building muster", &mut build)
}
