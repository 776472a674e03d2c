//! `PgBouncer` between Muster and PostgreSQL, as Debian installs it, and a connection that dies without a word.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use cluster::Cluster;
use tempfile::TempDir;

use crate::server::{Server, folder_with_people, signed_in};
use crate::work::{Prepared, phones_file};

const PEOPLE: usize = 30;

/// Where Debian keeps it.
const PGBOUNCER: &str = "/usr/sbin/pgbouncer";

/// A running pooler. Dropping it ends it.
struct Pooler {
    child: Child,
    port: u16,
    _folder: TempDir,
}

impl Pooler {
    /// Starts one in front of the shared cluster with nothing set that Muster would need; where `PgBouncer` isn't installed,
    /// `None`.
    fn start(mode: &str) -> Option<Self> {
        if !Path::new(PGBOUNCER).is_file() {
            return None;
        }
        let port = free_port();
        let folder = tempfile::tempdir().expect("a temporary folder");
        let ini = folder.path().join("pgbouncer.ini");
        let settings = format!(
            "[databases]\n* = host={} user=postgres\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\n\
             unix_socket_dir =\nauth_type = any\npool_mode = {mode}\ndefault_pool_size = 20\nmax_client_conn = 100\n",
            socket_folder()
        );
        std::fs::write(&ini, settings).expect("its settings");
        let child =
            unprivileged(PGBOUNCER, &ini).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        wait_for_listener(port);
        Some(Self { child, port, _folder: folder })
    }

    /// The address of a new database, through the pooler.
    fn database(&self, settings: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{}{settings}", self.port, name_of(&Cluster::shared().database()))
    }
}

impl Drop for Pooler {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns once somebody listens.
fn wait_for_listener(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "PgBouncer never listened");
        thread::sleep(Duration::from_millis(20));
    }
}

/// Like PostgreSQL, `PgBouncer` refuses to run as root.
fn unprivileged(program: &str, ini: &Path) -> Command {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
    if !is_root {
        let mut command = Command::new(program);
        command.arg(ini);
        return command;
    }
    let folder = ini.parent().expect("a folder");
    for path in [folder, ini] {
        Command::new("chmod").arg("a+rx").arg(path).status().expect("chmod runs");
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--", program]).arg(ini);
    command
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

fn socket_folder() -> String {
    let address = Cluster::shared().address("postgres");
    address.split("host=").nth(1).and_then(|rest| rest.split('&').next()).expect("a folder").to_owned()
}

fn name_of(address: &str) -> &str {
    address.trim_start_matches("postgres:///").split('?').next().expect("a name")
}

/// Two servers over one pooled database do what they do over any other.
fn everything_works_over(database: &str) {
    let folder = folder_with_people(PEOPLE);
    let one = Server::start(&folder, database);
    let cookie = signed_in(&one);
    let other = Server::start(&folder, database);
    for run in 1..=6 {
        let server = if run % 2 == 0 { &one } else { &other };
        let prepared = Prepared::import(&server.client, &cookie, &format!("run {run}"), phones_file(PEOPLE, run));
        let answer = prepared.send(&server.client, &cookie).expect("an answer");
        assert_eq!(answer.status, 201, "{}", answer.body);
    }
    let before = one.client.people(&cookie, Some(6));
    let undone = Prepared::take_back(&other.client, &cookie, "back", "undo", 7).send(&other.client, &cookie);
    assert_eq!(undone.expect("an answer").status, 201);
    assert_eq!(one.client.people(&cookie, None), before);
    assert_eq!(one.client.send("GET", "/api/health/ready", &cookie, &[], b"").status, 200);
}

#[test]
fn behind_a_pooler_by_session_all_works_as_it_is_installed() {
    let Some(pooler) = Pooler::start("session") else { return };
    everything_works_over(&pooler.database(""));
}

#[test]
fn behind_a_pooler_by_transaction_all_works_without_kept_statements() {
    let Some(pooler) = Pooler::start("transaction") else { return };
    everything_works_over(&pooler.database("?statement-cache-capacity=0"));
}

#[test]
fn a_pooler_by_statement_is_named_with_the_line_to_write() {
    let Some(pooler) = Pooler::start("statement") else { return };
    let output = Command::new(env!("CARGO_BIN_EXE_muster"))
        .args(["serve", "--listen", "127.0.0.1:0", "--database", &pooler.database("")])
        .output()
        .expect("muster runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        !output.status.success() && said.contains("PgBouncer") && said.contains("pool_mode = transaction"),
        "{said}"
    );
}

/// Passes on what is said between Muster and PostgreSQL, until it says nothing more to those who are connected.
struct Relay {
    port: u16,
    /// Connections with a smaller number are frozen.
    frozen: Arc<AtomicUsize>,
    made: Arc<AtomicUsize>,
}

impl Relay {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (frozen, made) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let relay = Self { port, frozen: Arc::clone(&frozen), made: Arc::clone(&made) };
        let socket = format!("{}/.s.PGSQL.5432", socket_folder());
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let number = made.fetch_add(1, Ordering::SeqCst);
                let server = UnixStream::connect(&socket).expect("PostgreSQL listens");
                let (client_too, server_too) = (client.try_clone().expect("twice"), server.try_clone().expect("twice"));
                let (one, other) = (Arc::clone(&frozen), Arc::clone(&frozen));
                thread::spawn(move || pass_on(client, server, number, &one));
                thread::spawn(move || pass_on(server_too, client_too, number, &other));
            }
        });
        relay
    }

    /// From now on nothing passes on the connections that there are, and nobody is told.
    fn freeze(&self) {
        self.frozen.store(self.made.load(Ordering::SeqCst), Ordering::SeqCst);
    }
}

fn pass_on(mut from: impl Read, mut to: impl Write, number: usize, frozen: &AtomicUsize) {
    let mut bytes = [0; 16_384];
    while let Ok(read @ 1..) = from.read(&mut bytes) {
        // Everything is taken, as by the system of a machine that was there a moment ago.
        if number >= frozen.load(Ordering::SeqCst) && to.write_all(&bytes[..read]).is_err() {
            return;
        }
    }
    // A frozen connection isn't closed either: what is passed to stays open for as long as the test.
    if number < frozen.load(Ordering::SeqCst) {
        std::mem::forget((from, to));
    }
}

#[test]
fn connections_that_die_without_a_word_are_given_up_and_imports_go_on() {
    let relay = Relay::start();
    let folder = folder_with_people(PEOPLE);
    let name = Cluster::shared().database();
    let server = Server::start(&folder, &format!("postgres://postgres@127.0.0.1:{}/{}", relay.port, name_of(&name)));
    let cookie = signed_in(&server);
    // Somebody else writes, so that two imports wait for their turn when the connections die.
    let mut writer =
        Cluster::shared().psql(name_of(&name), "BEGIN; UPDATE writer SET turn = turn + 1; SELECT pg_sleep(3)");
    let prepared = Prepared::import(&server.client, &cookie, "frozen", phones_file(PEOPLE, 1));
    let mut writer = writer.stdout(Stdio::null()).spawn().expect("psql");
    thread::scope(|scope| {
        let waiting = scope.spawn(|| prepared.send(&server.client, &cookie).expect("an answer").status);
        let begun = Instant::now();
        let is_waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted";
        while Cluster::shared().sql(name_of(&name), is_waiting).trim() == "0" && !waiting.is_finished() {
            assert!(begun.elapsed() < Duration::from_secs(20), "it never waited");
        }
        relay.freeze();
        // The answer may be that it failed, or, from a second try on a new connection, that it was done.
        let status = waiting.join().expect("no panic");
        assert!([201, 503].contains(&status), "{status}");
    });
    writer.wait().expect("psql ends");
    let begun = Instant::now();
    loop {
        let status = prepared.send(&server.client, &cookie).map(|answer| answer.status);
        if status == Some(201) {
            break;
        }
        assert_eq!(status, Some(503));
        assert!(begun.elapsed() < Duration::from_mins(2), "imports never went on");
    }
    assert_eq!(server.client.revision(&cookie), 2, "it was done once");
    assert_eq!(server.client.send("GET", "/api/health/ready", &cookie, &[], b"").status, 200);
}
