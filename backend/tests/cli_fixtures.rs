//! `muster check` and `muster read` over every fixture: the plans are those that the engine's own tests keep.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

fn cases() -> Vec<PathBuf> {
    let folders = |path: &Path| -> Vec<PathBuf> {
        let entries =
            std::fs::read_dir(path).expect("a folder of fixtures").map(|entry| entry.expect("an entry").path());
        entries.filter(|path| path.is_dir()).collect()
    };
    let cases: Vec<PathBuf> = folders(&fixtures()).iter().flat_map(|stage| folders(stage)).collect();
    assert!(cases.len() > 30, "the fixtures are gone");
    cases
}

fn muster(arguments: &[String]) -> (Option<i32>, Value) {
    let output = Command::new(env!("CARGO_BIN_EXE_muster")).args(arguments).output().expect("muster runs");
    let json = serde_json::from_slice(&output.stdout);
    (
        output.status.code(),
        json.unwrap_or_else(|_| panic!("{arguments:?}: {}", String::from_utf8_lossy(&output.stderr))),
    )
}

/// The flags that make a fixture's choices; nothing where a choice has no flag.
fn flags(case: &Path) -> Option<Vec<String>> {
    let Ok(json) = std::fs::read(case.join("options.json")) else { return Some(Vec::new()) };
    let choices: Map<String, Value> = serde_json::from_slice(&json).expect("options");
    let flag = |(name, value): (&String, &Value)| {
        let known = ["key", "blanks", "create", "encoding"].contains(&name.as_str());
        known.then(|| [format!("--{name}"), value.as_str().unwrap_or_default().to_owned()])
    };
    let flags: Option<Vec<[String; 2]>> = choices.iter().map(flag).collect();
    Some(flags?.concat())
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn check_prints_the_plan_that_was_looked_at() {
    let mut checked = 0;
    for case in cases() {
        let Some(flags) = flags(&case) else { continue };
        let mut arguments = ["check", "--format", "json", "--against"].map(str::to_owned).to_vec();
        arguments.extend([path(&fixtures().join("directory.csv")), path(&case.join("upload.csv"))]);
        if case.join("base.csv").exists() {
            arguments.extend(["--base".to_owned(), path(&case.join("base.csv"))]);
        }
        arguments.extend(flags);
        let (code, mut plan) = muster(&arguments);
        let kept = std::fs::read(case.join("plan.json")).expect("a plan beside the upload");
        let mut kept: Value = serde_json::from_slice(&kept).expect("JSON");
        assert_eq!(code, Some(i32::from(kept["digest"].is_null())), "{}", case.display());
        assert_eq!(plan["digest"].is_null(), kept["digest"].is_null(), "{}", case.display());
        // The fixtures' plans are made for another revision than the one that the directory's own cells speak of.
        (plan["digest"], kept["digest"]) = (Value::Null, Value::Null);
        assert_eq!(plan, kept, "{}", case.display());
        checked += 1;
    }
    assert!(checked > 30, "only {checked} cases can be told by flags");
}

#[test]
fn read_accepts_or_refuses_every_upload_as_check_does() {
    for case in cases() {
        let upload = path(&case.join("upload.csv"));
        let (code, read) = muster(&["read".to_owned(), upload, "--format".to_owned(), "json".to_owned()]);
        let errors = |json: &Value| -> Vec<String> {
            let findings = json["findings"].as_array().expect("findings").iter();
            let errors = findings
                .filter(|finding| finding["severity"] == "error")
                .map(|finding| finding["code"].as_str().unwrap_or_default().to_owned());
            // Whether a short row lost its end or its middle, or moved sideways, the directory may tell better than the file
            // alone.
            errors.filter(|code| code.starts_with(['B', 'R']) && !["R004", "R014"].contains(&code.as_str())).collect()
        };
        let kept = std::fs::read(case.join("plan.json")).expect("a plan beside the upload");
        let kept: Value = serde_json::from_slice(&kept).expect("JSON");
        if !case.join("options.json").exists() {
            assert_eq!(errors(&read), errors(&kept), "{}", case.display());
        }
        let refused =
            read["findings"].as_array().expect("findings").iter().any(|finding| finding["severity"] == "error");
        assert_eq!(code, Some(i32::from(refused)), "{}", case.display());
    }
}
