//! Installing Debian packages, only where that is allowed without asking: as root, with apt.

use std::process::Command;
use std::sync::Once;

use crate::children;
use crate::steps::Problem;

/// Whether packages can be installed here.
pub(crate) fn may_install() -> bool {
    children::is_on_path("apt-get") && children::answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Installs packages, after bringing the list of packages up to date once.
pub(crate) fn install(packages: &[&str]) -> Result<(), Problem> {
    static UPDATED: Once = Once::new();
    UPDATED.call_once(|| {
        let mut update = apt();
        // An old list may still do; the installation says what is missing.
        let _ = children::run("apt-get update", update.args(["-qq", "update"]));
    });
    let mut install = apt();
    install.args(["-qq", "install", "-y", "--no-install-recommends"]).args(packages);
    install.stdout(std::process::Stdio::null());
    children::run(&format!("apt-get install {}", packages.join(" ")), &mut install)
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
