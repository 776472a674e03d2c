//! Finishes wasm that a compiler made: smaller where it is loaded first, faster where it works.

use std::path::Path;
use std::process::Command;

use crate::assets::files_below;
use crate::children;
use crate::steps::Problem;
use crate::tools::Tools;

/// What of WebAssembly Rust's target uses by default; the optimiser must not use more.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Lets wasm-opt at every wasm file in a folder, if it is there.
pub(crate) fn optimise(tools: &Tools, dist: &Path) -> Result<(), Problem> {
    let Some(wasm_opt) = &tools.wasm_opt else {
        return Ok(());
    };
    for path in files_below(dist).into_iter().filter(|path| path.extension().is_some_and(|e| e == "wasm")) {
        // The page should be small; what holds the engine should be fast.
        let is_page = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("app"));
        let level = if is_page { "-Oz" } else { "-O3" };
        let mut command = Command::new(wasm_opt);
        command.arg(&path).arg(level).args(WASM_FEATURES).arg("-o").arg(&path);
        children::run("wasm-opt", &mut command)?;
    }
    Ok(())
}
