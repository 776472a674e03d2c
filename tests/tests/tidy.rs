//! What holds for the repository itself: a reader can rely on it without looking.

use tests::tidy::{SourceFile, root, rust_files};

/// A longer file is two things.
const LONGEST: usize = 400;

/// Files that a tool writes, and that only grow by lines of one kind.
const GENERATED: &[&str] = &["shared/src/rules.rs"];

/// Paths (by prefix) that must not know others of their crate, each with its reason.
const SEPARATE: &[(&str, &[&str], &str)] = &[
    ("shared/src/values/", &["stages", "rules", "rule", "finding", "review", "plan"], "values stand on nothing"),
    ("shared/src/stages/", &["review", "extract"], "a stage knows the stages before it, not who calls it"),
    ("backend/src/storage/", &["http", "imports", "cli"], "storage keeps, and knows neither requests nor imports"),
    ("backend/src/imports", &["http", "cli", "storage::sqlite"], "an import knows the storage trait only"),
    ("backend/src/http/", &["storage::sqlite", "cli"], "endpoints know the storage trait only"),
    ("frontend/src/state/", &["pages", "components", "hooks", "browser"], "state is tested without a browser"),
    ("frontend/src/components/", &["pages"], "components get properties from pages"),
    ("frontend/src/worker/server", &["pages", "components", "hooks", "state"], "the worker sees no page"),
];

/// Where the browser is touched; everything else goes through it.
const BROWSER_HOMES: &[&str] = &["frontend/src/browser", "frontend/src/worker"];

/// The one place that waits by pausing, and the set-up, which is no test.
const PAUSING: &[&str] = &["tests/src/wait.rs", "xtask/src/children.rs"];

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
            if !file.path.starts_with(prefix) {
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
    let files = rust_files();
    let stages = files.iter().find(|file| file.path == "shared/src/stages.rs").expect("shared/src/stages.rs");
    let order: Vec<&str> = stages
        .code_lines()
        .filter_map(|(_, line)| line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("pub(crate) mod ")))
        .map(|name| name.trim_end_matches(';'))
        .collect();
    let mut found = Vec::new();
    for file in &files {
        let Some(own) = order.iter().position(|stage| {
            file.path == format!("shared/src/stages/{stage}.rs")
                || file.path.starts_with(&format!("shared/src/stages/{stage}/"))
        }) else {
            continue;
        };
        for (line, path) in file.crate_paths() {
            let Some(used) = path.strip_prefix("stages::").and_then(|path| path.split("::").next()) else { continue };
            if order.iter().position(|stage| *stage == used).is_some_and(|used| used > own) {
                found.push(format!("{}:{line} uses the later stage {used}", file.path));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn only_the_browsers_home_touches_the_browser() {
    check(|file, found| {
        if !file.path.starts_with("frontend/") || BROWSER_HOMES.iter().any(|home| file.path.starts_with(home)) {
            return;
        }
        for (line, code) in file.code_lines() {
            if code.contains("web_sys") {
                found.push(format!("{}:{line} uses web_sys; ask frontend/src/browser for it", file.path));
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
            if pauses && file.path != "tests/tests/tidy.rs" && !PAUSING.contains(&file.path.as_str()) {
                found.push(format!("{}:{} wait for something instead of some time", file.path, index + 1));
            }
        }
    });
}

#[test]
fn the_architecture_names_only_what_exists() {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let tops = ["assets/", "backend/", "company/", "docs/", "fixtures/", "frontend/", "shared/", "tests/", "xtask/"];
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
