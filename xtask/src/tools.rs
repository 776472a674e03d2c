//! What building the desk needs, and getting what is missing: ask for what is there, try the ordinary
//! way, fall back, and say in one line which way was taken.

mod cargo_tool;
pub(crate) mod debian;
pub(crate) mod npm_tool;
pub(crate) mod schemathesis;
mod wasm_opt;
mod wasm_std;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::paths;
use crate::steps::Problem;
use wasm_std::WasmStd;

/// Trunk 0.22 needs a newer Rust than Muster does.
const TRUNK: &str = "0.21.14";

/// Drives Firefox. Debian has none.
const GECKODRIVER: &str = "0.37.1";

/// Firefox's driver, after building it once.
pub(crate) fn geckodriver() -> Result<PathBuf, Problem> {
    let tool = cargo_tool::Tool { package: "geckodriver", binary: "geckodriver", version: GECKODRIVER, locked: true };
    let folder = cargo_tool::find_or_install(&tool)?;
    let file = format!("geckodriver{}", std::env::consts::EXE_SUFFIX);
    Ok(folder.map_or_else(|| PathBuf::from(&file), |folder| folder.join(&file)))
}

/// Everything that a build of the desk is run with.
pub(crate) struct Tools {
    wasm_std: WasmStd,
    folders: Vec<PathBuf>,
    /// Makes the wasm smaller; the desk works without it.
    pub(crate) wasm_opt: Option<PathBuf>,
}

impl Tools {
    /// Whether rustup's compiler builds for wasm here, so that clippy can look at that side too.
    pub(crate) fn has_rustup_wasm(&self) -> bool {
        self.wasm_std == WasmStd::Installed
    }

    /// A command that finds these tools, and builds into the wasm folder.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut folders = self.folders.clone();
        let mut command = Command::new(program);
        if self.wasm_std == WasmStd::Debian {
            // Debian's compiler must come before rustup's, for this command only.
            folders.push(PathBuf::from("/usr/bin"));
            command
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env_remove("RUSTUP_TOOLCHAIN")
                .env_remove("RUSTC")
                .env_remove("CARGO");
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        folders.extend(std::env::split_paths(&path));
        // A folder with a separator in its name can't be put on a PATH; then the old PATH must do.
        if let Ok(joined) = std::env::join_paths(folders) {
            command.env("PATH", joined);
        }
        command.env("CARGO_TARGET_DIR", paths::wasm_target()).current_dir(paths::root());
        command
    }

    /// Where a tool's binary lies, if it is one of ours.
    pub(crate) fn find(&self, name: &str) -> PathBuf {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.folders
            .iter()
            .map(|folder| folder.join(&file))
            .find(|path| path.is_file())
            .unwrap_or_else(|| PathBuf::from(name))
    }
}

/// Finds or installs all of it.
pub(crate) fn set_up() -> Result<Tools, Problem> {
    let wasm_std = wasm_std::find_or_install()?;
    let mut folders = Vec::new();
    let bindgen = bindgen_version()?;
    let wanted = [
        cargo_tool::Tool { package: "trunk", binary: "trunk", version: TRUNK, locked: true },
        // Its lock file may name a version that a mirror does not have yet.
        cargo_tool::Tool { package: "wasm-bindgen-cli", binary: "wasm-bindgen", version: &bindgen, locked: false },
    ];
    for tool in &wanted {
        folders.extend(cargo_tool::find_or_install(tool)?);
    }
    let wasm_opt = wasm_opt::find_or_install();
    Ok(Tools { wasm_std, folders, wasm_opt })
}

/// The version that the desk is linked against: the command-line tool must be the very same.
fn bindgen_version() -> Result<String, Problem> {
    let path = paths::root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|error| format!("Cargo.lock could not be read: {error}."))?;
    version_in_lock(&lock, "wasm-bindgen")
        .ok_or_else(|| "Cargo.lock names no wasm-bindgen; run `cargo metadata` once.".to_owned())
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn the_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "yew"), None);
    }
}
