//! The unit that is shipped, under a real systemd.

use tests::service::Service;
use tests::wait::{LIMIT, wait_for};

/// Where the unit keeps the database.
const STATE: &str = "/var/lib/muster";

#[tokio::test]
async fn the_service_starts_comes_back_and_stops_whole() {
    let service = Service::boot().await;
    service.ready().await;
    let said = service.run("journalctl", &["--unit", "muster", "--output", "cat", "--no-pager"]);
    assert!(said.contains("/set-up#"), "the first link isn't in the journal: {said}");
    let owner = service.run("stat", &["--format", "%U %a", &format!("{STATE}/muster.db")]);
    assert_ne!(owner.split_whitespace().next(), Some("root"), "{owner}");

    // Killed, it comes back.
    let killed = service.property("MainPID");
    service.run("kill", &["-9", &killed]);
    wait_for("another process", LIMIT, async || {
        Some(service.property("MainPID")).filter(|process| *process != killed && process != "0")
    })
    .await;
    service.ready().await;

    // Stopped, it leaves one file that is whole. Root makes a backup of it and puts it back; it stays the service's.
    service.run("systemctl", &["stop", "muster"]);
    assert_eq!(service.property("Result"), "success");
    assert_eq!(service.run("ls", &[STATE]).trim(), "muster.db");
    let by = ["--config", "/etc/muster/muster.toml"];
    service.run("muster", &[&["backup", "/tmp/backup.db"], &by[..]].concat());
    for lost in [false, true] {
        if lost {
            service.run("rm", &[&format!("{STATE}/muster.db")]);
        }
        service.run("muster", &[&["restore", "/tmp/backup.db", "--replace"], &by[..]].concat());
        assert_eq!(service.run("stat", &["--format", "%U %a", &format!("{STATE}/muster.db")]), owner, "lost: {lost}");
    }
    service.run("systemctl", &["start", "muster"]);
    service.ready().await;
}
