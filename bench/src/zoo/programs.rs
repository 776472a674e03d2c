//! Running the programs' scripts: where they lie, what they are told, and what they leave behind.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a script left.
pub(crate) struct Run {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) ways: Vec<Way>,
}

/// One way through a program.
pub(crate) struct Way {
    pub(crate) title: String,
    /// What the program wrote, if it did.
    pub(crate) file: PathBuf,
}

/// The scripts of these names, or all of them, by name.
pub(crate) fn scripts(names: &[String]) -> Result<Vec<PathBuf>, String> {
    let folder = zoo().join("programs");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{} can't be listed: {error}", folder.display()))?;
    let mut scripts: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension() == Some(OsStr::new("sh")))
        .filter(|path| names.is_empty() || names.contains(&name_of(path)))
        .collect();
    scripts.sort();
    match names.iter().find(|name| !scripts.iter().any(|script| name_of(script) == **name)) {
        Some(name) => Err(format!("zoo/programs has no {name}.sh")),
        None => Ok(scripts),
    }
}

/// What a script is called, without its ending.
pub(crate) fn name_of(script: &Path) -> String {
    script.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Runs a script over an extract; `Err` inside says why the program couldn't be had.
pub(crate) fn run(script: &Path, extract: &Path, ways: &Path) -> Result<Result<Run, String>, String> {
    let name = name_of(script);
    let have = kept();
    for folder in [ways, have.as_path()] {
        fs::create_dir_all(folder).map_err(|error| format!("{} can't be made: {error}", folder.display()))?;
    }
    println!("==> {name}");
    let status = Command::new("sh")
        .arg(script)
        .env("ZOO", zoo())
        .env("EXTRACT", extract)
        .env("WAYS", ways)
        .env("HAVE", &have)
        .current_dir(ways)
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("sh could not be started: {error}"))?;
    if let Ok(why) = fs::read_to_string(ways.join("skipped")) {
        return Ok(Err(why.trim().to_owned()));
    }
    if !status.success() {
        // The others are worth to be seen all the same; the page names it.
        return Ok(Err(format!("zoo/programs/{name}.sh failed ({status})")));
    }
    let read = |file: &str| {
        fs::read_to_string(ways.join(file)).map_err(|_| format!("zoo/programs/{name}.sh says no `{file}`"))
    };
    let program = read("program")?;
    let (name, version) = program.trim().split_once('\t').unwrap_or((&program, ""));
    let ways = read("ways")?
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(file, title)| Way { title: title.to_owned(), file: ways.join(file) })
        .collect();
    Ok(Ok(Run { name: name.to_owned(), version: version.to_owned(), ways }))
}

fn zoo() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../zoo")
}

/// Where programs stay that were fetched once.
fn kept() -> PathBuf {
    std::env::var_os("MUSTER_ZOO").map_or_else(|| std::env::temp_dir().join("muster-zoo"), PathBuf::from)
}
