//! A running Muster: the real binary, on a database that vanishes with the test.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

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
    server: Child,
    output: Lines<BufReader<ChildStdout>>,
}

impl Muster {
    /// Starts on an empty database and seeds it with the fictional company.
    pub async fn start() -> Self {
        Self::start_with(PEOPLE).await
    }

    /// The same with a company of another size.
    pub async fn start_with(people: u64) -> Self {
        // A company of a million takes minutes to come in.
        let patience = LIMIT * u32::try_from(people / 100_000).expect("a company").max(1);
        Self::start_in(seeded(people), &[], true, patience).await
    }

    /// The same, told more by its environment; its one-time link may then name another address, and isn't kept.
    pub async fn start_told(environment: &[(&'static str, &'static str)]) -> Self {
        Self::start_in(seeded(PEOPLE), environment, false, LIMIT).await
    }

    async fn start_in(
        folder: TempDir,
        environment: &[(&'static str, &'static str)],
        with_link: bool,
        patience: Duration,
    ) -> Self {
        let mut command = serve(folder.path(), "127.0.0.1:0");
        command.arg("--seed").arg(folder.path().join("company.csv")).envs(environment.iter().copied());
        let (server, mut output) = spawn(command);
        let said = tokio::time::timeout(patience, first_words(&mut output, with_link));
        let (address, link) = said.await.expect("Muster to say where it listens, in time");
        Self { address, link, folder, server, output }
    }

    /// Ends the server, as an outage does.
    pub async fn stop(&mut self) {
        self.server.kill().await.expect("it can be ended");
    }

    /// Starts it again, at the same address and on the same database.
    pub async fn start_again(&mut self) {
        let listen = self.address.trim_start_matches("http://").to_owned();
        let (server, mut output) = spawn(serve(self.folder.path(), &listen));
        tokio::time::timeout(LIMIT, first_words(&mut output, false)).await.expect("Muster to listen again, in time");
        (self.server, self.output) = (server, output);
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

/// A temporary folder with a company of this size in it.
fn seeded(people: u64) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut file = std::fs::File::create(folder.path().join("company.csv")).expect("a file in it");
    company::write(people, &mut std::io::BufWriter::new(&mut file)).expect("a company in the file");
    folder
}

/// The command that serves the database in a folder.
fn serve(folder: &Path, listen: &str) -> Command {
    let mut command = Command::new(binary());
    command.args(["serve", "--listen", listen, "--database"]);
    command.arg(format!("sqlite://{}", folder.join("muster.db").display()));
    command.env("MUSTER_LOG", "warn").stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true);
    command
}

fn spawn(mut command: Command) -> (Child, Lines<BufReader<ChildStdout>>) {
    let mut server =
        command.spawn().unwrap_or_else(|error| panic!("{} could not be started: {error}", binary().display()));
    let stdout = server.stdout.take().expect("a piped output");
    (server, BufReader::new(stdout).lines())
}

/// Reads what the server says until it listens: its address, and the link where one is awaited.
async fn first_words(output: &mut Lines<BufReader<ChildStdout>>, with_link: bool) -> (String, Option<String>) {
    let (mut address, mut link) = (None, None);
    while address.is_none() || (with_link && link.is_none()) {
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
