//! `./dev bench`: builds the measuring program as it would be shipped, and runs it.

use crate::steps::Problem;
use crate::{build, children};

/// Runs the measures that the words ask for.
pub(crate) fn bench(words: &[String]) -> Result<(), Problem> {
    let mut bench = build::cargo();
    bench.args(["run", "--quiet", "--release", "--locked", "--package", "bench", "--"]).args(words);
    children::run("measuring", &mut bench)
}
