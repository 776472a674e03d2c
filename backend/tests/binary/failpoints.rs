//! Dead, failing, or left alone at each point that matters: afterwards all of the change is there or nothing of it, the
//! audit holds, what was answered is true, and the same request, sent again, completes it once.
//!
//! Where `kills.rs` comes upon moments by chance, here each moment is named. One line is one point; at each of them
//! every fault of the list happens, to an import, an undo, or a restore in turn.

use std::io::Read as _;
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::backups::{self, Interrupted};
use crate::kills;
use crate::server::{Answer, Client, Server, folder_with_people, signed_in};
use crate::work::{Prepared, phones_file};

/// The points of a change, in their order, and whether the change is there for good at them.
const POINTS_OF_A_CHANGE: [(&str, bool); 5] = [
    ("agreed", false),
    ("people-written", false),
    ("audit-begun", false),
    ("before-commit", false),
    ("committed", true),
];

/// The points of the commands that work on whole databases: the command, the kind of database, the point.
const POINTS_OF_COMMANDS: [(&str, &str, &str); 6] = [
    ("backup", "sqlite", "backup-whole"),
    ("backup", "postgres", "tables-copied"),
    ("backup", "postgres", "backup-whole"),
    ("restore", "sqlite", "old-one-kept"),
    ("restore", "sqlite", "before-swap"),
    ("restore", "postgres", "tables-copied"),
];

/// What happens at a point, and what the client hears of it.
const FAULTS: [(Fault, Heard); 5] = [
    (Fault::Abort, Heard::Nothing),
    (Fault::Error, Heard::Problem(503, "/problems/storage-unavailable")),
    (Fault::Panic, Heard::Problem(500, "/problems/internal")),
    (Fault::Busy, Heard::Done),
    (Fault::ClientGone, Heard::Nothing),
];

const PEOPLE: usize = 200;
const PATIENCE: Duration = Duration::from_mins(1);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The process ends at once.
    Abort,
    /// The database says that it is gone.
    Error,
    /// The program has a bug.
    Panic,
    /// The database prefers another transaction, once.
    Busy,
    /// The client goes away while the server is at the point.
    ClientGone,
}

#[derive(Clone, Copy)]
enum Heard {
    Nothing,
    Problem(u16, &'static str),
    Done,
}

impl Heard {
    fn hold(self, answer: Option<&Answer>, name: &str) {
        match (self, answer) {
            (Self::Nothing, None) => {}
            (Self::Problem(status, slug), Some(answer)) => {
                assert_eq!((answer.status, answer.json()["type"].as_str()), (status, Some(slug)), "{name}");
                assert!(!answer.body.contains("othing was changed"), "{name}: it can't know; {}", answer.body);
            }
            (Self::Done, Some(answer)) => assert_eq!(answer.status, 201, "{name}: {}", answer.body),
            (_, answer) => panic!("{name}: answered with {:?}", answer.map(|answer| &answer.body)),
        }
    }
}

#[test]
fn at_each_point_a_change_is_there_or_not_on_sqlite() {
    fail_at_each_point("sqlite://muster.db");
}

#[cfg(feature = "postgres-tests")]
#[test]
fn at_each_point_a_change_is_there_or_not_on_postgresql() {
    fail_at_each_point(&cluster::Cluster::shared().database());
}

#[test]
fn at_each_point_a_backup_is_whole_or_not_there_on_sqlite() {
    fail_commands("sqlite", &|| "sqlite://muster.db".to_owned());
}

#[cfg(feature = "postgres-tests")]
#[test]
fn at_each_point_a_backup_is_whole_or_not_there_on_postgresql() {
    fail_commands("postgres", &|| cluster::Cluster::shared().database());
}

fn fail_at_each_point(database: &str) {
    let folder = folder_with_people(PEOPLE);
    let mut server = Server::start(&folder, database);
    let cookie = signed_in(&server);
    let each = POINTS_OF_A_CHANGE.iter().flat_map(|point| FAULTS.iter().map(move |fault| (*point, *fault)));
    for (run, ((point, is_for_good), (fault, heard))) in (0..).zip(each) {
        // What was committed is found again under its key, though the database failed a moment later.
        let heard = if is_for_good && fault == Fault::Error { Heard::Done } else { heard };
        // After the commit there is nothing that another transaction could be preferred to.
        if !(is_for_good && fault == Fault::Busy) {
            let case = Case { point, is_for_good, fault, heard, run };
            server = case.hold(&folder, database, server, &cookie);
        }
    }
}

/// The first request waits before it is planned; meanwhile the same one is sent again, and done. The first one, which finds
/// another directory than it was previewed for, is told the same.
#[test]
fn sent_twice_at_once_a_request_is_answered_twice_alike() {
    let folder = folder_with_people(PEOPLE);
    let database = "sqlite://muster.db";
    let mut server = Server::start(&folder, database);
    let cookie = signed_in(&server);
    for (run, kind) in (0..).zip(["import", "undo", "restore"]) {
        let prepared = kills::prepare(&server.client, &cookie, kind, run);
        drop(server);
        let gate = folder.path().join(format!("gate-{run}"));
        server = Server::start_to_fail(&folder, database, &format!("not-done-yet=1*return(wait:{})", gate.display()));
        // On one server the second one would wait for the first one's place.
        let other = Server::start(&folder, database);
        let arrived = guard(&gate);
        thread::scope(|scope| {
            let first = scope.spawn(|| prepared.send(&server.client, &cookie).expect("an answer"));
            let waits = arrived.recv_timeout(PATIENCE).expect("the first one comes to the point");
            let second = prepared.send(&other.client, &cookie).expect("an answer");
            drop(waits);
            let first = first.join().expect("no panic");
            assert_eq!(second.status, 201, "{kind}: {}", second.body);
            assert_eq!((first.status, first.body), (second.status, second.body), "{kind}");
        });
        assert_eq!(server.client.revision(&cookie), prepared.revision + 1, "{kind}: done once");
    }
}

struct Case {
    point: &'static str,
    is_for_good: bool,
    fault: Fault,
    heard: Heard,
    run: u32,
}

impl Case {
    /// Lets the fault happen, and looks at everything after a restart; the server that goes on.
    fn hold(&self, folder: &TempDir, database: &str, server: Server, cookie: &str) -> Server {
        let Self { point, is_for_good, fault, heard, run } = *self;
        let kind = ["import", "undo", "restore"][run as usize % 3];
        let name = format!("{fault:?} at {point}, {kind}");
        let prepared = kills::prepare(&server.client, cookie, kind, run);
        let before = server.client.people(cookie, None);
        drop(server);

        let gate = folder.path().join(format!("gate-{run}"));
        let order = match fault {
            Fault::Abort => "return(abort)".to_owned(),
            Fault::Error => "return(error)".to_owned(),
            Fault::Panic => "panic".to_owned(),
            Fault::Busy => "return(busy)".to_owned(),
            Fault::ClientGone => format!("return(wait:{})", gate.display()),
        };
        let failing = Server::start_to_fail(folder, database, &format!("{point}=1*{order}"));
        if fault == Fault::ClientGone {
            go_away_at(&gate, &failing.client, cookie, &prepared);
            let again = prepared.send(&failing.client, cookie).expect("an answer");
            assert_eq!(again.status, 201, "{name}: it goes on, and the same key tells; {}", again.body);
        } else {
            heard.hold(prepared.send(&failing.client, cookie).as_ref(), &name);
        }
        let is_done = is_for_good || matches!(fault, Fault::Busy | Fault::ClientGone);
        let expected = prepared.revision + u64::from(is_done);
        if fault != Fault::Abort {
            assert_eq!(failing.client.revision(cookie), expected, "{name}: it goes on");
        }
        drop(failing);

        let server = Server::start(folder, database);
        assert_eq!(server.client.revision(cookie), expected, "{name}");
        if !is_done {
            assert!(server.client.people(cookie, None) == before, "{name}: nothing of it");
        }
        let past = server.client.people(cookie, Some(prepared.revision));
        assert!(past == before, "{name}: the state before can always be rebuilt");
        assert_audit_holds(folder, database, &name);
        let again = prepared.send(&server.client, cookie).expect("an answer");
        let answer = (again.status, again.json()["revision"].as_u64());
        assert_eq!(answer, (201, Some(prepared.revision + 1)), "{name}: {}", again.body);
        assert_eq!(server.client.revision(cookie), prepared.revision + 1, "{name}: done once");
        kills::assert_all_of_it(&server.client, cookie, kind, run, &prepared);
        server
    }
}

/// Sends, and goes away when the server is at the point; that goes on when it has let the client go.
fn go_away_at(gate: &Path, client: &Client, cookie: &str, prepared: &Prepared) {
    let arrived = guard(gate);
    let mut stream = prepared.begin_to_send(client, cookie);
    let server_waits = arrived.recv_timeout(PATIENCE).expect("the server comes to the point");
    stream.shutdown(Shutdown::Write).expect("nothing more is said");
    let mut heard = Vec::new();
    // The end comes when the server has noticed that the client is gone.
    stream.read_to_end(&mut heard).expect("the server hangs up");
    assert!(heard.is_empty(), "{}", String::from_utf8_lossy(&heard));
    drop(server_waits);
}

/// Tells when the server has come to a point where it waits; it goes on when what is told is dropped.
fn guard(gate: &Path) -> mpsc::Receiver<UnixStream> {
    let listener = UnixListener::bind(gate).expect("a socket");
    let (told, arrived) = mpsc::channel();
    thread::spawn(move || told.send(listener.accept().expect("a connection").0));
    arrived
}

fn fail_commands(database_kind: &str, new_database: &impl Fn() -> String) {
    let folder = folder_with_people(PEOPLE);
    let database = new_database();
    let mut server = Server::start(&folder, &database);
    let cookie = signed_in(&server);
    let mut run = 0;
    for (command, _, point) in POINTS_OF_COMMANDS.iter().filter(|(_, kind, _)| *kind == database_kind) {
        for order in ["return(abort)", "return(error)"] {
            let failpoint = format!("{point}={order}");
            let interrupted = Interrupted::At(&failpoint);
            let (is_after, _) = if *command == "backup" {
                backups::break_off_making(&folder, &database, &server.client, &cookie, interrupted)
            } else {
                let change = Prepared::import(&server.client, &cookie, &failpoint, phones_file(PEOPLE, run));
                let places = (database.as_str(), new_database);
                let broken_off =
                    backups::break_off_putting_back(&folder, places, server, &cookie, &change, interrupted);
                server = Server::start(&folder, &database);
                broken_off
            };
            assert!(!is_after, "{failpoint}: it was broken off");
            assert_audit_holds(&folder, &database, &failpoint);
            run += 1;
        }
    }
    assert!(run > 0, "there are points");
}

fn assert_audit_holds(folder: &TempDir, database: &str, when: &str) {
    let mut muster = Command::new(env!("CARGO_BIN_EXE_muster"));
    muster.current_dir(folder.path()).args(["audit", "verify", "--database", database]);
    let looked = muster.output().expect("muster runs");
    assert!(looked.status.success(), "{when}: {}", String::from_utf8_lossy(&looked.stderr));
}
