//! What is mutated: every fixture, and the directory that it is held against.

use serde_json::Value;
use shared::{Directory, Schema};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The revisions of the directory and of the base that the fixtures are held against.
pub(crate) const REVISION: u64 = 4;
pub(crate) const BASE_REVISION: u64 = 2;

/// One upload with what an admin chose.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) upload: Vec<u8>,
    pub(crate) base: Option<Vec<u8>>,
    pub(crate) options: Value,
}

pub(crate) struct Seeds {
    pub(crate) cases: Vec<Case>,
    pub(crate) directory: Vec<u8>,
    pub(crate) now: Arc<Directory>,
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(parent).expect("a readable folder").flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

impl Seeds {
    pub(crate) fn read() -> Self {
        let mut cases = Vec::new();
        for folder in folders(&fixtures()).iter().flat_map(|stage| folders(stage)) {
            let Ok(upload) = std::fs::read(folder.join("upload.csv")) else { continue };
            let options = std::fs::read(folder.join("options.json"));
            cases.push(Case {
                upload,
                base: std::fs::read(folder.join("base.csv")).ok(),
                options: options
                    .map_or_else(|_| serde_json::json!({}), |json| serde_json::from_slice(&json).expect("JSON")),
            });
        }
        assert!(cases.len() > 40, "the fixtures are there");
        let directory = std::fs::read(fixtures().join("directory.csv")).expect("the directory");
        let now = Directory::from_extract(Arc::new(Schema::standard()), directory.clone(), REVISION);
        Self { cases, directory, now: Arc::new(now.expect("a directory")) }
    }
}

impl Case {
    /// Keeps a case as a fixture, where the corpus test and the browser's find it from then on.
    pub(crate) fn keep(&self, seed: u64) -> PathBuf {
        let folder = fixtures().join("rows").join(format!("found-{seed}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("upload.csv"), &self.upload).expect("a writable folder");
        std::fs::write(folder.join("options.json"), format!("{:#}\n", self.options)).expect("a writable folder");
        if let Some(base) = &self.base {
            std::fs::write(folder.join("base.csv"), base).expect("a writable folder");
        }
        folder
    }
}
