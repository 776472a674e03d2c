//! The plan as the page sees it: counts, findings, choices and windows of rows. Small, whatever the file's size.

use serde::{Deserialize, Serialize};

/// What the worker is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Reading the file.
    File,
    /// Fetching the directory of now.
    Directory,
    /// Fetching the extract that the file was made from.
    Base,
    /// Reading rows, comparing and checking.
    Check,
}

/// How far the worker is with a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Which stage.
    pub stage: Stage,
    /// Bytes done.
    pub done: u64,
    /// Bytes in all; 0 while nobody knows.
    pub total: u64,
}

/// What the file is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: usize,
    /// The encoding it was read with; empty if it couldn't be read.
    pub encoding: String,
    /// What separates its cells, in words.
    pub delimiter: String,
    /// How many rows it has beside the header, once all of it was read.
    pub rows: Option<usize>,
    /// Columns that the directory has.
    pub recognised: Vec<String>,
    /// Columns that it doesn't.
    pub unknown: Vec<String>,
    /// The revision of the extract that it was made from, if the file tells.
    pub base: Option<u64>,
}

/// What the beginning of a file shows, while the rest is being read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SoFar {
    /// What the file is.
    pub facts: Facts,
    /// How many rows were looked at.
    pub rows: usize,
    /// What was found in them, by rules that need no other row.
    pub findings: Vec<Finding>,
}

/// Which rows to show.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Filter {
    /// Every row.
    #[default]
    All,
    /// Rows that change nothing.
    Same,
    /// Rows that change a person.
    Changed,
    /// Rows that create a person.
    New,
    /// Rows that give a person a new Username.
    Renamed,
    /// Rows with a conflict.
    Conflicts,
    /// Rows with an error.
    Errors,
    /// Rows with a warning.
    Warnings,
    /// The places of one finding, by its id.
    Finding(String),
}

/// Which rows to show, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Which rows.
    pub filter: Filter,
    /// Of these, only rows with a cell that holds this; all of them if it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub search: String,
    /// By which column they are ordered; as in the file if by none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
}

/// An order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// The column of the file.
    pub column: usize,
    /// Whether the last comes first.
    pub descending: bool,
}

/// The plan without its rows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// The directory's revision that was compared with.
    pub revision: u64,
    /// How many people it has.
    pub people: usize,
    /// The plan's digest.
    pub digest: String,
    /// Whether an error stands in the way of sending.
    pub blocked: bool,
    /// How many rows do what.
    pub counts: Counts,
    /// The file's columns, in its order.
    pub columns: Vec<Column>,
    /// What the file does, a sentence a column: what matters most first.
    pub story: Vec<StoryLine>,
    /// What was noticed, worst first.
    pub findings: Vec<Finding>,
    /// What she chose.
    pub choices: Choices,
    /// Whether there is a step to take back.
    pub can_undo: bool,
    /// Whether a step taken back can be done again.
    pub can_redo: bool,
    /// How many steps of hers lead to this plan.
    pub steps: usize,
    /// What was mended so far, oldest first.
    pub mended: Vec<Mended>,
    /// Rows that she left out.
    pub left_out: usize,
    /// What would happen, by column.
    pub effect: Effect,
    /// Where in the file something lies: the file in stretches of equal length.
    pub map: Vec<Stretch>,
}

/// A stretch of the file: how many of its rows do what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Stretch {
    /// The first row.
    pub first: usize,
    /// The row after the last one.
    pub end: usize,
    /// The first row that matters most here.
    pub at: usize,
    /// Rows that change, create or rename somebody.
    #[serde(skip_serializing_if = "is_none")]
    pub changed: usize,
    /// Rows with a warning.
    #[serde(skip_serializing_if = "is_none")]
    pub warnings: usize,
    /// Rows with an error or a conflict.
    #[serde(skip_serializing_if = "is_none")]
    pub errors: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over by reference")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Stretch {
    /// Whether anything lies here.
    pub fn is_marked(&self) -> bool {
        self.changed + self.warnings + self.errors > 0
    }
}

/// How many rows do what, and how many findings stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the words of the bar that shows them")]
pub struct Counts {
    pub same: usize,
    pub updated: usize,
    pub created: usize,
    pub renamed: usize,
    pub conflicts: usize,
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Column {
    /// Its place in the file.
    pub position: usize,
    /// The directory's header, or the file's if the directory has no such column.
    pub header: String,
    /// How wide it is shown.
    pub width: Width,
    /// How many people it changes.
    pub changed: usize,
    /// Whether the directory has it.
    pub known: bool,
    /// Whether she leaves it out.
    pub ignored: bool,
}

/// How wide a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Width {
    /// For words of a few letters.
    Narrow,
    /// For names and numbers.
    #[default]
    Middle,
    /// For addresses and lists.
    Wide,
}

/// What the plan would do, for the summary in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Effect {
    /// Columns and how many people they change, most first.
    pub columns: Vec<(String, usize)>,
    /// Cells that would be emptied.
    pub cleared: usize,
    /// Cells that would change.
    pub cells: usize,
}

/// What the file does to a column, or to rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoryLine {
    /// What, in a sentence.
    pub sentence: String,
    /// What kind of thing it is, in a word.
    pub kind: String,
    /// How much it matters.
    pub severity: Severity,
    /// The finding that speaks of the same cells, by its id.
    pub finding: Option<String>,
    /// What the button says that undoes it: the finding's first fix.
    pub fix: Option<String>,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words are the engine's, explained there")]
pub enum Severity {
    Error,
    Warning,
    Note,
}

/// One thing that was noticed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Names it as long as the file is under review.
    pub id: String,
    /// The rule's code.
    pub code: String,
    /// Whether it is a conflict, which is decided and not mended.
    pub is_conflict: bool,
    /// How much it matters.
    pub severity: Severity,
    /// The column that it is about.
    pub column: Option<String>,
    /// What.
    pub message: String,
    /// Why, and what to do.
    pub help: String,
    /// At how many places.
    pub count: usize,
    /// The first places.
    pub places: Vec<Place>,
    /// What would mend it.
    pub fixes: Vec<Fix>,
    /// Whether rows of the table belong to it.
    pub in_rows: bool,
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The line of the file.
    pub line: Option<u32>,
    /// The person.
    pub username: Option<String>,
    /// The file's value, cut to a length that can be shown.
    pub value: Option<String>,
    /// The directory's value, cut likewise.
    pub stored: Option<String>,
}

/// A button beside a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// What it says.
    pub title: String,
    /// Whether "fix all safe" presses it too.
    pub safe: bool,
}

/// One thing that was mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mended {
    /// The step by which it was, counted from 1. One step may have mended several things.
    pub step: usize,
    /// What was wrong.
    pub message: String,
    /// What was done.
    pub fix: String,
    /// At how many places.
    pub count: usize,
}

/// What she chose for the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Choices {
    /// Whether people are found by EmployeeId instead of Username.
    pub by_employee_id: bool,
    /// Whether an empty cell clears the field.
    pub clear_blanks: bool,
    /// Whether rows may create people.
    pub create: bool,
    /// The notation of dates beside YYYY-MM-DD, by its name.
    pub dates: Option<String>,
    /// The notations there are.
    pub date_formats: Vec<String>,
    /// The extract that the file is compared with.
    pub base: Option<u64>,
    /// The encoding she picked.
    pub encoding: Option<String>,
    /// Decided conflicts, by column.
    pub conflict_columns: Vec<(String, usize)>,
    /// Conflicts that nobody decided yet.
    pub undecided: usize,
}

impl Summary {
    /// Errors that are mended or left out: all but conflicts, which are decided.
    pub fn errors_to_mend(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error && !finding.is_conflict).count()
    }
}

impl Counts {
    /// How many people would change, come or be renamed.
    pub fn people(&self) -> usize {
        self.updated + self.created + self.renamed
    }

    /// Whether anything would change.
    pub fn does_something(&self) -> bool {
        self.people() > 0
    }
}
