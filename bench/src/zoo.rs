//! `./dev zoo`: what real programs make of an extract, and what Muster says of it, into `docs/programs.md`.
//!
//! Each program is one script in `zoo/programs`. It gets an extract of a small, awkward company that nobody edits, and
//! writes it out again in each way that the program has. So every change that Muster finds afterwards is damage: it
//! should be named, and its safe fix should be the stored value. An untouched file should be zero changes.

mod awkward;
mod page;
mod programs;
mod verdict;

use std::path::{Path, PathBuf};

use crate::arguments::Wish;
use awkward::Company;
use programs::Run;
use verdict::Verdict;

/// One way through a program, with what Muster says of what came out.
pub(crate) struct Trial {
    /// What was done, in the script's words.
    title: String,
    verdict: Verdict,
}

/// A program with its ways, or why it couldn't be had.
pub(crate) struct Seen {
    name: String,
    outcome: Result<(String, Vec<Trial>), String>,
}

/// Takes the extracts through the programs of these names; all of them where none is given, and then writes the page.
pub(crate) fn run(wish: &Wish, names: &[String]) -> Result<(), String> {
    let binary = std::env::var_os("MUSTER_BINARY").map(PathBuf::from).ok_or("MUSTER_BINARY names no muster")?;
    let scripts = programs::scripts(names)?;
    let folder = tempfile::tempdir().map_err(|error| format!("there is no temporary folder: {error}"))?;
    let companies = [Company::full(folder.path())?, Company::with_holes(folder.path())?];
    let mut seen = Vec::new();
    for script in &scripts {
        let program = through(script, &companies, folder.path(), &binary)?;
        page::print(&program);
        seen.push(program);
    }
    if wish.dry || !names.is_empty() {
        return Ok(());
    }
    page::write(&seen)
}

fn through(script: &Path, companies: &[Company], folder: &Path, binary: &Path) -> Result<Seen, String> {
    let mut trials: Vec<Trial> = Vec::new();
    let mut program = (programs::name_of(script), String::new());
    for company in companies {
        let ways = folder.join(format!("{}-{}", programs::name_of(script), company.name));
        let run = match programs::run(script, &company.extract, &ways)? {
            Ok(run) => run,
            Err(why) => return Ok(Seen { name: program.0, outcome: Err(why) }),
        };
        let Run { name, version, ways } = run;
        program = (name, version);
        for (number, way) in ways.into_iter().enumerate() {
            let verdict = verdict::of(binary, company, &way.file)?;
            match trials.get_mut(number) {
                Some(trial) => trial.verdict.add(verdict),
                None => trials.push(Trial { title: way.title, verdict }),
            }
        }
    }
    Ok(Seen { name: program.0, outcome: Ok((program.1, trials)) })
}
