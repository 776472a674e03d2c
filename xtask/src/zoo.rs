//! `./dev zoo`: builds muster, and lets the measuring program take an extract through real programs.

use std::path::PathBuf;

use crate::steps::{Problem, Steps};
use crate::{bench, build, children, paths};

/// Runs the programs of these names, or all of them; `docs/programs.md` is written by the latter only.
pub(crate) fn zoo(names: &[String]) -> Result<(), Problem> {
    let binary = if let Some(binary) = std::env::var_os("MUSTER_BINARY") {
        PathBuf::from(binary)
    } else {
        let mut muster = build::cargo();
        muster.args(["build", "--release", "--locked", "--package", "backend", "--bin", "muster"]);
        Steps::new().run("Build muster", || children::run("building muster", &mut muster))?;
        paths::binary("muster")
    };
    let mut measuring = bench::measuring();
    measuring.arg("zoo").args(names).env("MUSTER_BINARY", binary);
    if let Some(cache) = paths::tool_cache() {
        measuring.env("MUSTER_ZOO", cache.join("zoo"));
    }
    children::run("the zoo", &mut measuring)
}
