//! Whether a plan, as the command line prints it, is what `expect.json` asks for. All that it asks must hold:
//!
//! - `spoken`: one finding, or for a list one for each, that is of this `severity` (else an error or a warning), names one of
//!   the `columns` (none given: any), has at least `share` (0.9) of the `affected` (1) cells, on these `lines` if some are
//!   given, and `says` one of these texts. A finding about a column as a whole has all of its cells;
//! - `quiet`: no error and no warning, or none that names one of these columns; `at_most_findings`: how many there may be;
//! - `changes`, `same`: how many; `unchanged`: columns without a change; `changed_to`: changes that are among them;
//! - `fix_titled`, `no_fix_titled`, `fix_writes`, `no_fix_writes`: what fixes offer, and don't;
//! - `message_has`, `message_lacks`: what findings say, and don't; `fix_restores`: columns without a change once all that is
//!   safe is fixed; `any`, `all`: further lists of these.

use serde_json::Value;
use std::collections::BTreeSet;

/// A plan that is looked at, and the one after the safe fixes.
pub(crate) struct Judge<'a> {
    pub(crate) plan: &'a Value,
    pub(crate) again: &'a dyn Fn() -> Value,
}

/// A list, or one thing as a list.
fn each(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

fn texts(value: &Value) -> Vec<&str> {
    each(value).into_iter().filter_map(Value::as_str).collect()
}

/// Whether a text holds one of those that are wanted, in whatever case.
fn holds(text: &str, wanted: &Value) -> bool {
    texts(wanted).iter().any(|wanted| text.to_lowercase().contains(&wanted.to_lowercase()))
}

fn told(finding: &Value) -> String {
    ["message", "help"].map(|part| finding[part].as_str().unwrap_or_default()).join("\n")
}

fn named(finding: &Value) -> BTreeSet<&str> {
    let places = each(&finding["places"]).into_iter().map(|place| &place["column"]);
    std::iter::once(&finding["column"]).chain(places).filter_map(Value::as_str).collect()
}

fn number(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|number| usize::try_from(number).ok())
}

fn is_loud(finding: &Value) -> bool {
    matches!(finding["severity"].as_str(), Some("error" | "warning"))
}

/// How many of the cells in question a finding has; `None` for a whole column.
fn covered(finding: &Value, columns: &[&str], lines: &Value) -> Option<usize> {
    if !columns.is_empty() && !columns.iter().any(|column| named(finding).contains(column)) {
        return Some(0);
    }
    let own = vec![finding];
    let places = each(&finding["places"]);
    let places = if places.is_empty() { own } else { places };
    let column = |place: &Value| place["column"].as_str().or(finding["column"].as_str()).unwrap_or_default().to_owned();
    let here: Vec<&&Value> =
        places.iter().filter(|place| columns.is_empty() || columns.contains(&column(place).as_str())).collect();
    let line = |place: &Value| number(&place["line"]).unwrap_or_default();
    if !columns.is_empty() && !here.is_empty() && here.iter().all(|place| line(place) <= 1) {
        return None;
    }
    let beyond = number(&finding["count"]).unwrap_or_default().saturating_sub(places.len());
    let wanted: Vec<usize> = each(lines).into_iter().filter_map(number).collect();
    Some(beyond + here.iter().filter(|place| wanted.is_empty() || wanted.contains(&line(place))).count())
}

impl Judge<'_> {
    /// What isn't as it should be.
    pub(crate) fn faults(&self, expected: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        for (key, want) in expected.as_object().expect("what is expected") {
            self.look(key, want, &mut faults);
        }
        faults
    }

    fn findings(&self) -> Vec<&Value> {
        each(&self.plan["findings"])
    }

    fn changes(&self) -> Vec<&Value> {
        each(&self.plan["changes"])
    }

    fn fixes(&self) -> Vec<&Value> {
        self.findings().into_iter().flat_map(|finding| each(&finding["fixes"])).collect()
    }

    fn is_spoken(&self, want: &Value) -> bool {
        let columns = texts(&want["columns"]);
        let affected = want["affected"].as_f64().unwrap_or(1.0) * want["share"].as_f64().unwrap_or(0.9);
        self.findings().into_iter().any(|finding| {
            let severity = finding["severity"].as_str().unwrap_or_default();
            let severe = if want["severity"].is_null() {
                is_loud(finding)
            } else {
                texts(&want["severity"]).contains(&severity)
            };
            #[expect(clippy::cast_precision_loss, reason = "a few cells")]
            let enough =
                covered(finding, &columns, &want["lines"]).is_none_or(|count| count > 0 && count as f64 >= affected);
            severe && enough && (want["says"].is_null() || holds(&told(finding), &want["says"]))
        })
    }

    /// Whether some fix writes a value into a column of a line.
    fn writes(&self, line: &Value, column: &Value, value: &Value) -> bool {
        let edits = self.fixes().into_iter().flat_map(|fix| each(&fix["edits"]));
        edits.into_iter().any(|edit| edit["line"] == *line && edit["column"] == *column && edit["value"] == *value)
    }

    fn look(&self, key: &str, want: &Value, faults: &mut Vec<String>) {
        let findings = self.findings();
        let loud: Vec<&&Value> = findings.iter().filter(|finding| is_loud(finding)).collect();
        let mut unless = |right: bool, fault: String| {
            if !right {
                faults.push(fault);
            }
        };
        let said = || {
            findings
                .iter()
                .map(|finding| format!("{}: {}", finding["code"], finding["message"]))
                .collect::<Vec<_>>()
                .join("; ")
        };
        match key {
            "spoken" => each(want)
                .iter()
                .for_each(|want| unless(self.is_spoken(want), format!("not spoken: {want} ({})", said()))),
            "quiet" => {
                let columns = texts(want);
                let calls = |finding: &&&&Value| {
                    columns.is_empty() || columns.iter().any(|column| named(finding).contains(column))
                };
                loud.iter()
                    .filter(calls)
                    .for_each(|finding| unless(false, format!("isn't called for: {}", told(finding))));
            }
            "unchanged" => unless(
                !self
                    .changes()
                    .iter()
                    .any(|change| texts(want).contains(&change["column"].as_str().unwrap_or_default())),
                format!("changes in {want}"),
            ),
            "changes" => {
                unless(Some(self.changes().len()) == number(want), format!("{} changes", self.changes().len()));
            }
            "same" => {
                unless(self.plan["counts"]["same"] == *want, format!("{} stay the same", self.plan["counts"]["same"]));
            }
            "changed_to" => each(want).iter().for_each(|want| {
                let is = |change: &&Value| ["username", "column", "new"].iter().all(|key| change[key] == want[key]);
                unless(self.changes().iter().any(is), format!("no change {want}"));
            }),
            "fix_titled" => each(want).iter().for_each(|want| {
                unless(
                    self.fixes().iter().any(|fix| holds(fix["title"].as_str().unwrap_or_default(), want)),
                    format!("no fix {want}"),
                );
            }),
            "no_fix_titled" => each(want).iter().for_each(|want| {
                unless(
                    !self.fixes().iter().any(|fix| holds(fix["title"].as_str().unwrap_or_default(), want)),
                    format!("offers {want}"),
                );
            }),
            "fix_writes" | "no_fix_writes" => each(want).iter().for_each(|want| {
                let hit = |line: &&Value| self.writes(line, &want["column"], &want["value"]);
                let lines = each(&want["lines"]);
                let right = if key == "fix_writes" { lines.iter().all(hit) } else { !lines.iter().any(hit) };
                unless(right, format!("{key}: {want}"));
            }),
            "message_has" => each(want).iter().for_each(|want| {
                unless(findings.iter().any(|finding| holds(&told(finding), want)), format!("nothing says {want}"));
            }),
            "message_lacks" => each(want).iter().for_each(|want| {
                unless(!findings.iter().any(|finding| holds(&told(finding), want)), format!("says {want}"));
            }),
            "at_most_findings" => unless(
                number(want).is_some_and(|most| loud.len() <= most),
                format!("{} errors and warnings: {}", loud.len(), said()),
            ),
            "fix_restores" => {
                let again = (self.again)();
                let left = each(&again["changes"])
                    .into_iter()
                    .filter(|change| texts(want).contains(&change["column"].as_str().unwrap_or_default()))
                    .count();
                unless(left == 0, format!("{left} changes left in {want}"));
            }
            "all" => each(want).iter().for_each(|want| faults.extend(self.faults(want))),
            "any" => {
                let ways: Vec<Vec<String>> = each(want).iter().map(|want| self.faults(want)).collect();
                let right = ways.iter().any(Vec::is_empty);
                unless(right, format!("neither: {ways:?}"));
            }
            other => panic!("unknown check {other}"),
        }
    }
}
