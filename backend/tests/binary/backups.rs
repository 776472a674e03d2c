//! Backups of either kind of database: what is in them, and interrupted in the middle of making one or of putting it back.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::server::{Client, Server};
use crate::work::Prepared;

const BACKUP: &str = "backup.db";

/// What ends a command early.
#[derive(Clone, Copy)]
pub(crate) enum Interrupted<'a> {
    /// It is killed after this long, unless it has ended by itself.
    After(Duration),
    /// This happens at a failpoint.
    #[cfg_attr(not(feature = "failpoints"), expect(dead_code, reason = "without them nothing happens there"))]
    At(&'a str),
}

/// Interrupts a backup. Its name stands for nothing or for a whole backup, and the server didn't notice. Whether there is one,
/// and how long a backup takes.
pub(crate) fn break_off_making(
    folder: &TempDir,
    database: &str,
    client: &Client,
    cookie: &str,
    interrupted: Interrupted<'_>,
) -> (bool, Option<Duration>) {
    let file = folder.path().join(BACKUP);
    let (revision, state) = (client.revision(cookie), client.people(cookie, None));
    let ended = interrupt(muster(folder.path(), &["backup", BACKUP, "--database", database]), interrupted);
    let is_after = file.exists();
    assert!(is_after || !ended, "what was said to be there is there");
    assert_eq!(client.revision(cookie), revision, "the server goes on");
    let mut took = None;
    if !is_after {
        let begun = Instant::now();
        done(muster(folder.path(), &["backup", BACKUP, "--database", database]).output());
        took = Some(begun.elapsed());
    }
    let restored = Server::start(folder, &format!("sqlite://{BACKUP}"));
    assert!(restored.client.people(cookie, None) == state, "everything is in it");
    drop(restored);
    remove(&file);
    (is_after, took)
}

/// Interrupts the putting back of a backup, from before a change. The database is the one from before or from after the
/// change, or, on PostgreSQL, the empty one that is filled stays empty. Whether it was put back, and how long that takes.
pub(crate) fn break_off_putting_back(
    folder: &TempDir,
    (database, new_database): (&str, &impl Fn() -> String),
    server: Server,
    cookie: &str,
    change: &Prepared,
    interrupted: Interrupted<'_>,
) -> (bool, Option<Duration>) {
    let file = folder.path().join(BACKUP);
    let old = server.client.people(cookie, None);
    done(muster(folder.path(), &["backup", BACKUP, "--database", database]).output());
    assert_eq!(change.send(&server.client, cookie).expect("an answer").status, 201);
    let new = server.client.people(cookie, None);
    drop(server);
    let is_file = database.starts_with("sqlite:");
    let target = if is_file { database.to_owned() } else { new_database() };
    let mut words = vec!["restore", BACKUP, "--database", &target];
    if is_file {
        words.push("--replace");
    }
    let ended = interrupt(muster(folder.path(), &words), interrupted);
    let server = Server::start(folder, &target);
    let is_empty = server.link.is_some();
    let there = server.client.people(cookie, None);
    drop(server);
    let is_after = there == old;
    assert!(is_after || !ended, "what was said to be put back is put back");
    let before = if is_file { there == new } else { is_empty };
    assert!(is_after || before, "nothing between: {there:.200}");
    let mut took = None;
    if !is_after {
        // On PostgreSQL the server that looked has put its first people into the empty database.
        let target = if is_file { target } else { new_database() };
        let begun = Instant::now();
        let mut words = vec!["restore", BACKUP, "--database", &target];
        if is_file {
            words.push("--replace");
        }
        done(muster(folder.path(), &words).output());
        took = Some(begun.elapsed());
    }
    remove(&file);
    (is_after, took)
}

fn muster(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command.current_dir(folder).args(words).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// Whether the command ended well before it was interrupted.
fn interrupt(mut command: Command, interrupted: Interrupted<'_>) -> bool {
    let patience = match interrupted {
        Interrupted::After(patience) => patience,
        Interrupted::At(failpoint) => {
            let status = command.env("FAILPOINTS", failpoint).stderr(Stdio::null()).status().expect("muster runs");
            return status.success();
        }
    };
    let mut child = command.stderr(Stdio::null()).spawn().expect("muster runs");
    let id = child.id();
    let (told, end) = mpsc::channel();
    let waiting = thread::spawn(move || {
        let ended = child.wait().is_ok_and(|status| status.success());
        let _ = told.send(());
        (ended, child)
    });
    if end.recv_timeout(patience).is_err() {
        // It isn't waited for yet, so the number is still its own; if it has just ended, the signal finds nobody.
        let _ = Command::new("kill").args(["-KILL", &id.to_string()]).stderr(Stdio::null()).status();
    }
    let (ended, _): (bool, Child) = waiting.join().expect("no panic");
    ended
}

fn done(output: std::io::Result<Output>) {
    let output = output.expect("muster runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}
