//! Running other programs: shown, asked, or bounded in time.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::steps::Problem;

/// Runs a program whose output the person sees; `what` names it in the one line of a failure.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<(), Problem> {
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{what} failed ({status}); its own words are above.")),
        Err(error) => Err(format!("{what} could not be started: {error}.")),
    }
}

/// What a program prints, trimmed, if it can be started and succeeds.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Runs a program silently, and ends it when the limit is reached. True when it succeeded in time.
pub(crate) fn run_within(limit: Duration, command: &mut Command) -> bool {
    let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    silent.spawn().is_ok_and(|child| wait_within(limit, child))
}

fn wait_within(limit: Duration, mut child: Child) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(_) => break,
        }
    }
    // Whether ending and reaping it succeeds changes nothing: it did not do its work in time.
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// Whether a program of this name is on the PATH.
pub(crate) fn is_on_path(name: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&path).any(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)).is_file())
}
