//! Findings: what the engine noticed, where, why it matters and what to do. Findings of one cause are one finding.

use crate::fix::Fix;
use crate::limits::MOST_SAID;
use crate::rule::Severity;
use crate::stages::records::RecordDefect;
use crate::values::text::grouped;
use crate::values::words::Words;
use serde::{Deserialize, Serialize};

/// One thing that the engine noticed, with every place where it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Names this finding while an upload is reviewed: the code, the column and the cause.
    pub id: String,
    /// Stable code, never reused, such as `L001`.
    pub code: String,
    /// Kebab-case name of the defect.
    pub name: String,
    /// How much it matters.
    pub severity: Severity,
    /// The schema's header of the column that it is about.
    pub column: Option<String>,
    /// What was found.
    pub message: Words,
    /// Why it matters and what to do.
    pub help: Words,
    /// At how many places.
    pub count: usize,
    /// The first [`MOST_PLACES`](crate::limits::MOST_PLACES) places, in the order of the file.
    pub places: Vec<Place>,
    /// What would mend it.
    pub fixes: Vec<Fix>,
}

/// Where something was noticed, and the values that matter there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Physical line of the upload, counted from 1; `None` where the whole file is meant.
    pub line: Option<u32>,
    /// Row of the upload, counted from 0 without the header.
    pub row: Option<usize>,
    /// Column of the upload, counted from 0.
    pub column: Option<usize>,
    /// Where in the upload, in bytes from its start: only where the bytes themselves are at fault.
    pub byte: Option<usize>,
    /// The row's person, as the file names her.
    pub username: Option<String>,
    /// The cell's text in the file.
    pub value: Option<String>,
    /// The value in the extract that the file was made from.
    pub base: Option<String>,
    /// The value in the directory.
    pub stored: Option<String>,
}

impl Place {
    /// A place known only by its line.
    pub fn at_line(line: u32) -> Self {
        Self { line: Some(line), ..Self::default() }
    }

    /// The same place, with the beginnings of long values: what a finding shows of a cell, nobody reads to the end.
    #[must_use]
    pub(crate) fn in_short(mut self) -> Self {
        for value in [&mut self.username, &mut self.value, &mut self.base, &mut self.stored].into_iter().flatten() {
            cut(value);
        }
        self
    }

    /// Where the strict reading refused something, with the text in question.
    pub fn at_defect(defect: &RecordDefect) -> Self {
        Self {
            line: Some(defect.line),
            row: defect.row,
            column: Some(defect.cell),
            byte: Some(defect.byte),
            value: Some(defect.text.clone()),
            ..Self::default()
        }
    }
}

/// Leaves the beginning of a long value, and its length in characters.
fn cut(value: &mut String) {
    if value.len() <= MOST_SAID {
        return;
    }
    let Some((end, _)) = value.char_indices().nth(MOST_SAID) else { return };
    let characters = grouped(value.chars().count());
    value.truncate(end);
    value.extend(["… [", characters.as_str(), "]"]);
}
