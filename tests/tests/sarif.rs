//! `muster check --format sarif`: of every fixture a log that SARIF 2.1.0 knows, member by member, by types made from its
//! schema.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use tests::fixtures::{Case, cases};
use tests::muster::binary;
use tests::package::{type_errors, with_sarif_types};
use tests::tidy::root;

fn log_of(folder: &Path, case: &Case) -> String {
    std::fs::write(folder.join("upload.csv"), &case.upload).expect("a writable folder");
    let output = Command::new(binary())
        .args(["check", "upload.csv", "--format", "sarif", "--against"])
        .arg(root().join("fixtures/directory.csv"))
        .current_dir(folder)
        .output()
        .expect("muster runs");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}: {}", case.name, String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn every_log_is_what_its_schema_says() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    with_sarif_types(folder.path());
    let mut samples = "import type { Log } from \"sarif\";\n".to_owned();
    let mut results = 0;
    for (number, case) in cases().iter().enumerate() {
        let log = log_of(folder.path(), case);
        let json: serde_json::Value = serde_json::from_str(&log).expect("JSON");
        results += json["runs"][0]["results"].as_array().expect("results").len();
        // A literal may neither lack a member of its type nor have another one.
        let _ = writeln!(samples, "export const log{number}: Log = {};", log.trim());
    }
    assert!(results > 60, "{results} results");
    std::fs::write(folder.path().join("logs.mts"), &samples).expect("a writable folder");
    assert_eq!(type_errors(folder.path(), &["logs.mts"]), "");

    // That the compiler would have said so is shown by a level that there isn't, and by a member too many.
    for (right, wrong) in [("\"level\":\"error\"", "\"level\":\"fatal\""), ("\"ruleId\":", "\"code\":")] {
        std::fs::write(folder.path().join("logs.mts"), samples.replacen(right, wrong, 1)).expect("a writable folder");
        assert_ne!(type_errors(folder.path(), &["logs.mts"]), "", "{wrong}");
    }
}
