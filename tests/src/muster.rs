//! A running Muster: the real binary, on a database that vanishes with the test.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

use crate::admin::Admin;
use crate::wait::LIMIT;

/// How many people the company of these tests has.
pub const PEOPLE: u64 = 300;

/// A server that ends when it is dropped.
pub struct Muster {
    /// Where it listens: `http://127.0.0.1:…`.
    pub address: String,
    /// The one-time link to set it up, if it printed one.
    pub link: Option<String>,
    folder: TempDir,
    _server: Child,
    _output: Lines<BufReader<ChildStdout>>,
}

impl Muster {
    /// Starts on an empty database and seeds it with the fictional company.
    pub async fn start() -> Self {
        Self::start_with(PEOPLE).await
    }

    /// The same with a company of another size.
    pub async fn start_with(people: u64) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let seed = folder.path().join("company.csv");
        let mut file = std::fs::File::create(&seed).expect("a file in it");
        company::write(people, &mut std::io::BufWriter::new(&mut file)).expect("a company in the file");
        Self::start_in(folder).await
    }

    async fn start_in(folder: TempDir) -> Self {
        let binary = binary();
        let database = format!("sqlite://{}", folder.path().join("muster.db").display());
        let mut server = Command::new(&binary)
            .args(["serve", "--listen", "127.0.0.1:0", "--database", &database, "--seed"])
            .arg(folder.path().join("company.csv"))
            .env("MUSTER_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{} could not be started: {error}", binary.display()));
        let stdout = server.stdout.take().expect("a piped output");
        let mut output = BufReader::new(stdout).lines();
        let said = tokio::time::timeout(LIMIT, first_words(&mut output));
        let (address, link) = said.await.expect("Muster to say where it listens, in time");
        Self { address, link, folder, _server: server, _output: output }
    }

    /// A folder for the test's files, which vanishes with it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Uses the one-time link, as the first person does.
    pub async fn set_up(&self) -> Admin {
        let link = self.link.as_deref().expect("a one-time link");
        let admin = Admin::new(&self.address);
        admin.set_up(link).await;
        admin
    }
}

/// Reads what the server says until it listens: its address, and the link.
async fn first_words(output: &mut Lines<BufReader<ChildStdout>>) -> (String, Option<String>) {
    let (mut address, mut link) = (None, None);
    while address.is_none() || link.is_none() {
        let line = output.next_line().await.expect("readable output");
        let line = line.expect("Muster ended before it listened; its own words are above");
        for word in line.split_whitespace().filter(|word| word.starts_with("http://")) {
            if word.contains("/set-up#") {
                link = Some(word.to_owned());
            } else {
                address = Some(word.trim_end_matches(['/', '.']).to_owned());
            }
        }
    }
    (address.unwrap_or_default(), link)
}

/// The binary under test: named by `./dev test`, else the one that `cargo build --release` leaves.
pub fn binary() -> PathBuf {
    std::env::var_os("MUSTER_BIN")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/release/muster"), PathBuf::from)
}
