//! Builds the desk: Trunk compiles it, wasm-opt shrinks it, and its files are compressed once, here,
//! so that the keeper never has to.

use std::path::Path;

use crate::assets;
use crate::children;
use crate::fingerprint::fingerprint;
use crate::paths;
use crate::steps::Problem;
use crate::tools::Tools;
use crate::wasm;

/// Whatever the built desk depends on, relative to the checkout.
const INPUTS: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "Trunk.toml",
    "index.html",
    "assets",
    "frontend/Cargo.toml",
    "frontend/build.rs",
    "frontend/src",
    "frontend/texts",
    "shared/Cargo.toml",
    "shared/build.rs",
    "shared/schema",
    "shared/src",
];

/// Leaves the built desk in the dist folder; does nothing when it is there and nothing changed.
pub(crate) fn build(tools: &Tools) -> Result<(), Problem> {
    let dist = paths::dist();
    let stamp = paths::target().join("desk.stamp");
    if std::fs::read_to_string(&stamp).is_ok_and(|seen| seen == fingerprint(tools, INPUTS, &dist)) {
        println!("    unchanged");
        return Ok(());
    }

    // Trunk works offline, as its own downloads fail on many machines; so cargo fetches beforehand.
    let mut fetch = tools.command(Path::new("cargo"));
    fetch.args(["fetch", "--locked", "--quiet", "--target", "wasm32-unknown-unknown"]);
    children::run("fetching the desk's dependencies", &mut fetch)?;

    let mut trunk = tools.command(&tools.find("trunk"));
    trunk.args(["build", "--release", "--offline", "--locked", "--dist"]).arg(&dist);
    // Trunk takes these for flags of its own and refuses what is not true or false.
    trunk.env_remove("NO_COLOR");
    children::run("building the desk", &mut trunk)?;

    wasm::optimise(tools, &dist)?;
    assets::compress(&dist).map_err(|error| format!("the desk's files could not be compressed: {error}."))?;
    assets::print_sizes(&dist);
    std::fs::write(&stamp, fingerprint(tools, INPUTS, &dist))
        .map_err(|error| format!("{} could not be written: {error}.", stamp.display()))
}
