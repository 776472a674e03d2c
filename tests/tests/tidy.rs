//! What holds for the repository itself: a reader can rely on it without looking.

use tests::tidy::imports::circles;
use tests::tidy::{SourceFile, root, rust_files};

/// A longer file is two things.
const LONGEST: usize = 400;

/// Files that a tool writes, and that only grow by lines of one kind.
const GENERATED: &[&str] = &["shared/src/rules.rs"];

/// Paths (by prefix) that must not know others of their crate, each with its reason.
const SEPARATE: &[(&str, &[&str], &str)] = &[
    ("shared/src/values/", &["stages", "rules", "rule", "finding", "review", "plan"], "values stand on nothing"),
    ("shared/src/stages/", &["review"], "a stage knows the stages before it, not who calls it"),
    ("backend/src/storage/", &["http", "imports", "cli"], "storage keeps, and knows neither requests nor imports"),
    ("backend/src/imports", &["http", "cli", "storage::sqlite"], "an import knows the storage trait only"),
    ("backend/src/http/", &["storage::sqlite", "cli"], "endpoints know the storage trait only"),
    ("frontend/src/state/", &["pages", "components", "hooks", "browser"], "state is tested without a browser"),
    ("frontend/src/components/", &["pages"], "components get properties from pages"),
    ("frontend/src/worker/server", &["pages", "components", "hooks", "state"], "the worker sees no page"),
];

/// The frame around every page: the one component that has to know them.
const FRAME: &str = "frontend/src/components/shell.rs";

/// The stages in their order.
const STAGES: &[&str] =
    &["bytes", "dialect", "records", "columns", "rows", "merge", "findings", "fixes", "change_set", "apply"];

/// Where the browser is touched; everything else goes through it.
const BROWSER_HOMES: &[&str] = &["frontend/src/browser", "frontend/src/worker"];

#[test]
fn every_file_says_why_it_exists() {
    check(|file, found| {
        if !file.text.starts_with("//! ") {
            found.push(format!("{}:1 starts with a `//!` line that says why the file exists", file.path));
        }
    });
}

#[test]
fn no_file_is_long() {
    check(|file, found| {
        let lines = file.text.lines().count();
        if lines > LONGEST && !GENERATED.contains(&file.path.as_str()) {
            found.push(format!("{} has {lines} lines; split what is two things (at most {LONGEST})", file.path));
        }
    });
}

#[test]
fn modules_are_named_by_their_file() {
    check(|file, found| {
        if file.path.ends_with("/mod.rs") {
            found.push(format!("{}: name it after its folder, beside the folder", file.path));
        }
    });
}

#[test]
fn parts_keep_apart() {
    check(|file, found| {
        for (prefix, others, reason) in SEPARATE {
            if !file.path.starts_with(prefix) || file.path == FRAME {
                continue;
            }
            for (line, path) in file.crate_paths() {
                if others.iter().any(|other| path == *other || path.starts_with(&format!("{other}::"))) {
                    found.push(format!("{}:{line} uses crate::{path}, but {reason}", file.path));
                }
            }
        }
    });
}

#[test]
fn a_rule_knows_no_other_rule() {
    check(|file, found| {
        if !file.path.starts_with("shared/src/rules/") {
            return;
        }
        for (line, path) in file.crate_paths() {
            if path.starts_with("rules::") {
                found.push(format!("{}:{line} uses crate::{path}; what rules share belongs beside them", file.path));
            }
        }
    });
}

#[test]
fn stages_use_only_earlier_stages() {
    let place_of = |stage: &str| STAGES.iter().position(|known| *known == stage);
    check(|file, found| {
        let Some(rest) = file.path.strip_prefix("shared/src/stages/") else { return };
        let own = rest.split(['/', '.']).next().unwrap_or_default();
        assert!(place_of(own).is_some(), "{} is no stage", file.path);
        for (line, path) in file.crate_paths() {
            let Some(used) = path.strip_prefix("stages::").and_then(|path| path.split("::").next()) else { continue };
            if place_of(used) > place_of(own) {
                found.push(format!("{}:{line} uses the later stage {used}", file.path));
            }
        }
    });
}

#[test]
fn imports_run_in_one_direction() {
    let circles = circles(&rust_files());
    let said: Vec<String> = circles.iter().map(|files| files.join("\n    ")).collect();
    assert!(said.is_empty(), "files import each other in a circle:\n    {}", said.join("\n\n    "));
}

#[test]
fn only_the_browsers_home_touches_the_browser() {
    check(|file, found| {
        if !file.path.starts_with("frontend/") || BROWSER_HOMES.iter().any(|home| file.path.starts_with(home)) {
            return;
        }
        for (line, code) in file.code_lines() {
            // A type of the browser may be passed on; its functions are called in its home only.
            if code.split("web_sys::").skip(1).any(|rest| rest.starts_with(char::is_lowercase)) {
                found.push(format!("{}:{line} calls web_sys; let frontend/src/browser do it", file.path));
            }
        }
    });
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, as this file is checked too.
    let marks = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"]].map(|halves| halves.concat());
    check(|file, found| {
        for (index, line) in file.text.lines().enumerate() {
            if marks.iter().any(|mark| line.split(|c: char| !c.is_alphanumeric()).any(|word| word == mark)) {
                found.push(format!("{}:{} do it, or file an issue", file.path, index + 1));
            }
        }
    });
}

#[test]
fn tests_run_and_wait_for_something() {
    let ignored = format!("#[{}", "ignore");
    check(|file, found| {
        for (index, line) in file.text.lines().enumerate() {
            if line.trim().starts_with(&ignored) {
                found.push(format!("{}:{} an ignored test tells nothing", file.path, index + 1));
            }
            let pauses = line.contains("thread::sleep(") || line.contains("time::sleep(");
            let waits_for_something = file.text.contains("fn wait_for");
            if pauses && file.path.contains("tests/") && file.path != "tests/tests/tidy.rs" && !waits_for_something {
                found.push(format!("{}:{} wait for something instead of some time", file.path, index + 1));
            }
        }
    });
}

#[test]
fn the_architecture_names_only_what_exists() {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let tops = [
        "assets/",
        "backend/",
        "bench/",
        "company/",
        "docs/",
        "fixtures/",
        "frontend/",
        "package/",
        "shared/",
        "tests/",
        "xtask/",
    ];
    let missing: Vec<&str> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|path| tops.iter().any(|top| path.starts_with(top)) && !path.contains(['*', ' ', '<']))
        .filter(|path| !root().join(path).exists())
        .collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md names what isn't there: {missing:?}");
}

#[test]
fn decisions_are_numbered_and_titled() {
    let folder = root().join("docs/decisions");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("docs/decisions")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    for (index, name) in names.iter().enumerate() {
        let number = format!("{:04}-", index + 1);
        let title = name.strip_prefix(&number).and_then(|rest| rest.strip_suffix(".md"));
        assert!(title.is_some_and(|title| !title.is_empty()), "{name} should be {number}title.md");
    }
}

/// Runs one check over every Rust file and shows everything that it found at once.
fn check(look: impl Fn(&SourceFile, &mut Vec<String>)) {
    let mut found = Vec::new();
    for file in rust_files() {
        look(&file, &mut found);
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
