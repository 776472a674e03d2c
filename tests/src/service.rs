//! Muster under a service manager: a systemd of its own, started from this machine's programs in a namespace, with the
//! unit that is shipped.

use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use tempfile::TempDir;
use tokio::process::Child;

use crate::muster::binary;
use crate::wait::{LIMIT, wait_for};

/// A systemd that runs the service and what it needs; it ends when it is dropped.
pub struct Service {
    /// Where Muster is told to listen.
    pub address: String,
    init: String,
    machine: Child,
    _folder: TempDir,
}

impl Service {
    /// Installs Muster as `docs/operations.md` says, and boots.
    pub async fn boot() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (programs, settings) = (folder.path().join("bin"), folder.path().join("etc"));
        std::fs::create_dir(&programs).expect("a folder for the program");
        std::fs::copy(binary(), programs.join("muster")).expect("the program");
        std::fs::create_dir(&settings).expect("a folder for the configuration");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let told = settings.join("muster.toml");
        let shipped = std::fs::read_to_string(packaging("muster.toml")).expect("the configuration that is shipped");
        std::fs::write(&told, shipped.replace("127.0.0.1:8080", &format!("127.0.0.1:{port}"))).expect("it is kept");
        std::fs::set_permissions(&told, std::fs::Permissions::from_mode(0o600)).expect("only root may read it");

        let mut nspawn = tokio::process::Command::new("systemd-nspawn");
        // Only what the service needs is started; whether a network is there is nothing that it waits for.
        nspawn
            .args(["--quiet", "--boot", "--volatile=yes", "--directory=/", "--register=no", "--keep-unit"])
            .arg(format!("--bind-ro={}:/usr/local/bin", programs.display()))
            .arg(format!("--bind-ro={}:/etc/muster", settings.display()))
            .arg(format!("--bind-ro={}:/etc/systemd/system/muster.service", packaging("muster.service").display()))
            .args(["--", "systemd.firstboot=no", "systemd.unit=muster.service"])
            .args(
                ["systemd-networkd", "systemd-networkd-wait-online"].map(|unit| format!("systemd.mask={unit}.service")),
            )
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .kill_on_drop(true);
        let machine = nspawn.spawn().expect("systemd-nspawn starts");
        let number = machine.id().expect("it runs");
        let children = format!("/proc/{number}/task/{number}/children");
        let init = wait_for("the namespace's first process", LIMIT, async || {
            let children = std::fs::read_to_string(&children).ok()?;
            children.split_whitespace().find(|child| is_first(child)).map(str::to_owned)
        })
        .await;
        Self { address: format!("http://127.0.0.1:{port}"), init, machine, _folder: folder }
    }

    /// Waits until the service answers.
    pub async fn ready(&self) {
        let address = format!("{}/api/health/ready", self.address);
        wait_for("the service to answer", LIMIT, async || {
            reqwest::get(&address).await.ok().filter(|answer| answer.status().is_success())
        })
        .await;
    }

    /// Runs a command beside the service; what it prints.
    pub fn run(&self, program: &str, arguments: &[&str]) -> String {
        let Output { status, stdout, stderr } = Command::new("nsenter")
            .args(["--target", &self.init, "--mount", "--pid", "--uts", "--ipc", program])
            .args(arguments)
            .output()
            .expect("nsenter starts");
        let said = String::from_utf8_lossy(&stdout).into_owned();
        assert!(status.success(), "{program} {arguments:?}: {said}{}", String::from_utf8_lossy(&stderr));
        said
    }

    /// What systemd knows of the service under a name, such as `Result`.
    pub fn property(&self, name: &str) -> String {
        self.run("systemctl", &["show", "--value", "--property", name, "muster"]).trim().to_owned()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // The namespace's first process takes all others with it, and what started it tidies up and ends.
        let _ = Command::new("kill").args(["-9", &self.init]).status();
        let begun = Instant::now();
        while matches!(self.machine.try_wait(), Ok(None)) && begun.elapsed() < LIMIT {
            std::thread::yield_now();
        }
    }
}

/// Whether a process is the first of its namespace, and not one that only makes the namespace.
fn is_first(process: &str) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let numbers = status.lines().find_map(|line| line.strip_prefix("NSpid:"));
    numbers.is_some_and(|numbers| numbers.split_whitespace().nth(1) == Some("1"))
}

fn packaging(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../packaging").join(name)
}
