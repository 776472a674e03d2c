//! What the configuration file says, put under the command line: flags go before the environment, that before the file,
//! and the file before what Muster itself proposes.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use anyhow::bail;
use clap::Command;

use crate::config::file;

/// The command line with the file's values for what isn't said elsewhere.
pub(super) fn with_file(command: Command, said: impl Iterator<Item = OsString>) -> anyhow::Result<Command> {
    let said: Vec<OsString> = said.skip(1).collect();
    let Some(name) = said.first().and_then(|name| name.to_str()) else { return Ok(command) };
    let takes_file = command.find_subcommand(name).is_some_and(|sub| takes(sub, "config"));
    let Some(path) = takes_file.then(|| path_in(&said)).flatten() else { return Ok(command) };
    let values = file::read(&path)?;
    if let Some(serve) = command.find_subcommand("serve") {
        let unknown: Vec<&str> =
            values.keys().map(String::as_str).filter(|name| *name == "config" || !takes(serve, &id_of(name))).collect();
        if !unknown.is_empty() {
            bail!("{} has settings that there are not: {}", path.display(), unknown.join(", "));
        }
    }
    Ok(command.mut_subcommand(name, |mut sub| {
        for (name, value) in values {
            let id = id_of(&name);
            if takes(&sub, &id) {
                // Defaults live as long as the program; there are a handful of them, and this happens once.
                let value: &'static str = Box::leak(value.into_boxed_str());
                sub = sub.mut_arg(id, |arg| arg.default_value(value));
            }
        }
        sub
    }))
}

fn takes(command: &Command, id: &str) -> bool {
    command.get_arguments().any(|arg| arg.get_id().as_str() == id)
}

fn id_of(name: &str) -> String {
    name.replace('-', "_")
}

/// The file that the command line names, or else the environment.
fn path_in(said: &[OsString]) -> Option<PathBuf> {
    for (position, word) in said.iter().enumerate() {
        if word == OsStr::new("--config") {
            return said.get(position + 1).map(PathBuf::from);
        }
        if let Some(path) = word.to_str().and_then(|word| word.strip_prefix("--config=")) {
            return Some(PathBuf::from(path));
        }
    }
    std::env::var_os("MUSTER_CONFIG").map(PathBuf::from)
}
