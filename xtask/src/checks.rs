//! `./dev test`: every check and test there is, in the order in which they are quick to fail.

pub(crate) mod parts;

use std::path::Path;
use std::process::Command;

use crate::build::cargo;
use crate::steps::{Problem, Steps};
use crate::{assets, build, children, desk, package, paths, tools};
use parts::{AXE, Part, SARIF, TYPESCRIPT};

/// How much is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everything.
    All,
    /// Only what needs nothing but a compiler.
    Quick,
    /// Only the desk, as it is in each browser.
    Browsers,
}

/// The tests that go through the desk in each browser that is there.
const IN_EVERY_BROWSER: [&str; 2] = ["engines", "clipboard"];

/// Runs the checks.
pub(crate) fn test(scope: Scope) -> Result<(), Problem> {
    let mut steps = Steps::new();
    let mut skipped = Vec::new();
    let result = all(scope, &mut steps, &mut skipped);
    steps.summary();
    match scope {
        Scope::All => {}
        Scope::Quick => println!("\n--quick: the desk's build and the whole-system tests were left out."),
        Scope::Browsers => println!("\n--browsers: only the desk was tried, in each browser that is there."),
    }
    if !skipped.is_empty() {
        println!("\n==> Skipped, as something is missing here");
        for line in &skipped {
            println!("    {line}");
        }
    }
    if result.is_ok() {
        println!("\nEverything that was run has passed.");
    }
    result
}

/// Formatting and lints.
fn style(steps: &mut Steps, skipped: &mut Vec<String>) -> Result<(), Problem> {
    if has_component("fmt", "rustfmt", skipped) {
        steps.run("Formatting", || cargo_step("formatting (run `cargo fmt`)", &["fmt", "--all", "--check"]))?;
    }
    if has_component("clippy", "clippy", skipped) {
        let scope = ["clippy", "--workspace", "--all-targets", "--all-features", "--locked", "--quiet"];
        steps.run("Lints", || cargo_step("clippy", &[&scope[..], &["--", "-D", "warnings"]].concat()))?;
    }
    Ok(())
}

fn all(scope: Scope, steps: &mut Steps, skipped: &mut Vec<String>) -> Result<(), Problem> {
    if scope != Scope::Browsers {
        style(steps, skipped)?;
    }
    let has_postgres = steps.run("Look for PostgreSQL", || {
        Ok(if scope == Scope::All { parts::postgres_is_there(skipped) } else { parts::has_postgres() })
    })?;
    // The tests' own build of muster can be made to fail; the one that is shipped can't.
    let backend = if has_postgres { "backend/failpoints,backend/postgres-tests" } else { "backend/failpoints" };
    let with_backend = ["--features", backend];
    if scope != Scope::Browsers {
        steps.run("Unit, property and documentation tests", || {
            cargo_step("cargo test", &[&["test", "--workspace", "--locked", "--quiet"], &with_backend[..]].concat())
        })?;
    }
    if scope == Scope::Quick {
        return Ok(());
    }

    let tools = steps.run("Look for what the desk's build needs", || match tools::set_up() {
        Ok(tools) => Ok(Some(tools)),
        Err(missing) => {
            println!("    {missing}");
            skipped.push(format!("the desk and its browser tests: {missing}"));
            Ok(None)
        }
    })?;
    if let Some(tools) = &tools {
        if scope == Scope::Browsers {
            // The lints are no part of it.
        } else if tools.has_rustup_wasm() {
            steps.run("Lints of the desk, for wasm", || {
                let mut clippy = tools.command(Path::new("cargo"));
                clippy.args(["clippy", "--locked", "--quiet", "--package", "frontend", "--target"]);
                clippy.args(["wasm32-unknown-unknown", "--", "-D", "warnings"]);
                children::run("clippy for wasm", &mut clippy)
            })?;
        } else {
            println!("\n    (no clippy for Debian's compiler: for wasm the desk is only compiled)");
        }
        steps.run("Build the desk", || desk::build(tools))?;
        steps.run("Size of the desk", || assets::hold_budget(&paths::dist()))?;
        if scope == Scope::All {
            steps.run("Build the npm package", || package::build(tools, package::Kind::Published))?;
        }
    }
    steps.run("Build muster", build::muster)?;

    let (parts, typescript, axe, browsers) = steps.run("Look for what the whole-system tests need", || {
        let mut parts = parts::available(tools.is_some(), skipped);
        let browsers =
            if parts.contains(&Part::Browser) { parts::engines(scope == Scope::Browsers, skipped) } else { None };
        parts.extend(browsers.as_ref().map(|_| Part::Engines));
        let typescript = || Some((TYPESCRIPT.find_or_install()?, SARIF.find_or_install()?));
        let typescript = if parts.contains(&Part::Node) { typescript() } else { None };
        if typescript.is_none() && parts.contains(&Part::Node) {
            parts.retain(|part| *part != Part::Node);
            skipped.push("tests of the npm package and of SARIF: npm could not fetch TypeScript".to_owned());
        }
        let axe = if parts.contains(&Part::Browser) { AXE.find_or_install() } else { None };
        if axe.is_none() && parts.contains(&Part::Browser) {
            skipped.push("accessibility of the desk's pages: npm could not fetch axe-core".to_owned());
        }
        Ok((parts, typescript, axe, browsers.unwrap_or_default()))
    })?;
    steps.run("Whole-system tests", || {
        let manifest = std::fs::read_to_string(paths::root().join("tests/Cargo.toml"))
            .map_err(|error| format!("tests/Cargo.toml could not be read: {error}."))?;
        let features: Vec<String> = parts.iter().map(|part| format!("tests/{}", part.feature())).collect();
        // The workspace is named, although only one crate's tests are run: another choice of crates would give the
        // dependencies other features, and compile all of them again.
        let mut test = cargo();
        test.args(["test", "--locked", "--no-fail-fast", "--workspace", "--features", &features.join(",")]);
        test.args(with_backend);
        let mut names = parts::runnable_tests(&manifest, &parts);
        if scope == Scope::Browsers {
            names.retain(|name| IN_EVERY_BROWSER.contains(&name.as_str()));
            if names.is_empty() {
                return Err("no browser and display to try the desk in; what is missing is said above.".to_owned());
            }
        }
        for name in &names {
            test.args(["--test", name]);
        }
        test.envs(browsers);
        if let Some(axe) = &axe {
            test.env("MUSTER_AXE", axe);
        }
        if let Some((compiler, sarif)) = &typescript {
            test.env("MUSTER_TSC", compiler)
                .env("MUSTER_SARIF_TYPES", sarif)
                .env("MUSTER_PACKAGE", package::Kind::Published.folder());
        }
        test.env("MUSTER_BIN", paths::binary("muster")).env("MUSTER_SCREENS", paths::root().join("screens"));
        test.env("MUSTER_SCHEMATHESIS", tools::schemathesis::program());
        children::run("the whole-system tests", &mut test)
    })
}

/// Whether this part of Rust is installed; a minimal installation lacks it.
fn has_component(subcommand: &str, component: &str, skipped: &mut Vec<String>) -> bool {
    let is_there = children::answer(cargo().args([subcommand, "--version"])).is_some();
    if !is_there {
        skipped.push(format!("{component}: not installed (`rustup component add {component}`)"));
    }
    is_there
}

fn cargo_step(what: &str, arguments: &[&str]) -> Result<(), Problem> {
    let mut command: Command = cargo();
    children::run(what, command.args(arguments))
}
