//! The API, asked by Schemathesis: every route of the document, with what the document allows and with what it doesn't.
//! No answer may be a failure of the server, and every answer must be one that the document describes.

use std::process::Command;

use tests::muster::{Muster, binary};

/// For each route and kind of check, at most so many requests: enough for every edge of the document, little enough
/// to be done in a minute.
const EXAMPLES: &str = "12";

#[tokio::test(flavor = "multi_thread")]
async fn every_route_answers_as_the_document_says() {
    let muster = Muster::start().await;
    let database = format!("sqlite://{}", muster.folder().join("muster.db").display());
    let run = |words: &[&str]| {
        let output = Command::new(binary()).args(words).args(["--database", &database]).output().expect("muster runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text").trim().to_owned()
    };
    run(&["admin", "invite", "script@example.com", "--name", "Script", "--role", "system-admin"]);
    let scopes = ["read", "import", "manage", "watch"].map(|scope| ["--scope", scope]).concat();
    let token = run(&[&["token", "create", "--admin", "script@example.com", "--name", "all"][..], &scopes].concat());

    let program = std::env::var("MUSTER_SCHEMATHESIS").expect("MUSTER_SCHEMATHESIS names the program");
    let asked = Command::new(program)
        .current_dir(muster.folder())
        .arg("run")
        .arg(format!("{}/api/openapi.json", muster.address))
        .args(["--header", &format!("Authorization: Bearer {token}")])
        .args(["--max-examples", EXAMPLES, "--seed", "1", "--request-timeout", "30"])
        // One worker: with several, Python before 3.12 now and then fails in its own parser ("AST constructor recursion
        // depth mismatch").
        .args(["--workers", "1"])
        // What fits the document may still be refused, for what no schema can say: a password that is too common, a
        // revision that isn't there.
        // A request with a token is judged by it alone, so a made-up cookie beside it is no mistake; who may do what is
        // held by a table of its own in the backend's tests.
        .args(["--exclude-checks", "positive_data_acceptance,ignored_auth", "--no-color"])
        .output()
        .expect("Schemathesis runs");
    let said = String::from_utf8_lossy(&asked.stdout);
    assert!(asked.status.success(), "{said}\n{}", String::from_utf8_lossy(&asked.stderr));
}
