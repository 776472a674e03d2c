//! Killed in the middle of an import, an undo or a restore: afterwards it is before or after, never between, and the
//! same request, sent again, completes it once.
//!
//! The moments are spread over the time that the work takes, so that each run is killed at another one. `MUSTER_KILLS`
//! says how often each database is killed; `./dev bench kills` runs a thousand and counts.

use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::server::{Client, Server, folder_with_people, signed_in};
use crate::work::{Prepared, phones_file};
use tempfile::TempDir;

const PEOPLE: usize = 800;
const USUAL_KILLS: u32 = 12;
const KINDS: [&str; 3] = ["import", "undo", "restore"];

#[test]
fn killed_on_sqlite_it_is_before_or_after() {
    let folder = folder_with_people(PEOPLE);
    kill_again_and_again(&folder, "sqlite://muster.db");
}

#[cfg(feature = "postgres-tests")]
#[test]
fn killed_on_postgresql_it_is_before_or_after() {
    let folder = folder_with_people(PEOPLE);
    kill_again_and_again(&folder, &cluster::Cluster::shared().database());
}

fn kill_again_and_again(folder: &TempDir, database: &str) {
    let kills = std::env::var("MUSTER_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(USUAL_KILLS);
    let mut server = Server::start(folder, database);
    let cookie = signed_in(&server);
    let mut usual: BTreeMap<&str, Duration> = BTreeMap::new();
    let (mut before, mut after) = (0, 0);
    for run in 0..kills {
        let kind = KINDS[run as usize % KINDS.len()];
        let prepared = prepare(&server.client, &cookie, kind, run);
        let state_before = server.client.people(&cookie, None);
        let usual_time = usual.get(kind).copied().unwrap_or(Duration::from_millis(400));
        // A share of the usual time that no two runs have in common; every eighth comes only after the answer.
        let share = f64::from((run * 7 + 3) % 97) / 90.0;
        let patience = if run % 8 == 7 { Duration::from_mins(1) } else { usual_time.mul_f64(share) };
        let answered = send_and_kill(&server, &cookie, &prepared, patience);
        drop(server);

        server = Server::start(folder, database);
        let now = server.client.revision(&cookie);
        if now == prepared.revision {
            before += 1;
            assert!(!answered, "run {run}, {kind}: what was answered is kept");
            assert!(server.client.people(&cookie, None) == state_before, "run {run}, {kind}: before is before");
        } else {
            after += 1;
            assert_eq!(now, prepared.revision + 1, "run {run}, {kind}");
        }
        assert!(
            server.client.people(&cookie, Some(prepared.revision)) == state_before,
            "run {run}, {kind}: the state before can always be rebuilt"
        );
        let begun = Instant::now();
        let again = prepared.send(&server.client, &cookie).expect("an answer");
        assert_eq!(
            (again.status, again.json()["revision"].as_u64()),
            (201, Some(prepared.revision + 1)),
            "{}",
            again.body
        );
        if now == prepared.revision {
            usual.insert(kind, begun.elapsed());
        }
        assert_eq!(server.client.revision(&cookie), prepared.revision + 1, "run {run}, {kind}: done once");
        assert_all_of_it(&server.client, &cookie, kind, run, &prepared);
    }
    println!("{database}: {kills} kills, {before} times before, {after} times after, 0 times between");
    assert!(before > 0 && after > 0, "both happened");
}

fn prepare(client: &Client, cookie: &str, kind: &str, run: u32) -> Prepared {
    let (key, newest) = (format!("run {run}"), client.revision(cookie));
    match kind {
        "import" => Prepared::import(client, cookie, &key, phones_file(PEOPLE, run)),
        "undo" => Prepared::take_back(client, cookie, &key, "undo", newest),
        _ => Prepared::take_back(client, cookie, &key, "restore", newest - 1),
    }
}

/// What must be there once it is done: an undo gives the state from before the import, a restore the import's again.
fn assert_all_of_it(client: &Client, cookie: &str, kind: &str, run: u32, prepared: &Prepared) {
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
