//! `./dev fuzz`: the engine's mutated fixtures, for as long as wished, natively and in wasm.

use crate::steps::{Problem, Steps};
use crate::tools;
use crate::{build, children, package};

/// Runs for so many minutes from a seed on. Without what wasm needs, only natively.
pub(crate) fn fuzz(minutes: u64, seed: u64) -> Result<(), Problem> {
    let mut steps = Steps::new();
    let tools = steps.run("Look for what building for wasm needs", || Ok(tools::set_up()))?;
    let mut test = build::cargo();
    test.args(["test", "--quiet", "--release", "--locked", "--package", "shared", "--test", "fuzz", "--"]);
    test.args(["mutated", "--nocapture"]);
    test.env("MUSTER_FUZZ_MINUTES", minutes.to_string()).env("MUSTER_FUZZ_SEED", seed.to_string());
    match tools {
        Ok(tools) if children::is_on_path("node") => {
            steps.run("Build the npm package", || package::build(&tools, package::Kind::Published))?;
            test.env("MUSTER_PACKAGE", package::Kind::Published.folder());
        }
        Ok(_) => println!("    no node here: only natively"),
        Err(missing) => println!("    {missing}\n    so only natively"),
    }
    steps.run("Mutate and check", || children::run("the fuzzer", &mut test))
}
