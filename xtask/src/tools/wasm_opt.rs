//! Binaryen's optimiser, which makes the desk's wasm smaller; a nicety that is never a reason to fail.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::children;
use crate::paths;

/// The npm package that ships it ready to run.
const BINARYEN: &str = "132.0.0";

pub(super) fn find_or_install() -> Option<PathBuf> {
    if children::is_on_path("wasm-opt") {
        println!("    wasm-opt: on the PATH");
        return Some(PathBuf::from("wasm-opt"));
    }
    let home = paths::tools().join(format!("binaryen-{BINARYEN}"));
    let place = home.join("node_modules").join(".bin").join("wasm-opt");
    if place.exists() {
        println!("    wasm-opt {BINARYEN}: in .tools");
        return Some(place);
    }
    if !children::is_on_path("npm") {
        println!("    wasm-opt: not here, and no npm to fetch it; the desk is a little larger");
        return None;
    }
    let mut npm = Command::new("npm");
    npm.args(["install", "--silent", "--no-save", "--no-audit", "--no-fund", "--prefix"])
        .arg(&home)
        .arg(format!("binaryen@{BINARYEN}"));
    if std::fs::create_dir_all(&home).is_ok()
        && children::run_within(Duration::from_mins(2), &mut npm)
        && place.exists()
    {
        println!("    wasm-opt {BINARYEN}: installed by npm into .tools");
        return Some(place);
    }
    println!("    wasm-opt: npm could not fetch it; the desk is a little larger");
    None
}
