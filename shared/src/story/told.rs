//! The story of a file: a sentence for each column with several changed cells, with what it doesn't cover, and for the
//! rows of which something was found.
//!
//! What a rule found of whole columns and rows is told in the rule's own words. Of the rest, the simplest explanation
//! is taken that covers nearly all: one value, one value for another, one text within many, another column, a transform.

use super::profile::{FEWEST, Profile};
use super::seen::mostly;
use super::simplest::{Told, explained};
use crate::finding::Finding;
use crate::plan::story_line::{StoryFix, StoryLine};
use crate::reviewed::Reviewed;
use crate::rule::Severity;
use crate::stages::merge::{AccidentKind, RowState};
use crate::values::words::{Count, Words, counted};
use crate::words;

/// The rules that tell of whole columns and rows.
const OF_WHOLE: [&str; 11] = ["R014", "T001", "T002", "T003", "T004", "T005", "T009", "T010", "T011", "T012", "X009"];

/// The story, what matters most first.
pub(crate) fn story_from_findings(
    reviewed: &Reviewed<'_>,
    findings: &[Finding],
    profiles: &[Profile],
) -> Vec<StoryLine> {
    let cells_of = |header: &str| {
        reviewed.schema.index_of(header).and_then(|column| profiles.get(column)).map_or(0, |profile| profile.cells)
    };
    // What may as well be meant is told with the column's cells, which it leaves to be judged one by one.
    let accidents = findings.iter().filter(|finding| is_of_whole(finding) && finding.severity > Severity::Note);
    let mut lines: Vec<StoryLine> = accidents.map(|finding| of_whole(reviewed, finding, &cells_of)).collect();
    let mut told = explained(reviewed, profiles);
    for (column, profile) in profiles.iter().enumerate().filter(|(_, profile)| profile.cells >= FEWEST) {
        let header = reviewed.schema.header_of(column);
        let own = told.get_mut(column).and_then(Option::take);
        lines.push(line_of(findings, header, profile.cells, own));
    }
    lines.sort_by(|one, other| other.severity.cmp(&one.severity).then(other.count.cmp(&one.count)));
    lines.extend(kept(reviewed));
    lines.extend(few_edits(reviewed, profiles, lines.is_empty()));
    let created = reviewed.merge.notable().filter(|(_, row)| row.state == RowState::Create).count();
    if created > 0 {
        let sentence =
            counted(created, words!("{count} person would be created."), words!("{count} people would be created."));
        lines.push(note(None, sentence, "created", created));
    }
    lines
}

fn note(column: Option<&str>, sentence: Words, kind: &'static str, count: usize) -> StoryLine {
    StoryLine {
        column: column.map(str::to_owned),
        sentence,
        kind,
        count,
        exceptions: 0,
        severity: Severity::Note,
        fix: None,
    }
}

/// What a rule found of a whole column, or of rows.
fn of_whole(reviewed: &Reviewed<'_>, finding: &Finding, cells_of: &dyn Fn(&str) -> usize) -> StoryLine {
    // Found in rows, it has many cells of each.
    let rows = reviewed.merge.accidents.iter().find(|accident| match accident.kind {
        AccidentKind::Sideways { .. } => finding.code == "R014",
        AccidentKind::OfAnother { .. } => finding.code == "T011",
        _ => false,
    });
    let rows = rows.map(|accident| accident.rows.len());
    StoryLine {
        column: finding.column.clone(),
        sentence: finding.message.clone(),
        kind: name_of(finding),
        count: rows.unwrap_or(finding.count),
        exceptions: finding.column.as_deref().map_or(0, cells_of),
        severity: finding.severity,
        fix: fix_of(finding),
    }
}

/// The name of the rule that a finding is from.
fn name_of(finding: &Finding) -> &'static str {
    crate::rules::ALL.iter().find(|rule| rule.code == finding.code).map_or("", |rule| rule.name)
}

/// Whether a finding tells of a whole column, or of rows.
fn is_of_whole(finding: &Finding) -> bool {
    OF_WHOLE.contains(&finding.code.as_str())
}

fn fix_of(finding: &Finding) -> Option<StoryFix> {
    let first = finding.fixes.first()?;
    Some(StoryFix { finding: finding.id.clone(), code: finding.code.clone(), title: first.title.clone() })
}

/// A column's line. A finding that speaks of nearly all of its cells says how much it matters, and what a program made
/// of them.
fn line_of(findings: &[Finding], header: &str, cells: usize, told: Option<Told>) -> StoryLine {
    let of_cells = |finding: &&Finding| {
        finding.column.as_deref() == Some(header)
            && is_of_whole(finding) == (finding.severity == Severity::Note)
            && mostly(finding.count, cells)
    };
    let finding = findings.iter().find(of_cells);
    let by_program = |finding: &&Finding| !is_of_whole(finding) && finding.code.starts_with(['X', 'B']);
    let damaged = finding.filter(|finding| told.is_none() || by_program(finding));
    let mut line = match (damaged, told) {
        (Some(finding), _) => note(Some(header), finding.message.clone(), name_of(finding), finding.count.min(cells)),
        (None, Some(told)) => {
            let rest = cells.saturating_sub(told.count);
            note(Some(header), with_exceptions(told.sentence, rest), told.kind, told.count)
        }
        (None, None) => note(
            Some(header),
            words!("{header}: {cells} different edits.", header, cells = Count(cells)),
            "edits",
            cells,
        ),
    };
    line.exceptions = cells.saturating_sub(line.count);
    if let Some(finding) = finding {
        line.severity = finding.severity;
        line.fix = fix_of(finding);
    }
    line
}

fn with_exceptions(sentence: Words, rest: usize) -> Words {
    if rest == 0 {
        return sentence;
    }
    let others = counted(
        rest,
        words!("{count} other cell is an edit of its own."),
        words!("{count} other cells are edits of their own."),
    );
    words!("{sentence} {others}", sentence, others)
}

/// The columns with empty cells that keep what is stored: several of them are told together.
fn kept(reviewed: &Reviewed<'_>) -> Option<StoryLine> {
    let kept = reviewed.merge.kept.by_column();
    let kept: Vec<(usize, usize)> = kept.into_iter().filter(|(_, cells)| *cells >= FEWEST).collect();
    let cells = kept.iter().map(|(_, cells)| cells).sum();
    match kept.as_slice() {
        [] => None,
        [(column, _)] => {
            let header = reviewed.schema.header_of(*column);
            let sentence = words!("{header}: {cells} empty cells keep what is stored.", header, cells = Count(cells));
            Some(note(Some(header), sentence, "kept", cells))
        }
        more => {
            let (columns, of) = (Count(more.len()), Count(cells));
            Some(note(
                None,
                words!("{columns} columns: {cells} empty cells keep what is stored.", columns, cells = of),
                "kept",
                cells,
            ))
        }
    }
}

/// The columns with so few edits that these are told together.
fn few_edits(reviewed: &Reviewed<'_>, profiles: &[Profile], nothing_else: bool) -> Option<StoryLine> {
    let few = profiles.iter().enumerate().filter(|(_, profile)| (1..FEWEST).contains(&profile.cells));
    let few: Vec<(usize, usize)> = few.map(|(column, profile)| (column, profile.cells)).collect();
    let cells = few.iter().map(|(_, cells)| cells).sum();
    let edits = counted(cells, words!("{count} single edit"), words!("{count} single edits"));
    match few.as_slice() {
        [] => None,
        [(column, _)] => {
            let header = reviewed.schema.header_of(*column);
            Some(note(Some(header), words!("{header}: {edits}.", header, edits), "edits", cells))
        }
        more => {
            let columns = Count(more.len());
            let sentence = if nothing_else {
                words!("{columns} columns: {edits}.", columns, edits)
            } else {
                words!("{columns} other columns: {edits}.", columns, edits)
            };
            Some(note(None, sentence, "edits", cells))
        }
    }
}
