//! Schemathesis, which reads the document of the API and asks every route what nobody thought of. It is Python, so it
//! gets an environment of its own in `.tools`.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::steps::Problem;
use crate::{children, paths};

const VERSION: &str = "4.32.5";

/// Where its program lies, once it is installed.
pub(crate) fn program() -> PathBuf {
    home().join("bin").join("schemathesis")
}

/// Finds it, or installs it by pip.
pub(crate) fn find_or_install() -> Result<PathBuf, Problem> {
    if children::answer(Command::new(program()).arg("--version")).is_some_and(|said| said.contains(VERSION)) {
        println!("    Schemathesis {VERSION}: in .tools");
        return Ok(program());
    }
    if !children::is_on_path("python3") {
        return Err("there is no python3".into());
    }
    println!("    Schemathesis {VERSION}: installing by pip into .tools");
    let mut environment = Command::new("python3");
    environment.args(["-m", "venv", "--clear"]).arg(home());
    if !children::run_within(Duration::from_mins(2), &mut environment) {
        return Err("python3 can't make an environment (Debian: python3-venv)".into());
    }
    let mut pip = Command::new(home().join("bin").join("pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check", &format!("schemathesis=={VERSION}")]);
    if children::run_within(Duration::from_mins(10), &mut pip) && program().exists() {
        return Ok(program());
    }
    Err("pip could not fetch it".into())
}

fn home() -> PathBuf {
    paths::tools().join(format!("schemathesis-{VERSION}"))
}
