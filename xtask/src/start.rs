//! `./dev start`: from a clone to a running Muster.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Command;

use crate::arguments::StartOptions;
use crate::steps::{Problem, Steps};
use crate::{build, children, desk, paths, tools};

/// How many ports above the wished one are tried.
const PORTS_TRIED: u16 = 50;

/// Installs what is missing, builds, makes a company, and becomes the server.
pub(crate) fn start(options: &StartOptions) -> Result<(), Problem> {
    let mut steps = Steps::new();
    let tools = steps.run("Look for what the desk's build needs", tools::set_up)?;
    steps.run("Build the desk", || desk::build(&tools))?;
    steps.run("Build muster", build::muster)?;
    let company = paths::target().join("company.csv");
    steps.run(&format!("Make up a company of {} people", options.people), || {
        // Built beside muster just now; `cargo run` would choose other features, and compile its libraries again.
        company_into(Command::new(paths::binary("company")), options.people, &company)
    })?;
    steps.summary();

    let port = free_port(options.port)?;
    println!("\n==> Start Muster (Ctrl-C ends it; its data stays in {})\n", options.database.display());
    let mut serve = Command::new(paths::binary("muster"));
    serve
        .args(["serve", "--listen", &format!("127.0.0.1:{port}")])
        .args(["--database", &format!("sqlite://{}", options.database.display())])
        .arg("--seed")
        .arg(&company)
        .current_dir(paths::root());
    become_program(serve)
}

/// Installs what is missing, and builds.
pub(crate) fn build() -> Result<(), Problem> {
    let mut steps = Steps::new();
    let tools = steps.run("Look for what the desk's build needs", tools::set_up)?;
    steps.run("Build the desk", || desk::build(&tools))?;
    steps.run("Build muster", build::muster)?;
    steps.summary();
    Ok(())
}

/// Only installs.
pub(crate) fn set_up() -> Result<(), Problem> {
    Steps::new().run("Look for what the desk's build needs", tools::set_up).map(drop)
}

/// Runs only the generator.
pub(crate) fn write_company(people: u64, file: &Path) -> Result<(), Problem> {
    let mut generator = build::cargo();
    generator.args(["run", "--quiet", "--release", "--locked", "--package", "company", "--"]);
    company_into(generator, people, file)
}

fn company_into(mut generator: Command, people: u64, file: &Path) -> Result<(), Problem> {
    generator.arg(people.to_string()).arg(std::path::absolute(file).unwrap_or_else(|_| file.to_path_buf()));
    children::run("making up a company", &mut generator)
}

fn free_port(wished: u16) -> Result<u16, Problem> {
    if wished == 0 {
        return Ok(0);
    }
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    let last = wished.saturating_add(PORTS_TRIED);
    let port = (wished..=last)
        .find(is_free)
        .ok_or_else(|| format!("the ports {wished} to {last} are all in use; choose one with --port."))?;
    if port != wished {
        println!("    port {wished} is in use, so Muster takes {port}");
    }
    Ok(port)
}

/// Hands the process over, so that Ctrl-C and exit codes are the server's own.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<(), Problem> {
    use std::os::unix::process::CommandExt;
    Err(format!("muster could not be started: {}.", command.exec()))
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<(), Problem> {
    children::run("muster", &mut command)
}
