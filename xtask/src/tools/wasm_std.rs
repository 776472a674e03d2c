//! A compiler with a standard library for wasm32.
//!
//! On most machines rustup fetches it in seconds. Some reach no server but their distribution's mirror;
//! there Debian's own compiler, which comes with the library's source, builds it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::debian;
use crate::children;
use crate::paths;
use crate::steps::Problem;

const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// Where rustup can't reach its server it waits for minutes; this is long enough where it can.
const RUSTUP_LIMIT: Duration = Duration::from_mins(1);

/// Which way the standard library for wasm32 comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WasmStd {
    /// The compiler that is used for everything else has it.
    Installed,
    /// Debian's compiler in `/usr/bin` builds it from source.
    Debian,
}

pub(super) fn find_or_install() -> Result<WasmStd, Problem> {
    if is_installed() {
        println!("    {TARGET}: installed");
        return Ok(WasmStd::Installed);
    }
    if debian_compiler_is_there() {
        println!("    {TARGET}: built with Debian's compiler (rustc-web)");
        return Ok(WasmStd::Debian);
    }
    if children::is_on_path("rustup") {
        println!("    {TARGET}: asking rustup, at most {} s", RUSTUP_LIMIT.as_secs());
        let mut rustup = Command::new("rustup");
        rustup.args(["target", "add", TARGET]).current_dir(paths::root());
        if children::run_within(RUSTUP_LIMIT, &mut rustup) && is_installed() {
            println!("    {TARGET}: installed by rustup");
            return Ok(WasmStd::Installed);
        }
        println!("    {TARGET}: rustup could not fetch it");
    }
    if debian::may_install() {
        println!("    {TARGET}: installing Debian's compiler for it");
        debian::install(PACKAGES)?;
        if debian_compiler_is_there() {
            println!("    {TARGET}: built with Debian's compiler (rustc-web)");
            return Ok(WasmStd::Debian);
        }
    }
    Err(format!(
        "the desk needs Rust's {TARGET} target. Run `rustup target add {TARGET}`, or on Debian as root \
         `apt-get install {}`, then run this again.",
        PACKAGES.join(" ")
    ))
}

fn is_installed() -> bool {
    let mut rustc = Command::new("rustc");
    children::answer(rustc.args(["--print", "sysroot"]).current_dir(paths::root()))
        .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

fn debian_compiler_is_there() -> bool {
    let has_source = Path::new("/usr/lib/rustlib/src/rust/library/std").is_dir();
    let has_tools = ["cargo", "rustc", "rust-lld"].iter().all(|name| PathBuf::from("/usr/bin").join(name).exists());
    has_source
        && has_tools
        && children::answer(Command::new("/usr/bin/rustc").arg("--version"))
            .is_some_and(|version| is_new_enough(&version))
}

/// Whether `rustc 1.96.0 (…)` is at least the version that the workspace asks for.
fn is_new_enough(version: &str) -> bool {
    let minor = |text: &str| text.split('.').nth(1).and_then(|part| part.parse::<u32>().ok());
    let found = version.split_whitespace().nth(1).and_then(minor);
    found.is_some() && found >= minor(env!("CARGO_PKG_RUST_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn an_old_compiler_is_not_used() {
        assert!(is_new_enough("rustc 1.96.0 (ac68faa20 2026-05-25)"));
        assert!(!is_new_enough("rustc 1.63.0"));
        assert!(!is_new_enough("no version at all"));
    }
}
