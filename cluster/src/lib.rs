//! A throw-away PostgreSQL server for tests and benchmarks: real, private, and gone with its owner.
//!
//! It listens only on a socket in a folder of its own. A small shell script starts it and waits for its own standard
//! input to end: so it ends, and its folder vanishes, however the process that asked for it ends. PostgreSQL refuses to
//! run as root; then it runs as Debian's user `postgres`, or as `nobody`.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

const SCRIPT: &str = include_str!("cluster.sh");

/// How careful it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// As delivered: what is committed survives a power cut.
    Durable,
    /// Nothing waits for the disk; for tests that don't ask whether it would survive.
    Quick,
}

/// A running server.
#[derive(Debug)]
pub struct Cluster {
    script: Child,
    folder: String,
    made: AtomicU32,
}

impl Cluster {
    /// Where the server's programs are, if they are installed: on the PATH, or where Debian keeps them.
    pub fn programs() -> Option<PathBuf> {
        let on_path = std::env::var_os("PATH").unwrap_or_default();
        let mut folders: Vec<PathBuf> = std::env::split_paths(&on_path).collect();
        let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
            .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
            .unwrap_or_default();
        versions.sort();
        folders.extend(versions.into_iter().rev());
        folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
    }

    /// Starts one. It takes some seconds.
    ///
    /// # Panics
    /// Where PostgreSQL isn't installed, or doesn't start: there is nothing to test with.
    pub fn start(care: Care) -> Self {
        let programs = Self::programs().expect("PostgreSQL's server is installed (Debian: postgresql)");
        let mut script = Command::new("sh")
            .args(["-c", SCRIPT, "cluster"])
            .arg(programs)
            .arg(if care == Care::Durable { "on" } else { "off" })
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let mut said = String::new();
        let output = script.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut said).expect("the script speaks");
        let folder = said.trim().to_owned();
        assert!(folder.starts_with('/'), "PostgreSQL didn't start; its own words are above");
        Self { script, folder, made: AtomicU32::new(0) }
    }

    /// One for the whole process, quick.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Cluster> = OnceLock::new();
        SHARED.get_or_init(|| Self::start(Care::Quick))
    }

    /// The address of a new, empty database.
    ///
    /// # Panics
    /// If the server doesn't make one.
    pub fn database(&self) -> String {
        let name = format!("test_{}", self.made.fetch_add(1, Ordering::Relaxed));
        self.sql("postgres", &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"));
        self.address(&name)
    }

    /// The address of a database by its name.
    pub fn address(&self, name: &str) -> String {
        format!("postgres:///{name}?host={}&user=postgres", self.folder)
    }

    /// Runs SQL through psql; what it prints.
    ///
    /// # Panics
    /// If psql fails.
    pub fn sql(&self, database: &str, sql: &str) -> String {
        let mut psql = self.client(database);
        let mut psql = psql.args(["-f", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("psql");
        psql.stdin.take().expect("its input").write_all(sql.as_bytes()).expect("psql reads");
        let output = psql.wait_with_output().expect("psql ends");
        assert!(output.status.success(), "psql failed; its own words are above");
        String::from_utf8(output.stdout).expect("text")
    }

    /// psql, about to run one statement, with its output for whoever starts it.
    ///
    /// # Panics
    /// If PostgreSQL isn't installed any more.
    pub fn psql(&self, database: &str, sql: &str) -> Command {
        let mut psql = self.client(database);
        psql.args(["-c", sql]);
        psql
    }

    fn client(&self, database: &str) -> Command {
        // Some packages of the server come without its client, which then is elsewhere.
        let beside = Self::programs().expect("it runs").join("psql");
        let mut psql = Command::new(if beside.is_file() { beside } else { PathBuf::from("psql") });
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", &self.address(database)]);
        psql
    }

    /// Stops the server at once, as a crash would.
    pub fn crash(&self) {
        self.say("crash");
    }

    /// Starts it again after [`Self::crash`].
    pub fn start_again(&self) {
        self.say("start");
    }

    /// Gives the script an order, and waits until it is done.
    fn say(&self, order: &str) {
        let file = PathBuf::from(&self.folder).join("order");
        let done = PathBuf::from(&self.folder).join("done");
        let _ = std::fs::remove_file(&done);
        std::fs::write(&file, order).expect("an order");
        let mut input = self.script.stdin.as_ref().expect("its input");
        input.write_all(b"\n").expect("the script reads");
        let mut left = 3_000;
        while !done.is_file() && left > 0 {
            std::thread::sleep(std::time::Duration::from_millis(10));
            left -= 1;
        }
        assert!(left > 0, "the server didn't {order}");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.script.stdin.take());
        let _ = self.script.wait();
    }
}
