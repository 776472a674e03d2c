//! Accidents that people reported elsewhere, as small files: each folder below `cases/` holds what was dropped, what it is
//! held against, where the report can be read, and in `expect.json` what must happen. No rule is asked for by its code: any
//! that says the right thing about the right cells will do.

mod judge;

use judge::Judge;
use serde_json::Value;
use shared::options::{Blanks, Create, Key, Options};
use shared::review::{Against, Review, Upload};
use shared::values::date::DateFormat;
use shared::{Directory, Schema};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports/cases");
    let entries = std::fs::read_dir(folder).expect("a folder of cases");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder").path()).collect();
    cases.sort();
    cases
}

/// One combination: a file, what it is held against, and the choices.
struct Combination<'a> {
    folder: &'a Path,
    upload: &'a str,
    against: Against,
    options: Options,
}

impl<'a> Combination<'a> {
    fn of(folder: &'a Path, case: &'a Value) -> Self {
        let schema = Arc::new(Schema::standard());
        let read = |name: &str| {
            let extract = std::fs::read(folder.join(name)).expect("an extract");
            Arc::new(Directory::from_extract(Arc::clone(&schema), extract, 0).expect("a directory"))
        };
        let directory = read(case["against"].as_str().unwrap_or("directory.csv"));
        let (mut options, mut base) = (Options::default(), None);
        let words: Vec<&str> =
            case["options"].as_array().into_iter().flatten().map(|word| word.as_str().expect("a word")).collect();
        for choice in words.chunks(2) {
            match choice {
                ["--base", name] => (base, options.base) = (Some(read(name)), Some(0)),
                ["--blanks", "clear"] => options.blanks = Blanks::Clear,
                ["--create", "allow"] => options.create = Create::Allow,
                ["--key", "employee-id"] => options.key = Key::EmployeeId,
                ["--dates", "DD/MM/YYYY"] => options.dates = Some(DateFormat::DayMonthYearSlash),
                other => panic!("unknown choice {other:?}"),
            }
        }
        let against = Against::new(directory, base).expect("one schema");
        Self { folder, upload: case["upload"].as_str().expect("an upload"), against, options }
    }

    fn review(&self, bytes: Vec<u8>) -> Review {
        let upload = Upload { name: self.upload.to_owned(), bytes };
        Review::new(self.against.clone(), upload, self.options.clone())
    }

    fn dropped(&self) -> Review {
        self.review(std::fs::read(self.folder.join(self.upload)).expect("an upload"))
    }

    /// The plan of the file that the safe fixes leave.
    fn mended(&self) -> Value {
        let mut review = self.dropped();
        while review.apply_safe_fixes() > 0 {}
        plan(&self.review(review.corrected_file()))
    }
}

fn plan(review: &Review) -> Value {
    serde_json::from_str(&review.plan().to_json(review.schema())).expect("JSON")
}

#[test]
fn what_was_reported_elsewhere_is_handled_here() {
    let mut wrong = Vec::new();
    let mut combinations = 0;
    for folder in cases() {
        let expected = std::fs::read(folder.join("expect.json")).expect("what must happen");
        let expected: Vec<Value> = serde_json::from_slice(&expected).expect("a list of combinations");
        for case in &expected {
            let combination = Combination::of(&folder, case);
            let plan = plan(&combination.dropped());
            let judge = Judge { plan: &plan, again: &|| combination.mended() };
            combinations += 1;
            let name = folder.file_name().expect("a name").to_string_lossy();
            for fault in judge.faults(&case["expect"]) {
                wrong.push(format!("{name}/{} {}: {fault}", combination.upload, case["options"]));
            }
        }
    }
    assert!(combinations > 40, "the cases are gone");
    assert!(wrong.is_empty(), "{} of {combinations}:\n{}", wrong.len(), wrong.join("\n"));
}
