//! The command line: a handful of words, read by hand so that no parser has to be compiled first.

use std::path::PathBuf;

use crate::checks::Scope;

/// What `./dev help` prints.
pub(crate) const HELP: &str = "\
./dev start [--port N] [--people N] [--database FILE]
    Install what is missing, build, and start Muster on 127.0.0.1 (port 8080 or the next free one)
    on an SQLite file (muster.db) with a fictional company (1,000 people).
./dev test [--quick | --browsers]
    Run every check and test, those in a real browser and a real spreadsheet program included.
    --quick: only formatting, lints, and unit, property and documentation tests.
    --browsers: only the main ways through the desk, in Chromium, Firefox and WebKitGTK, as far as they can be had.
./dev build
    Install what is missing, and build the desk and muster, without starting it.
./dev company N FILE
    Write an extract of a fictional company of N people to FILE.
./dev bench [engine|wasm|keeper|accidents|corpora] [--rows N] [--runs N] [--quick] [--dry]
    Measure Muster beside its yardsticks, and write docs/benchmarks.md. `./dev bench help` says more.
./dev fuzz [--minutes N] [--seed N]
    Mutate the fixtures until the time is up (10 minutes), and hold each against what must always hold, in wasm too.
./dev package
    Build the engine's npm package, for developers in JavaScript, and say where it lies.
./dev bench kills [--count N]
    Kill servers and commands in the middle of imports, undos, restores and backups, 1000 times on each kind of
    database, and write the counts into docs/benchmarks.md.
./dev bench desk [--rows N]
    Drop a file of 1,000,000 rows at the desk in Chromium, look through it three times, and write into
    docs/benchmarks.md what a person would notice: when the page stood still, first findings, scrolling, memory.
./dev zoo [NAME...]
    Take an extract through real programs (zoo/programs), getting what is missing, and say what Muster says of what
    they make of it. Without a name all of them, and docs/programs.md is written.
./dev set-up
    Only install what building the desk needs.
./dev screens
    Make docs/screens.md of the pictures that the browser tests took.
./dev help
    Print this.";

/// One thing that a person may ask for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Start(StartOptions),
    Test(Scope),
    Screens,
    SetUp,
    Package,
    Build,
    Bench(Vec<String>),
    Zoo(Vec<String>),
    Fuzz { minutes: u64, seed: u64 },
    Company { people: u64, file: PathBuf },
}

/// How Muster is to be started.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct StartOptions {
    /// The port wished for; the next free one is taken where it is in use.
    pub(crate) port: u16,
    /// How many people the fictional company has.
    pub(crate) people: u64,
    /// The SQLite file, made on the first start.
    pub(crate) database: PathBuf,
}

impl Default for StartOptions {
    fn default() -> Self {
        Self { port: 8080, people: 1000, database: PathBuf::from("muster.db") }
    }
}

/// Reads the arguments after the program's name.
pub(crate) fn command_from_args(arguments: impl IntoIterator<Item = String>) -> Result<Command, String> {
    let mut arguments = arguments.into_iter();
    let Some(word) = arguments.next() else {
        return Ok(Command::Help);
    };
    let rest: Vec<String> = arguments.collect();
    match word.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "start" => Ok(Command::Start(start_options(&rest)?)),
        "test" => match rest.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [] => Ok(Command::Test(Scope::All)),
            ["--quick"] => Ok(Command::Test(Scope::Quick)),
            ["--browsers"] => Ok(Command::Test(Scope::Browsers)),
            other => Err(format!("`test` doesn't know {}", other.join(" "))),
        },
        "bench" => Ok(Command::Bench(rest)),
        "zoo" => Ok(Command::Zoo(rest)),
        "fuzz" => fuzz(&rest),
        "package" if rest.is_empty() => Ok(Command::Package),
        "build" if rest.is_empty() => Ok(Command::Build),
        "screens" if rest.is_empty() => Ok(Command::Screens),
        "set-up" if rest.is_empty() => Ok(Command::SetUp),
        "company" => match rest.as_slice() {
            [people, file] => Ok(Command::Company { people: number(people)?, file: PathBuf::from(file) }),
            _ => Err("`company` needs a number of people and a file".to_owned()),
        },
        other => Err(format!("`{other}` is not a command")),
    }
}

fn start_options(words: &[String]) -> Result<StartOptions, String> {
    let mut options = StartOptions::default();
    for pair in words.chunks(2) {
        let [name, value] = pair else {
            return Err(format!("{} needs a value", pair.join(" ")));
        };
        match name.as_str() {
            "--port" => {
                options.port = value.parse().map_err(|_| format!("{value} is not a port (0 to 65535)"))?;
            }
            "--people" => options.people = number(value)?,
            "--database" => options.database = PathBuf::from(value),
            other => return Err(format!("`start` doesn't know {other}")),
        }
    }
    Ok(options)
}

fn fuzz(words: &[String]) -> Result<Command, String> {
    let (mut minutes, mut seed) = (10, 0);
    for pair in words.chunks(2) {
        match pair {
            [name, value] if name == "--minutes" => minutes = number(value)?,
            [name, value] if name == "--seed" => seed = number(value)?,
            other => return Err(format!("`fuzz` doesn't know {}", other.join(" "))),
        }
    }
    Ok(Command::Fuzz { minutes, seed })
}

fn number(word: &str) -> Result<u64, String> {
    word.replace([',', '_'], "").parse().map_err(|_| format!("{word} is not a whole number"))
}

#[cfg(test)]
mod tests {
    use super::{Command, Scope, StartOptions, command_from_args};
    use std::path::PathBuf;

    fn read(line: &str) -> Result<Command, String> {
        command_from_args(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn commands_are_read() {
        assert_eq!(read(""), Ok(Command::Help));
        assert_eq!(read("start"), Ok(Command::Start(StartOptions::default())));
        let wished = StartOptions { port: 9000, people: 10, database: PathBuf::from("a.db") };
        assert_eq!(read("start --port 9000 --people 10 --database a.db"), Ok(Command::Start(wished)));
        assert_eq!(read("build"), Ok(Command::Build));
        assert_eq!(read("test --quick"), Ok(Command::Test(Scope::Quick)));
        assert_eq!(read("test --browsers"), Ok(Command::Test(Scope::Browsers)));
        assert_eq!(
            read("company 1,000,000 big.csv"),
            Ok(Command::Company { people: 1_000_000, file: PathBuf::from("big.csv") })
        );
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(read("strat").unwrap_err().contains("strat"));
        assert!(read("start --port").unwrap_err().contains("--port"));
        assert_eq!(read("fuzz --minutes 2"), Ok(Command::Fuzz { minutes: 2, seed: 0 }));
        assert!(read("fuzz --hours 2").unwrap_err().contains("--hours"));
        assert!(read("test --slow").unwrap_err().contains("--slow"));
    }
}
