//! Binaryen's optimiser, which makes the desk's wasm smaller; a nicety that is never a reason to fail.

use std::path::PathBuf;

use super::npm_tool::NpmTool;
use crate::children;

const BINARYEN: NpmTool = NpmTool { package: "binaryen", version: "132.0.0", file: ".bin/wasm-opt" };

pub(super) fn find_or_install() -> Option<PathBuf> {
    if children::is_on_path("wasm-opt") {
        println!("    wasm-opt: on the PATH");
        return Some(PathBuf::from("wasm-opt"));
    }
    let found = BINARYEN.find_or_install();
    if found.is_none() {
        println!("    wasm-opt: not here; the desk is a little larger");
    }
    found
}
