//! Builds the desk: Trunk compiles it, wasm-opt shrinks it, and its files are compressed once, here,
//! so that the keeper never has to.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::assets::{self, files_below};
use crate::children;
use crate::paths;
use crate::steps::Problem;
use crate::tools::Tools;

/// Whatever the built desk depends on, relative to the checkout.
const INPUTS: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    "assets",
    "frontend/Cargo.toml",
    "frontend/src",
    "shared/Cargo.toml",
    "shared/src",
];

/// What of WebAssembly Rust's target uses by default; the optimiser must not use more.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Leaves the built desk in the dist folder; does nothing when it is there and nothing changed.
pub(crate) fn build(tools: &Tools) -> Result<(), Problem> {
    let dist = paths::dist();
    let stamp = paths::target().join("desk.stamp");
    if std::fs::read_to_string(&stamp).is_ok_and(|seen| seen == fingerprint(tools)) {
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

    optimise(tools, &dist)?;
    assets::compress(&dist).map_err(|error| format!("the desk's files could not be compressed: {error}."))?;
    assets::print_sizes(&dist);
    std::fs::write(&stamp, fingerprint(tools))
        .map_err(|error| format!("{} could not be written: {error}.", stamp.display()))
}

fn optimise(tools: &Tools, dist: &Path) -> Result<(), Problem> {
    let Some(wasm_opt) = &tools.wasm_opt else {
        return Ok(());
    };
    for path in files_below(dist).into_iter().filter(|path| path.extension().is_some_and(|e| e == "wasm")) {
        // The page should be small; the worker, which holds the engine, should be fast.
        let is_engine = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("worker"));
        let level = if is_engine { "-O3" } else { "-Oz" };
        let mut command = Command::new(wasm_opt);
        command.arg(&path).arg(level).args(WASM_FEATURES).arg("-o").arg(&path);
        children::run("wasm-opt", &mut command)?;
    }
    Ok(())
}

/// Changes when any input, any output or the way of building does.
fn fingerprint(tools: &Tools) -> String {
    let root = paths::root();
    let mut files: Vec<PathBuf> = INPUTS.iter().flat_map(|input| files_below(&root.join(input))).collect();
    files.extend(files_below(&paths::dist()));
    files.sort();
    let mut hash = Fnv::new();
    for path in files {
        hash.add(path.to_string_lossy().as_bytes());
        hash.add(&std::fs::read(&path).unwrap_or_default());
    }
    format!("{:016x} wasm-opt: {}\n", hash.0, tools.wasm_opt.is_some())
}

/// FNV-1a: enough to notice a change, and no dependency.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        // The length keeps one file's end apart from the next one's beginning.
        for byte in bytes.iter().chain(&bytes.len().to_le_bytes()) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
