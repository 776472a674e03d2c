//! `./dev bench`: builds the measuring program as it would be shipped, and runs it.

use crate::checks::parts;
use crate::package::{self, Kind};
use crate::steps::{Problem, Steps};
use crate::tools::{self, npm_tool::NpmTool};
use crate::{build, children, desk, paths};

/// Parsers that the engine in wasm is held against, in the versions that are named beside the figures.
const UDSV: NpmTool = NpmTool { package: "udsv", version: "0.7.3", file: "udsv/dist/uDSV.mjs" };
const PAPAPARSE: NpmTool = NpmTool { package: "papaparse", version: "5.7.1", file: "papaparse" };
/// Files that any parser should read.
const SPECTRUM: NpmTool = NpmTool { package: "csv-spectrum", version: "2.0.0", file: "csv-spectrum" };

/// Runs the measures that the words ask for.
pub(crate) fn bench(words: &[String]) -> Result<(), Problem> {
    match words.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        Some(("kills", words)) => return kills(words),
        Some(("desk", words)) => return desk(words),
        _ => {}
    }
    let mut bench = measuring();
    bench.args(words);
    let asks = |what: &str| words.iter().any(|word| word == what);
    if asks("wasm") || asks("corpora") {
        let mut steps = Steps::new();
        let tools = steps.run("Look for what building for wasm needs", tools::set_up)?;
        let fetched = |tool: &NpmTool| tool.find_or_install().ok_or("a yardstick is missing; see above.".to_owned());
        bench.env("MUSTER_UDSV", fetched(&UDSV)?).env("MUSTER_SPECTRUM", fetched(&SPECTRUM)?);
        bench.env("MUSTER_PAPAPARSE", fetched(&PAPAPARSE)?);
        steps.run("Build the engine for wasm, with its yardstick", || package::build(&tools, Kind::Measured))?;
        bench.env("MUSTER_PACKAGE", Kind::Measured.folder());
    }
    if asks("keeper") {
        let mut binary = build::cargo();
        binary.args(["build", "--release", "--locked", "--package", "backend", "--bin", "muster"]);
        children::run("building muster", &mut binary)?;
        bench.env("MUSTER_BINARY", paths::binary("muster"));
    }
    children::run("measuring", &mut bench)
}

/// Kills servers and commands in the middle of their work, so often on each kind of database, and counts what was found
/// afterwards.
fn kills(words: &[String]) -> Result<(), Problem> {
    let count = match words {
        [] => "1000",
        [option, count] if option == "--count" && count.parse::<u32>().is_ok() => count,
        _ => return Err("`./dev bench kills` takes nothing but `--count N`.".to_owned()),
    };
    let mut test = build::cargo();
    test.args(["test", "--locked", "--package", "backend", "--test", "binary"]);
    if parts::has_postgres() {
        test.args(["--features", "postgres-tests"]);
    } else {
        println!("PostgreSQL's server isn't installed (Debian: postgresql): only SQLite is killed.");
    }
    test.args(["--", "killed_on", "--nocapture", "--test-threads", "1"]);
    test.env("MUSTER_KILLS", count);
    measured_by("kills", "MUSTER_KILLS_TO", &mut test)
}

/// Drops a large file at the desk in Chromium, and measures what a person would notice.
fn desk(words: &[String]) -> Result<(), Problem> {
    let rows = match words {
        [] => "1000000",
        [option, rows] if option == "--rows" && rows.parse::<u32>().is_ok() => rows,
        _ => return Err("`./dev bench desk` takes nothing but `--rows N`.".to_owned()),
    };
    let mut steps = Steps::new();
    let tools = steps.run("Look for what the desk's build needs", tools::set_up)?;
    steps.run("Build the desk", || desk::build(&tools))?;
    steps.run("Build muster", build::muster)?;
    let mut test = build::cargo();
    test.args([
        "test",
        "--locked",
        "--package",
        "tests",
        "--features",
        "tests/system,tests/browser",
        "--test",
        "large",
    ]);
    test.args(["--", "--nocapture"]);
    test.env("MUSTER_BIN", paths::binary("muster")).env("MUSTER_ROWS", rows);
    measured_by("desk", "MUSTER_FIGURES_TO", &mut test)
}

/// Lets a test measure, which appends its figures to the file that a variable names, and writes them into the document.
fn measured_by(what: &str, variable: &str, test: &mut std::process::Command) -> Result<(), Problem> {
    let figures = std::env::temp_dir().join(format!("muster-{what}-{}", std::process::id()));
    let measured = children::run("measuring", test.env(variable, &figures));
    // What was measured before something failed is worth to be known, too.
    let mut report = measuring();
    report.arg(what).arg(&figures);
    let written = if figures.is_file() { children::run("writing the figures", &mut report) } else { Ok(()) };
    let _ = std::fs::remove_file(&figures);
    measured.and(written)
}

/// The measuring program, as it would be shipped.
pub(crate) fn measuring() -> std::process::Command {
    let mut bench = build::cargo();
    bench.args(["run", "--quiet", "--release", "--locked", "--package", "bench", "--"]);
    bench
}
