//! What a file does to one column, in a sentence: the first thing that is read of a plan.

use crate::rule::Severity;
use crate::values::words::{Catalogue, Words};
use serde::Serialize;

/// What happened to a column, to rows, or to several columns: the simplest explanation of many changed cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryLine {
    /// The schema's header of the column; `None` where it is about rows or several columns.
    pub column: Option<String>,
    /// What happened.
    pub sentence: Words,
    /// What kind of thing it is: the name of the rule that speaks of it, or a word such as `renamed` or `filled`.
    pub kind: &'static str,
    /// How many cells, rows or people it explains.
    pub count: usize,
    /// How many changed cells of the column it doesn't explain.
    pub exceptions: usize,
    /// How much it matters: a note, unless a finding says more.
    pub severity: Severity,
    /// What would undo it, where a finding offers that.
    pub fix: Option<StoryFix>,
}

/// The first fix of the finding that speaks of the same cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryFix {
    /// The finding's id.
    pub finding: String,
    /// The finding's code.
    pub code: String,
    /// What the button says.
    pub title: Words,
}

/// A line of the story in the plan's JSON.
#[derive(Serialize)]
pub(crate) struct StoryLineJson<'a> {
    column: Option<&'a str>,
    sentence: String,
    kind: &'a str,
    count: usize,
    exceptions: usize,
    severity: Severity,
    fix: Option<StoryFixJson<'a>>,
}

#[derive(Serialize)]
struct StoryFixJson<'a> {
    code: &'a str,
    title: String,
}

impl<'a> StoryLineJson<'a> {
    pub(crate) fn of(line: &'a StoryLine, language: Option<&Catalogue>) -> Self {
        let said = |words: &Words| language.map_or_else(|| words.to_string(), |language| language.said(words));
        Self {
            column: line.column.as_deref(),
            sentence: said(&line.sentence),
            kind: line.kind,
            count: line.count,
            exceptions: line.exceptions,
            severity: line.severity,
            fix: line.fix.as_ref().map(|fix| StoryFixJson { code: &fix.code, title: said(&fix.title) }),
        }
    }
}
