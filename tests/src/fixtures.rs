//! The cases in `fixtures/`: small uploads, the bases that they were made from, and what the admin chose.

use std::path::Path;

use serde_json::Value;

use crate::tidy::root;

/// The revision that `fixtures/directory.csv` is at.
pub const REVISION: u64 = 4;

/// The revision that a case's base is at.
pub const BASE_REVISION: u64 = 2;

/// One case.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its folder below `fixtures/`, such as `merge/conflict`.
    pub name: String,
    /// What was dropped in.
    pub upload: Vec<u8>,
    /// The extract that it was made from.
    pub base: Option<Vec<u8>>,
    /// What the admin chose.
    pub options: Value,
}

/// The directory that every case is held against.
pub fn directory() -> Vec<u8> {
    std::fs::read(root().join("fixtures/directory.csv")).expect("fixtures/directory.csv")
}

/// Every case, in a stable order.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for stage in folders(&root().join("fixtures")) {
        for case in folders(&stage) {
            let name = case.strip_prefix(root().join("fixtures")).unwrap_or(&case).to_string_lossy().replace('\\', "/");
            let options = std::fs::read(case.join("options.json")).ok();
            cases.push(Case {
                name,
                upload: std::fs::read(case.join("upload.csv")).expect("an upload.csv in each case"),
                base: std::fs::read(case.join("base.csv")).ok(),
                options: options.map_or_else(
                    || Value::Object(serde_json::Map::new()),
                    |json| serde_json::from_slice(&json).expect("options.json is JSON"),
                ),
            });
        }
    }
    assert!(cases.len() > 40, "the fixtures are there");
    cases
}

fn folders(parent: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(parent).expect("a readable folder");
    let mut folders: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}
