//! The plan: what the preview shows, what the server makes again, and the JSON that both write of it.

use crate::facts::FileFacts;
use crate::finding::{Finding, Severity};
use crate::fix::{Action, Safety};
use crate::schema::Schema;
use crate::stages::change_set::{ChangeSet, OperationKind};
use serde::{Deserialize, Serialize};

/// What an upload would do, and all that was noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is known of the file itself.
    pub file: FileFacts,
    /// How many rows do what, and how many findings there are.
    pub counts: Counts,
    /// What was noticed, worst first.
    pub findings: Vec<Finding>,
    /// What would be done.
    pub change_set: ChangeSet,
    /// Names the effect; `None` while an error stands.
    pub digest: Option<String>,
}

/// How many rows do what, and how many findings there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows that change nothing.
    pub same: usize,
    /// Rows that change cells of a person.
    pub updated: usize,
    /// Rows that create a person.
    pub created: usize,
    /// Rows that change a person's Username.
    pub renamed: usize,
    /// Rows with a cell that the file and the directory both changed, undecided.
    pub conflicts: usize,
    /// Findings that block sending.
    pub errors: usize,
    /// Findings that must be acknowledged.
    pub warnings: usize,
    /// Findings that inform.
    pub notes: usize,
}

impl Plan {
    /// Whether an error stands, so that nothing can be sent.
    pub fn blocked(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The plan as JSON, in the stable format that `muster check --format json` prints.
    pub fn to_json(&self, schema: &Schema) -> String {
        serde_json::to_string(&PlanJson::of(self, schema)).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct PlanJson<'a> {
    version: u32,
    file: FileJson<'a>,
    counts: Counts,
    findings: Vec<FindingJson<'a>>,
    changes: Vec<ChangeJson<'a>>,
    digest: Option<&'a str>,
}

#[derive(Serialize)]
struct FileJson<'a> {
    encoding: &'a str,
    delimiter: char,
    rows: usize,
    columns: Vec<&'a str>,
}

/// A finding as JSON. Its own line, column and values are those of its first place.
#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'a str,
    name: &'a str,
    severity: Severity,
    line: Option<u32>,
    column: Option<&'a str>,
    username: Option<&'a str>,
    value: Option<&'a str>,
    base: Option<&'a str>,
    stored: Option<&'a str>,
    message: &'a str,
    help: &'a str,
    count: usize,
    places: Vec<PlaceJson<'a>>,
    fixes: Vec<FixJson<'a>>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    line: Option<u32>,
    column: Option<&'a str>,
}

#[derive(Serialize)]
struct FixJson<'a> {
    title: &'a str,
    safety: Safety,
    edits: Vec<EditJson<'a>>,
    /// What the fix decides, where it changes no cell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<&'a Action>,
}

#[derive(Serialize)]
struct EditJson<'a> {
    line: Option<u32>,
    column: Option<&'a str>,
    value: &'a str,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    kind: OperationKind,
    username: &'a str,
    column: &'a str,
    old: &'a str,
    new: &'a str,
}

impl<'a> PlanJson<'a> {
    fn of(plan: &'a Plan, schema: &'a Schema) -> Self {
        let changes = plan.change_set.operations.iter().flat_map(|operation| {
            operation.changes.iter().map(|change| ChangeJson {
                kind: operation.kind,
                username: &operation.username,
                column: schema.header_of(change.column),
                old: &change.old,
                new: &change.new,
            })
        });
        Self {
            version: 1,
            file: FileJson {
                encoding: &plan.file.encoding,
                delimiter: plan.file.delimiter,
                rows: plan.file.rows,
                columns: plan.file.columns.iter().map(crate::facts::ColumnFact::name).collect(),
            },
            counts: plan.counts,
            findings: plan.findings.iter().map(|finding| FindingJson::of(finding, &plan.file)).collect(),
            changes: changes.collect(),
            digest: plan.digest.as_deref(),
        }
    }
}

impl<'a> FindingJson<'a> {
    fn of(finding: &'a Finding, file: &'a FileFacts) -> Self {
        let first = finding.places.first();
        let name_of = |column: Option<usize>| {
            column.and_then(|column| file.columns.get(column)).map(crate::facts::ColumnFact::name)
        };
        let fixes = finding.fixes.iter().map(|fix| {
            let lines =
                |row: usize| finding.places.iter().find(|place| place.row == Some(row)).and_then(|place| place.line);
            let edits = fix.actions.iter().filter_map(|action| match action {
                Action::Edit { row, column, value } => {
                    Some(EditJson { line: lines(*row), column: name_of(Some(*column)), value })
                }
                _ => None,
            });
            let decisions = fix.actions.iter().filter(|action| !matches!(action, Action::Edit { .. }));
            FixJson { title: &fix.title, safety: fix.safety, edits: edits.collect(), decisions: decisions.collect() }
        });
        Self {
            code: &finding.code,
            name: &finding.name,
            severity: finding.severity,
            line: first.and_then(|place| place.line),
            column: finding.column.as_deref().or_else(|| name_of(first.and_then(|place| place.column))),
            username: first.and_then(|place| place.username.as_deref()),
            value: first.and_then(|place| place.value.as_deref()),
            base: first.and_then(|place| place.base.as_deref()),
            stored: first.and_then(|place| place.stored.as_deref()),
            message: &finding.message,
            help: &finding.help,
            count: finding.count,
            places: finding
                .places
                .iter()
                .map(|place| PlaceJson { line: place.line, column: name_of(place.column) })
                .collect(),
            fixes: fixes.collect(),
        }
    }
}
