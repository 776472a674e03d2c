//! Build tools that cargo can compile: found on the PATH, in the checkout, in the user's cache, or built.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::children;
use crate::paths;
use crate::steps::Problem;

/// One tool in the one version that fits.
pub(super) struct Tool<'a> {
    pub(super) package: &'a str,
    pub(super) binary: &'a str,
    pub(super) version: &'a str,
    pub(super) locked: bool,
}

impl Tool<'_> {
    fn folder(&self) -> String {
        format!("{}-{}", self.binary, self.version)
    }

    fn file(&self) -> String {
        format!("{}{}", self.binary, std::env::consts::EXE_SUFFIX)
    }

    /// Whether the program at this path is the wanted version, and runs on this machine.
    fn is_at(&self, path: &Path) -> bool {
        children::answer(Command::new(path).arg("--version"))
            .is_some_and(|answer| answer.split_whitespace().any(|word| word == self.version))
    }
}

/// The folder to put on the PATH; `None` when the tool is there already.
pub(super) fn find_or_install(tool: &Tool<'_>) -> Result<Option<PathBuf>, Problem> {
    let name = format!("{} {}", tool.binary, tool.version);
    if tool.is_at(Path::new(&tool.file())) {
        println!("    {name}: on the PATH");
        return Ok(None);
    }
    let home = paths::tools().join(tool.folder());
    let folder = home.join("bin");
    let place = folder.join(tool.file());
    if tool.is_at(&place) {
        println!("    {name}: in .tools");
        keep_in_cache(tool, &place);
        return Ok(Some(folder));
    }
    if let Some(cached) = cached(tool).filter(|path| tool.is_at(path)) {
        copy(&cached, &place).map_err(|error| format!("{name} could not be copied: {error}."))?;
        println!("    {name}: copied from {}", cached.display());
        return Ok(Some(folder));
    }
    println!("    {name}: building it with cargo, once (some minutes)");
    install(tool, &home)?;
    if !tool.is_at(&place) {
        return Err(format!("{name} was built, but {} does not run.", place.display()));
    }
    keep_in_cache(tool, &place);
    Ok(Some(folder))
}

/// The unoptimised profile: it builds in a third of the time, and the desk's build does not notice.
fn install(tool: &Tool<'_>, home: &Path) -> Result<(), Problem> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["install", "--quiet", "--debug", tool.package, "--version", tool.version, "--root"])
        .arg(home)
        .env("CARGO_TARGET_DIR", paths::target().join("tools"))
        // What cargo set for this program must not reach another workspace's build.
        .env_remove("CARGO_MANIFEST_DIR")
        .current_dir(paths::root());
    if tool.locked {
        cargo.arg("--locked");
    }
    children::run(&format!("cargo install {}", tool.package), &mut cargo)
}

fn cached(tool: &Tool<'_>) -> Option<PathBuf> {
    Some(paths::tool_cache()?.join(tool.folder()).join(tool.file()))
}

/// Lets the user's other checkouts use it. A cache that can't be written costs time, not correctness.
fn keep_in_cache(tool: &Tool<'_>, place: &Path) {
    if let Some(cached) = cached(tool).filter(|path| !path.exists()) {
        let _ = copy(place, &cached);
    }
}

/// Copies under another name first, so that nobody ever runs half a program.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let half = to.with_extension(format!("{}.half", std::process::id()));
    std::fs::copy(from, &half)?;
    std::fs::rename(&half, to)
}
