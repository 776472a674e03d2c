//! What Muster says of one file that nobody edited: each change is damage, and each alarm elsewhere is false.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::awkward::Company;

/// A verdict on a file, or on several of the same making.
#[derive(Default)]
pub(crate) struct Verdict {
    /// Why the file isn't read: the errors of its findings, by code.
    pub(crate) refused: BTreeSet<String>,
    /// Cells that the file would change.
    pub(crate) changed: usize,
    /// Those that no finding is about.
    pub(crate) silent: usize,
    /// Those that are still changed after `muster fix --safe`.
    pub(crate) left: usize,
    /// Warnings and errors about cells that are as they were, by code.
    pub(crate) alarms: BTreeMap<String, usize>,
    /// What was done to each column, with the code of the finding; `None` is silence.
    pub(crate) damage: BTreeMap<(String, Option<String>), Damage>,
    /// Why there is nothing to judge: the program wrote no file, or Muster gave no answer.
    pub(crate) trouble: Option<String>,
}

/// Changed cells of one column that one code is about.
pub(crate) struct Damage {
    pub(crate) cells: usize,
    /// The first of them: stored and in the file.
    pub(crate) example: (String, String),
}

impl Verdict {
    /// Takes in the verdict on another file of the same making.
    pub(crate) fn add(&mut self, other: Self) {
        self.refused.extend(other.refused);
        self.changed += other.changed;
        self.silent += other.silent;
        self.left += other.left;
        for (code, count) in other.alarms {
            *self.alarms.entry(code).or_default() += count;
        }
        for (kind, damage) in other.damage {
            self.damage.entry(kind).and_modify(|known| known.cells += damage.cells).or_insert(damage);
        }
        self.trouble = self.trouble.take().or(other.trouble);
    }
}

#[derive(Deserialize)]
struct Plan {
    file: File,
    findings: Vec<Finding>,
    changes: Vec<Change>,
}

#[derive(Deserialize)]
struct File {
    delimiter: char,
    rows: usize,
}

#[derive(Deserialize)]
struct Finding {
    code: String,
    severity: String,
    column: Option<String>,
    places: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    line: Option<u64>,
    column: Option<String>,
}

#[derive(Deserialize)]
struct Change {
    username: String,
    column: String,
    old: String,
    new: String,
}

/// Holds a file against the company that it was made from.
pub(crate) fn of(binary: &Path, company: &Company, file: &Path) -> Result<Verdict, String> {
    if !file.is_file() {
        return Ok(Verdict { trouble: Some("it wrote no file".to_owned()), ..Verdict::default() });
    }
    let plan = match plan(binary, company, file)? {
        Ok(plan) => plan,
        Err(words) => return Ok(Verdict { trouble: Some(words), ..Verdict::default() }),
    };
    let mut verdict = judged(&plan, &lines(file, plan.file.delimiter, &company.usernames));
    if plan.file.rows == 0 || plan.changes.is_empty() {
        let errors = plan.findings.iter().filter(|finding| finding.severity == "error");
        verdict.refused = errors.map(|finding| finding.code.clone()).collect();
    }
    verdict.left = if plan.changes.is_empty() { 0 } else { left(binary, company, file)?.unwrap_or(verdict.changed) };
    Ok(verdict)
}

fn judged(plan: &Plan, lines: &HashMap<u64, String>) -> Verdict {
    let changed: BTreeMap<(&str, &str), &Change> =
        plan.changes.iter().map(|change| ((change.username.as_str(), change.column.as_str()), change)).collect();
    let mut named: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    let mut verdict = Verdict { changed: plan.changes.len(), ..Verdict::default() };
    for finding in &plan.findings {
        let loud = finding.severity != "note";
        for place in &finding.places {
            let Some(column) = place.column.as_deref().or(finding.column.as_deref()) else { continue };
            let Some(username) = place.line.and_then(|line| lines.get(&line)) else {
                // A finding about a column as a whole is about each of its changed cells.
                let whole = changed.keys().filter(|(_, other)| *other == column);
                whole.for_each(|cell| _ = named.entry(*cell).or_insert(&finding.code));
                continue;
            };
            match changed.get_key_value(&(username.as_str(), column)) {
                Some((cell, _)) => _ = named.entry(*cell).or_insert(&finding.code),
                None if loud => *verdict.alarms.entry(finding.code.clone()).or_default() += 1,
                None => {}
            }
        }
    }
    for (cell, change) in &changed {
        let code = named.get(cell).map(|code| (*code).to_owned());
        verdict.silent += usize::from(code.is_none());
        let example = || Damage { cells: 0, example: (change.old.clone(), change.new.clone()) };
        verdict.damage.entry((change.column.clone(), code)).or_insert_with(example).cells += 1;
    }
    verdict
}

/// How many cells are still changed after the safe fixes; `None` where nothing could be fixed.
fn left(binary: &Path, company: &Company, file: &Path) -> Result<Option<usize>, String> {
    let mended = PathBuf::from(format!("{}.mended.csv", file.display()));
    let mut fix = Command::new(binary);
    fix.arg("fix").arg(file).arg("--against").arg(&company.directory).arg("--safe").arg("-o").arg(&mended);
    fix.output().map_err(|error| format!("muster could not be started: {error}"))?;
    if !mended.is_file() {
        return Ok(None);
    }
    let plan = plan(binary, company, &mended)?;
    Ok(plan.ok().map(|plan| plan.changes.len()))
}

/// What `muster check` says; `Err` inside holds its words where it says nothing that can be read.
fn plan(binary: &Path, company: &Company, file: &Path) -> Result<Result<Plan, String>, String> {
    let output = Command::new(binary)
        .arg("check")
        .arg(file)
        .arg("--against")
        .arg(&company.directory)
        .args(["--format", "json"])
        .output()
        .map_err(|error| format!("muster could not be started: {error}"))?;
    Ok(serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{error}: {}", String::from_utf8_lossy(&output.stderr).trim())))
}

/// Whose row begins on which line. No program here sorts, so the people stand in their order.
fn lines(file: &Path, delimiter: char, usernames: &[String]) -> HashMap<u64, String> {
    let bytes = fs::read(file).unwrap_or_default();
    let is_text = file.extension().is_some_and(|extension| extension == "csv");
    if !is_text {
        return (2..).zip(usernames.iter().cloned()).collect();
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .flexible(true)
        .from_reader(bytes.as_slice());
    let begun = reader.byte_records().filter_map(|record| {
        let offset = usize::try_from(record.ok()?.position()?.byte()).ok()?;
        // A record begins for the reader between the CR and the LF that end the one before; its own lines are one short then.
        let before = bytes.get(..offset)?.iter().chain(bytes.get(offset).filter(|byte| **byte == b'\n'));
        u64::try_from(before.filter(|byte| **byte == b'\n').count() + 1).ok()
    });
    begun.zip(usernames.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Plan, judged, lines};
    use std::collections::HashMap;

    #[test]
    fn a_row_is_known_by_the_line_that_it_begins_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let users = ["ann".to_owned(), "bob".to_owned(), "cy".to_owned()];
        for end in ["\n", "\r\n"] {
            let file = folder.path().join("people.csv");
            let text = ["user,title", "ann,\"two\nlines\"", "bob,", "cy,"].join(end);
            std::fs::write(&file, text).expect("a file");
            let known = [(2, "ann"), (4, "bob"), (5, "cy")].map(|(line, user)| (line, user.to_owned()));
            assert_eq!(lines(&file, ',', &users), HashMap::from(known), "{end:?}");
        }
    }

    #[test]
    fn what_no_finding_names_is_silent_and_what_nothing_changed_is_a_false_alarm() {
        let plan: Plan = serde_json::from_str(
            r#"{"file": {"delimiter": ",", "rows": 2}, "changes": [
                {"username": "ann@example.com", "column": "Zip", "old": "01067", "new": "1067"},
                {"username": "bob@example.com", "column": "Badge", "old": "12.50", "new": "12.5"}],
            "findings": [
                {"code": "X1", "severity": "warning", "column": "Zip", "places": [{"line": 2, "column": "Zip"}]},
                {"code": "T1", "severity": "error", "column": "City", "places": [{"line": 3, "column": "City"}]}]}"#,
        )
        .expect("a plan");
        let lines = HashMap::from([(2, "ann@example.com".to_owned()), (3, "bob@example.com".to_owned())]);
        let verdict = judged(&plan, &lines);
        assert_eq!((verdict.changed, verdict.silent), (2, 1));
        assert_eq!(verdict.alarms.into_iter().collect::<Vec<_>>(), [("T1".to_owned(), 1)]);
        let silent = &verdict.damage[&("Badge".to_owned(), None)];
        assert_eq!(silent.example, ("12.50".to_owned(), "12.5".to_owned()));
    }
}
