//! Killed in the middle of an import, an undo, a restore, a backup, or of putting a backup back: afterwards it is before
//! or after, never between, and the same request, made again, completes it once.
//!
//! The moments are spread over the time that the work takes, so that each run is killed at another one. `MUSTER_KILLS`
//! says how often each database is killed; `./dev bench kills` kills a thousand times, and takes the counts from the
//! file that `MUSTER_KILLS_TO` names.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use crate::backups::{self, Interrupted};
use crate::server::{Client, Server, folder_with_people, signed_in};
use crate::work::{Prepared, phones_file};

const PEOPLE: usize = 200;
const USUAL_KILLS: u32 = 15;
/// So many kills fall on one directory, as histories that grow without an end would only make each kill slower.
const KILLS_OF_ONE: u32 = 100;
const KINDS: [&str; 5] = ["import", "undo", "restore", "backup", "putting a backup back"];

/// What was found after the kills of one kind: how often it was before, and how often after.
type Found = BTreeMap<&'static str, (u32, u32)>;

#[test]
fn killed_on_sqlite_it_is_before_or_after() {
    kill_again_and_again("SQLite", || "sqlite://muster.db".to_owned());
}

#[cfg(feature = "postgres-tests")]
#[test]
fn killed_on_postgresql_it_is_before_or_after() {
    kill_again_and_again("PostgreSQL", || cluster::Cluster::shared().database());
}

fn kill_again_and_again(name: &str, new_database: impl Fn() -> String) {
    let kills = std::env::var("MUSTER_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(USUAL_KILLS);
    let mut found = Found::new();
    let mut usual: BTreeMap<&str, Duration> = BTreeMap::new();
    for first in (0..kills).step_by(KILLS_OF_ONE as usize) {
        let runs = first..kills.min(first + KILLS_OF_ONE);
        kill_one_directory(runs, &new_database, &mut usual, &mut found);
        println!("{name}: {} of {kills} kills", kills.min(first + KILLS_OF_ONE));
    }
    for (kind, (before, after)) in &found {
        println!("{name}, {kind}: {before} times before, {after} times after, 0 times between");
    }
    if let Some(file) = std::env::var_os("MUSTER_KILLS_TO") {
        let mut file = OpenOptions::new().append(true).create(true).open(file).expect("the file of counts");
        for (kind, (before, after)) in &found {
            let line = json!({ "database": name, "work": kind, "before": before, "after": after });
            writeln!(file, "{line}").expect("a line");
        }
    }
    let sum = |side: fn(&(u32, u32)) -> u32| found.values().map(side).sum::<u32>();
    assert!(sum(|found| found.0) > 0 && sum(|found| found.1) > 0, "both happened");
}

fn kill_one_directory(
    runs: std::ops::Range<u32>,
    new_database: &impl Fn() -> String,
    usual: &mut BTreeMap<&'static str, Duration>,
    found: &mut Found,
) {
    let folder = folder_with_people(PEOPLE);
    let database = new_database();
    let mut server = Server::start(&folder, &database);
    let cookie = signed_in(&server);
    for run in runs {
        let kind = KINDS[run as usize % KINDS.len()];
        let usual_time = usual.get(kind).copied().unwrap_or(Duration::from_millis(200));
        // A share of the usual time that no two runs have in common; every eighth comes only after the answer.
        let share = f64::from((run * 7 + 3) % 97) / 90.0;
        let patience = if run % 8 == 7 { Duration::from_mins(1) } else { usual_time.mul_f64(share) };
        let (is_after, took) = match kind {
            "backup" => {
                backups::break_off_making(&folder, &database, &server.client, &cookie, Interrupted::After(patience))
            }
            "putting a backup back" => {
                let change = Prepared::import(&server.client, &cookie, &format!("run {run}"), phones_file(PEOPLE, run));
                let killed = backups::break_off_putting_back(
                    &folder,
                    (&database, new_database),
                    server,
                    &cookie,
                    &change,
                    Interrupted::After(patience),
                );
                server = Server::start(&folder, &database);
                killed
            }
            _ => {
                let killed = kill_while_applied(&folder, &database, server, &cookie, (kind, run), patience);
                server = killed.0;
                (killed.1, killed.2)
            }
        };
        if let Some(took) = took {
            usual.insert(kind, took);
        }
        let (before, after) = found.entry(kind).or_default();
        *if is_after { after } else { before } += 1;
    }
}

/// Kills the server while it works, and starts it again: it, whether the work was done, and how long it takes.
fn kill_while_applied(
    folder: &TempDir,
    database: &str,
    server: Server,
    cookie: &str,
    (kind, run): (&str, u32),
    patience: Duration,
) -> (Server, bool, Option<Duration>) {
    let prepared = prepare(&server.client, cookie, kind, run);
    let state_before = server.client.people(cookie, None);
    let answered = send_and_kill(&server, cookie, &prepared, patience);
    drop(server);

    let server = Server::start(folder, database);
    let now = server.client.revision(cookie);
    let is_after = now != prepared.revision;
    if is_after {
        assert_eq!(now, prepared.revision + 1, "run {run}, {kind}");
    } else {
        assert!(!answered, "run {run}, {kind}: what was answered is kept");
        assert!(server.client.people(cookie, None) == state_before, "run {run}, {kind}: before is before");
    }
    assert!(
        server.client.people(cookie, Some(prepared.revision)) == state_before,
        "run {run}, {kind}: the state before can always be rebuilt"
    );
    let begun = Instant::now();
    let again = prepared.send(&server.client, cookie).expect("an answer");
    let took = begun.elapsed();
    let answer = (again.status, again.json()["revision"].as_u64());
    assert_eq!(answer, (201, Some(prepared.revision + 1)), "{}", again.body);
    assert_eq!(server.client.revision(cookie), prepared.revision + 1, "run {run}, {kind}: done once");
    assert_all_of_it(&server.client, cookie, kind, run, &prepared);
    (server, is_after, (!is_after).then_some(took))
}

pub(crate) fn prepare(client: &Client, cookie: &str, kind: &str, run: u32) -> Prepared {
    let (key, newest) = (format!("run {run}"), client.revision(cookie));
    match kind {
        "import" => Prepared::import(client, cookie, &key, phones_file(PEOPLE, run)),
        "undo" => Prepared::take_back(client, cookie, &key, "undo", newest),
        _ => Prepared::take_back(client, cookie, &key, "restore", newest - 1),
    }
}

/// What must be there once it is done: an undo gives the state from before the import, a restore the import's again.
pub(crate) fn assert_all_of_it(client: &Client, cookie: &str, kind: &str, run: u32, prepared: &Prepared) {
    let (done, now) = (prepared.revision + 1, client.people(cookie, None));
    match kind {
        "import" => assert_eq!(now.matches(&format!("020 7946 {run:04} ")).count(), PEOPLE),
        _ => assert!(now == client.people(cookie, Some(done - 2)), "run {run}, {kind}: all of it"),
    }
}

/// Whether the answer came before the server was killed.
fn send_and_kill(server: &Server, cookie: &str, prepared: &Prepared, patience: Duration) -> bool {
    let (told, answer) = mpsc::channel();
    thread::scope(|scope| {
        scope
            .spawn(move || told.send(prepared.send(&server.client, cookie).is_some_and(|answer| answer.status == 201)));
        let answered = answer.recv_timeout(patience).unwrap_or(false);
        server.kill();
        answered
    })
}
