//! `./dev package`: the npm package of the engine, ready to be published or used by its path.

use std::path::{Path, PathBuf};

use crate::assets::files_below;
use crate::children;
use crate::fingerprint::fingerprint;
use crate::paths;
use crate::steps::{Problem, Steps};
use crate::tools::{self, Tools};
use crate::wasm;

/// Whatever the package depends on, relative to the checkout.
const INPUTS: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "package/Cargo.toml",
    "package/npm",
    "package/src",
    "shared/Cargo.toml",
    "shared/build.rs",
    "shared/schema",
    "shared/src",
];

/// What is put into the package.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What people use.
    Published,
    /// With the yardstick that benchmarks need.
    Measured,
}

impl Kind {
    /// Where it is built.
    pub(crate) fn folder(self) -> PathBuf {
        paths::target().join("npm").join(if self == Self::Published { "muster-engine" } else { "measured" })
    }
}

/// Finds the tools and builds the package.
pub(crate) fn package() -> Result<(), Problem> {
    let mut steps = Steps::new();
    let tools = steps.run("Look for what building for wasm needs", tools::set_up)?;
    steps.run("Build the npm package", || build(&tools, Kind::Published))?;
    println!("\nThe package lies in {}.", Kind::Published.folder().display());
    Ok(())
}

/// Leaves the package in its folder; does nothing when it is there and nothing changed.
pub(crate) fn build(tools: &Tools, kind: Kind) -> Result<(), Problem> {
    let folder = kind.folder();
    let stamp = folder.with_extension("stamp");
    if std::fs::read_to_string(&stamp).is_ok_and(|seen| seen == fingerprint(tools, INPUTS, &folder)) {
        println!("    unchanged");
        return Ok(());
    }
    let mut cargo = tools.command(Path::new("cargo"));
    cargo.args(["build", "--quiet", "--locked", "--package", "package", "--profile", "desk", "--lib"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    if kind == Kind::Measured {
        cargo.args(["--features", "yardstick"]);
    }
    children::run("building the engine for wasm", &mut cargo)?;

    // What an older build left there must not be published.
    let _ = std::fs::remove_dir_all(&folder);
    let mut bindgen = tools.command(&tools.find("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"]).arg(&folder);
    bindgen.arg(paths::wasm_target().join("wasm32-unknown-unknown/desk/engine.wasm"));
    children::run("wasm-bindgen", &mut bindgen)?;
    wasm::optimise(tools, &folder)?;
    copy_by_hand(&folder).map_err(|error| format!("the package's files could not be copied: {error}."))?;
    std::fs::write(&stamp, fingerprint(tools, INPUTS, &folder))
        .map_err(|error| format!("{} could not be written: {error}.", stamp.display()))
}

/// The files that are written by hand; the manifest gets the workspace's version.
fn copy_by_hand(folder: &Path) -> std::io::Result<()> {
    for path in files_below(&paths::root().join("package/npm")) {
        let Some(name) = path.file_name() else { continue };
        if name == "package.json" {
            let manifest = std::fs::read_to_string(&path)?;
            let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
            std::fs::write(folder.join(name), manifest.replace("\"version\": \"0.0.0\"", &version))?;
        } else {
            std::fs::copy(&path, folder.join(name))?;
        }
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        std::fs::copy(paths::root().join(licence), folder.join(licence))?;
    }
    Ok(())
}
