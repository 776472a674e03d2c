//! The plan: what the preview shows, what the server makes again, and the JSON that both write of it.

pub(crate) mod finding_json;
pub(crate) mod story_line;

use crate::facts::{ColumnFact, FileFacts};
use crate::finding::Finding;
use crate::rule::Severity;
use crate::schema::Schema;
use crate::stages::change_set::{ChangeSet, OperationKind};
use crate::values::words::Catalogue;
use finding_json::FindingJson;
use serde::{Deserialize, Serialize};
use story_line::StoryLineJson;
pub use story_line::{StoryFix, StoryLine};

/// What an upload would do, and all that was noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is known of the file itself.
    pub file: FileFacts,
    /// How many rows do what, and how many findings there are.
    pub counts: Counts,
    /// What the file does, in a sentence for each column: what matters most first.
    pub story: Vec<StoryLine>,
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
        self.to_json_in(schema, None)
    }

    /// The same, with messages, help and titles of fixes in another language: for people, never for a comparison.
    pub fn to_json_in(&self, schema: &Schema, language: Option<&Catalogue>) -> String {
        serde_json::to_string(&PlanJson::of(self, schema, language)).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct PlanJson<'a> {
    version: u32,
    file: FileJson<'a>,
    counts: Counts,
    story: Vec<StoryLineJson<'a>>,
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

#[derive(Serialize)]
struct ChangeJson<'a> {
    kind: OperationKind,
    username: &'a str,
    column: &'a str,
    old: &'a str,
    new: &'a str,
}

impl<'a> PlanJson<'a> {
    fn of(plan: &'a Plan, schema: &'a Schema, language: Option<&Catalogue>) -> Self {
        let changes = plan.change_set.operations.iter().flat_map(|operation| {
            operation.changes.iter().map(|change| ChangeJson {
                kind: operation.kind,
                username: &operation.username,
                column: schema.header_of(change.column),
                old: &change.old,
                new: &change.new,
            })
        });
        let columns: Vec<&str> = plan.file.columns.iter().map(ColumnFact::name).collect();
        Self {
            version: 1,
            file: FileJson {
                encoding: &plan.file.encoding,
                delimiter: plan.file.delimiter,
                rows: plan.file.rows,
                columns: columns.clone(),
            },
            counts: plan.counts,
            story: plan.story.iter().map(|line| StoryLineJson::of(line, language)).collect(),
            findings: plan.findings.iter().map(|finding| FindingJson::of(finding, &columns, language)).collect(),
            changes: changes.collect(),
            digest: plan.digest.as_deref(),
        }
    }
}
