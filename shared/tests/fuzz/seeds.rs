//! What is mutated: every fixture, and the directories that the mutations are held against.

use crate::dice::Dice;
use crate::mutate;
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
    /// Which of the directories it is held against.
    pub(crate) held: usize,
}

/// A directory that uploads are held against.
pub(crate) struct Held {
    pub(crate) extract: Vec<u8>,
    pub(crate) now: Arc<Directory>,
}

pub(crate) struct Seeds {
    pub(crate) cases: Vec<Case>,
    /// That of the fixtures first, then a company's, then awkward ones.
    pub(crate) directories: Vec<Held>,
}

impl Held {
    /// `None` where an extract can't be a directory.
    fn of(extract: Vec<u8>) -> Option<Self> {
        let now = Directory::from_extract(Arc::new(Schema::standard()), extract.clone(), REVISION).ok()?;
        Some(Self { extract, now: Arc::new(now) })
    }
}

/// Directories such as nobody would make: the fixtures' and a company's, with cells of each written anew.
fn directories() -> Vec<Held> {
    const AWKWARD: u64 = 12;
    let mut company = Vec::new();
    company::write(20, &mut company).expect("memory takes it");
    let extracts = [std::fs::read(fixtures().join("directory.csv")).expect("the directory"), company];
    let mut directories: Vec<Held> = extracts.iter().cloned().filter_map(Held::of).collect();
    assert_eq!(directories.len(), 2);
    for seed in 0..AWKWARD {
        let mut dice = Dice::new(seed);
        let mut extract = dice.pick(&extracts).clone();
        for _ in 0..=dice.roll(12) {
            let before = extract.clone();
            mutate::cell(&mut extract, &mut dice);
            if Held::of(extract.clone()).is_none() {
                extract = before;
            }
        }
        directories.extend(Held::of(extract));
    }
    directories
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
                held: 0,
            });
        }
        assert!(cases.len() > 40, "the fixtures are there");
        Self { cases, directories: directories() }
    }
}

impl Case {
    /// Keeps a case as a fixture, where the corpus test and the browser's find it from then on; `None` where it needs a
    /// directory that the fixtures don't have, so that its seed must do.
    pub(crate) fn keep(&self, seed: u64) -> Option<PathBuf> {
        if self.held != 0 {
            return None;
        }
        let folder = fixtures().join("rows").join(format!("found-{seed}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("upload.csv"), &self.upload).expect("a writable folder");
        std::fs::write(folder.join("options.json"), format!("{:#}\n", self.options)).expect("a writable folder");
        if let Some(base) = &self.base {
            std::fs::write(folder.join("base.csv"), base).expect("a writable folder");
        }
        Some(folder)
    }
}
