//! The binary that is shipped: what tests can make their own build do, it doesn't do.

use std::process::Command;

use tests::muster::{Muster, binary};

/// In the build of the backend's tests, each of these would end the process.
const FAILPOINTS: &str = "audit-begun=return(abort);backup-whole=return(abort);committed=return(abort)";

#[tokio::test]
async fn what_is_shipped_has_no_failpoints() {
    let muster = Muster::start().await;
    let database = format!("sqlite://{}", muster.folder().join("muster.db").display());
    for words in
        [&["backup", "copy.db"][..], &["admin", "invite", "bea@example.com", "--name", "Bea", "--role", "viewer"]]
    {
        let mut command = Command::new(binary());
        command.current_dir(muster.folder()).args(words).args(["--database", &database]);
        let output = command.env("FAILPOINTS", FAILPOINTS).output().expect("muster runs");
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(muster.folder().join("copy.db").is_file());
}
