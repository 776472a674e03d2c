//! Several servers on one PostgreSQL: they share sessions and answers, one of two admins wins, the other one sees why,
//! and it stays so under load, with one server killed, and with the database gone for a while.

use std::thread;

use crate::server::{Server, folder_with_people, signed_in};
use crate::work::{Prepared, phones_file};
use cluster::{Care, Cluster};
use serde_json::{Value, json};

const PEOPLE: usize = 60;
const ROUNDS: u32 = 5;
const WRITERS: u32 = 4;
const IMPORTS_EACH: u32 = 4;

#[test]
fn of_two_admins_who_send_at_once_one_wins_and_the_other_sees_why() {
    let folder = folder_with_people(PEOPLE);
    let database = Cluster::shared().database();
    let one = Server::start(&folder, &database);
    let cookie = signed_in(&one);
    let other = Server::start(&folder, &database);
    assert_eq!(other.client.revision(&cookie), 1, "a session holds at every server");
    for round in 0..ROUNDS {
        let servers = [&one, &other];
        let prepared: Vec<Prepared> = (0..2_u32)
            .zip(servers)
            .map(|(side, server)| {
                let key = format!("round {round} side {side}");
                Prepared::import(&server.client, &cookie, &key, phones_file(PEOPLE, 1 + round * 2 + side))
            })
            .collect();
        let answers: Vec<_> = thread::scope(|scope| {
            let send = |(server, prepared): (&'_ &Server, &Prepared)| {
                let (client, prepared, cookie) = (server.client.clone(), prepared.clone(), cookie.clone());
                scope.spawn(move || prepared.send(&client, &cookie).expect("an answer"))
            };
            let sent: Vec<_> = servers.iter().zip(&prepared).map(send).collect();
            sent.into_iter().map(|sent| sent.join().expect("no panic")).collect()
        });
        let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409], "{} {}", answers[0].body, answers[1].body);
        let loser = usize::from(answers[1].status == 409);
        let problem = answers[loser].json();
        assert_eq!(problem["type"], "/problems/directory-moved");
        assert_eq!(problem["since"][0]["number"], prepared[loser].revision + 1, "{problem}");
        assert_eq!(problem["differences"][0]["column"], "WorkOfficePhone");
        // The winner's request, sent again to the other server, gets the same answer.
        let again = prepared[1 - loser].send(&servers[loser].client, &cookie).expect("an answer");
        assert_eq!((again.status, &again.body), (201, &answers[1 - loser].body));
        let key = format!("round {round} again");
        let file = phones_file(PEOPLE, 1_000 + round);
        let retry = Prepared::import(&servers[loser].client, &cookie, &key, file).send(&servers[loser].client, &cookie);
        assert_eq!(retry.expect("an answer").status, 201);
    }
    assert_eq!(one.client.revision(&cookie), 1 + u64::from(ROUNDS) * 2);
    assert!(one.client.people(&cookie, None) == other.client.people(&cookie, None));
}

#[test]
fn under_load_and_with_one_server_killed_every_import_is_done_once() {
    let folder = folder_with_people(PEOPLE);
    let database = Cluster::shared().database();
    let stays = Server::start(&folder, &database);
    let cookie = signed_in(&stays);
    let dies = Server::start(&folder, &database);
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (stays, dies, cookie) = (&stays, &dies, &cookie);
            scope.spawn(move || {
                for number in 0..IMPORTS_EACH {
                    // The killer is one of the writers, so the kill falls into the others' work.
                    if writer == 0 && number == 1 {
                        dies.kill();
                    }
                    import_until_done(stays, dies, cookie, writer * IMPORTS_EACH + number);
                }
            });
        }
    });
    let revisions = stays.client.send("GET", "/api/revisions?limit=500", &cookie, &[], b"").json();
    let mut notes: Vec<&str> =
        revisions["revisions"].as_array().expect("revisions").iter().filter_map(|one| one["note"].as_str()).collect();
    notes.sort_unstable();
    let mut expected: Vec<String> = (0..WRITERS * IMPORTS_EACH).map(|number| format!("import {number}")).collect();
    expected.sort_unstable();
    assert_eq!(notes, expected, "each import made one revision");
}

/// Previews and sends one person's new phone until it is done, at the server that lives.
fn import_until_done(stays: &Server, dies: &Server, cookie: &str, number: u32) {
    let file = format!("Username,WorkOfficePhone\np{number:04}@example.com,1 {number}\n");
    let mut tries = 0;
    loop {
        tries += 1;
        assert!(tries < 500, "import {number} never came through");
        let Some((request, key)) = preview(stays, cookie, &file, number, tries) else { continue };
        // The first try goes to the server that dies; its answer may never come.
        let server = if tries % 2 == 1 { dies } else { stays };
        let first = server.client.import(cookie, "/api/imports", &key, &request, &file);
        let answer = first.or_else(|| stays.client.import(cookie, "/api/imports", &key, &request, &file));
        match answer.expect("the other server answers").status {
            201 => return,
            409 | 503 => {}
            other => panic!("import {number} was answered with {other}"),
        }
    }
}

fn preview(server: &Server, cookie: &str, file: &str, number: u32, tries: u32) -> Option<(Value, String)> {
    let mut request = json!({ "file_name": "phones.csv", "options": {}, "engine_version": shared::VERSION,
                              "acknowledged": true, "note": format!("import {number}") });
    request["revision"] = json!(server.client.revision(cookie));
    let preview = server.client.import(cookie, "/api/imports/preview", "-", &request, file)?;
    let plan = preview.json();
    request["digest"] = plan["digest"].clone();
    request["acknowledged_changes"] = plan["counts"]["updated"].clone();
    request["digest"].is_string().then(|| (request, format!("import {number} try {tries}")))
}

#[test]
fn while_the_database_is_away_the_answer_says_so_and_afterwards_all_is_well() {
    let folder = folder_with_people(PEOPLE);
    let cluster = Cluster::start(Care::Durable);
    let server = Server::start(&folder, &cluster.database());
    let cookie = signed_in(&server);
    let prepared = Prepared::import(&server.client, &cookie, "k", phones_file(PEOPLE, 1));
    cluster.crash();
    let answer = prepared.send(&server.client, &cookie).expect("an answer");
    assert_eq!((answer.status, &answer.json()["type"]), (503, &json!("/problems/storage-unavailable")));
    let ready = server.client.send("GET", "/api/health/ready", &cookie, &[], b"");
    assert_eq!(ready.status, 503, "{}", ready.body);
    let extract = server.client.send("GET", "/api/extract", &cookie, &[], b"");
    assert_eq!(extract.status, 503);
    cluster.start_again();
    assert_eq!(server.client.revision(&cookie), 1, "nothing was changed");
    let again = prepared.send(&server.client, &cookie).expect("an answer");
    assert_eq!((again.status, &again.json()["revision"]), (201, &json!(2)), "{}", again.body);
}

#[test]
fn a_database_that_goes_in_the_middle_leaves_before_or_after() {
    let folder = folder_with_people(PEOPLE);
    let cluster = Cluster::start(Care::Durable);
    let server = Server::start(&folder, &cluster.database());
    let cookie = signed_in(&server);
    for run in 1..=4 {
        let prepared = Prepared::import(&server.client, &cookie, &format!("run {run}"), phones_file(PEOPLE, run));
        let answer = thread::scope(|scope| {
            let sent = scope.spawn(|| prepared.send(&server.client, &cookie).expect("the server lives").status);
            // Nothing is waited for: how far the import is by then is another matter each time.
            cluster.crash();
            sent.join().expect("no panic")
        });
        cluster.start_again();
        let now = server.client.revision(&cookie);
        match answer {
            201 => assert_eq!(now, prepared.revision + 1, "what was answered is kept"),
            503 => assert!([prepared.revision, prepared.revision + 1].contains(&now), "before or after"),
            other => panic!("it was answered with {other}"),
        }
        let again = prepared.send(&server.client, &cookie).expect("an answer");
        assert_eq!((again.status, &again.json()["revision"]), (201, &json!(prepared.revision + 1)), "{}", again.body);
    }
}

/// Two imports, and one of them taken back: revisions 2 to 4.
fn make_history(server: &Server, cookie: &str) {
    for run in 1..3 {
        Prepared::import(&server.client, cookie, &format!("{run}"), phones_file(PEOPLE, run))
            .send(&server.client, cookie);
    }
    Prepared::take_back(&server.client, cookie, "back", "undo", 2).send(&server.client, cookie).expect("undone");
}

/// People at every revision of that history, the history itself, and a revision's changes and file.
fn everything(server: &Server, cookie: &str) -> (Vec<String>, String, String, String) {
    let past: Vec<String> = (1..=4).map(|at| server.client.people(cookie, Some(at))).collect();
    let get = |path: &str| server.client.send("GET", path, cookie, &[], b"").body;
    (past, get("/api/revisions"), get("/api/revisions/2/changes"), get("/api/revisions/2/file"))
}

#[test]
fn a_backup_holds_everything_and_goes_back_to_an_empty_database() {
    let folder = folder_with_people(PEOPLE);
    let database = Cluster::shared().database();
    let server = Server::start(&folder, &database);
    let cookie = signed_in(&server);
    make_history(&server, &cookie);
    let state = |server: &Server| everything(server, &cookie);
    let muster = |words: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_muster"));
        command.current_dir(folder.path()).args(words).output().expect("muster runs")
    };
    let before = state(&server);
    let made = muster(&["backup", "copy.db", "--database", &database]);
    assert!(String::from_utf8_lossy(&made.stdout).contains("revision 4"), "{made:?}");
    // What happens after it isn't in it.
    Prepared::import(&server.client, &cookie, "after", phones_file(PEOPLE, 7)).send(&server.client, &cookie);
    let occupied = muster(&["restore", "copy.db", "--database", &database]);
    assert!(!occupied.status.success(), "what is there is never overwritten");
    assert_eq!(server.client.revision(&cookie), 5);
    drop(server);

    let empty = Cluster::shared().database();
    let restored = muster(&["restore", "copy.db", "--database", &empty]);
    assert!(String::from_utf8_lossy(&restored.stdout).contains("revision 4 again"), "{restored:?}");
    let server = Server::start(&folder, &empty);
    assert_eq!(state(&server), before, "people, every past state, history, files and sessions");
    assert!(muster(&["audit", "verify", "--database", &empty]).status.success(), "and the audit holds");
    let next = Prepared::import(&server.client, &cookie, "next", phones_file(PEOPLE, 9)).send(&server.client, &cookie);
    assert_eq!(next.expect("an answer").status, 201, "and it goes on");
    // The same file serves one server on its own.
    let single = Server::start(&folder, "sqlite://copy.db");
    assert_eq!(state(&single), before);
}

#[test]
fn a_directory_that_outgrew_its_file_moves_with_everything() {
    let folder = folder_with_people(PEOPLE);
    let file = format!("sqlite://{}", folder.path().join("muster.db").display());
    let server = Server::start(&folder, &file);
    let cookie = signed_in(&server);
    make_history(&server, &cookie);
    let state = |server: &Server| everything(server, &cookie);
    let before = state(&server);
    drop(server);

    let database = Cluster::shared().database();
    let moved = std::process::Command::new(env!("CARGO_BIN_EXE_muster"))
        .args(["migrate", "--from", &file, "--to", &database])
        .output()
        .expect("muster runs");
    let said = String::from_utf8_lossy(&moved.stdout);
    assert!(moved.status.success() && said.contains("every row is the same"), "{said} {:?}", moved.stderr);
    let twice = std::process::Command::new(env!("CARGO_BIN_EXE_muster"))
        .args(["migrate", "--from", &file, "--to", &database])
        .output()
        .expect("muster runs");
    assert!(!twice.status.success(), "what is there is never overwritten");

    let server = Server::start(&folder, &database);
    assert_eq!(state(&server), before, "sessions, people, every past state, history and files came along");
    let next = Prepared::import(&server.client, &cookie, "next", phones_file(PEOPLE, 9)).send(&server.client, &cookie);
    assert_eq!(next.expect("an answer").status, 201, "and it goes on");
}
