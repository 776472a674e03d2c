//! Holds every fixture's plan against the one that was looked at and committed beside it. A plan that changed is written
//! anew, and the test fails once, so that the difference is seen in review.

use shared::directory::Directory;
use shared::options::Options;
use shared::review::{Against, Review, Upload};
use shared::schema::Schema;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const STAGES: [&str; 6] = ["bytes", "dialect", "records", "columns", "rows", "merge"];
/// The revisions of the directory and of the base that the fixtures are held against.
const REVISION: u64 = 4;
const BASE_REVISION: u64 = 2;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

fn cases() -> Vec<PathBuf> {
    let entries = |stage| std::fs::read_dir(fixtures().join(stage)).expect("a folder of fixtures");
    let mut cases: Vec<PathBuf> =
        STAGES.into_iter().flat_map(entries).map(|entry| entry.expect("a folder").path()).collect();
    cases.sort();
    cases
}

fn directory(schema: &Arc<Schema>, path: &Path, revision: u64) -> Arc<Directory> {
    let bytes = std::fs::read(path).expect("a readable extract");
    Arc::new(Directory::from_extract(Arc::clone(schema), bytes, revision).expect("a directory"))
}

fn plan_of(case: &Path) -> String {
    let schema = Arc::new(Schema::standard());
    let now = directory(&schema, &fixtures().join("directory.csv"), REVISION);
    let base = case.join("base.csv");
    let base = base.exists().then(|| directory(&schema, &base, BASE_REVISION));
    let options = std::fs::read(case.join("options.json")).map_or_else(
        |_| Options::default(),
        |json| serde_json::from_slice(&json).expect("options that the engine knows"),
    );
    let bytes = std::fs::read(case.join("upload.csv")).expect("an upload");
    let review = Review::new(
        Against::new(now, base).expect("one schema"),
        Upload { name: "upload.csv".to_owned(), bytes },
        options,
    );
    let plan: serde_json::Value = serde_json::from_str(&review.plan().to_json(&schema)).expect("JSON");
    format!("{plan:#}\n")
}

#[test]
fn plans_are_as_they_were_looked_at() {
    let mut stale = Vec::new();
    let cases = cases();
    assert!(cases.len() > 30, "the fixtures are gone");
    for case in &cases {
        let (kept, fresh) = (case.join("plan.json"), plan_of(case));
        if std::fs::read_to_string(&kept).unwrap_or_default() != fresh {
            std::fs::write(&kept, fresh).expect("a writable file");
            stale.push(kept.display().to_string());
        }
    }
    assert!(
        stale.is_empty(),
        "these plans changed and were written anew; look at each and commit it:\n{}",
        stale.join("\n")
    );
}
