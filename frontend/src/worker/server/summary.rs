//! The plan without its rows, as the page shows it.

use std::collections::BTreeMap;

use shared::options::{Blanks, Create, Key};
use shared::review::{FirstLook, RowFilter};
use shared::schema::{Kind, Schema};
use shared::stages::change_set::{ChangeSet, OperationKind};
use shared::values::date::DateFormat;
use shared::{Directory, FileFacts, Review};

use super::map::map_of;
use super::words::said;
use crate::worker::protocol as view;

/// The longest value that a finding shows; the table has the rest.
const SHOWN_CHARS: usize = 120;
/// Places that a finding shows; the table has the rest.
const SHOWN_PLACES: usize = 3;

/// The name of the rule whose findings are decided.
const CONFLICT: &str = "conflict";

/// What the file is.
pub(super) fn facts_view(facts: &FileFacts) -> view::Facts {
    let (known, unknown): (Vec<_>, Vec<_>) = facts.columns.iter().partition(|column| column.read_as.is_some());
    view::Facts {
        name: facts.name.clone(),
        size: facts.size,
        encoding: said(&facts.encoding_name()),
        delimiter: said(&facts.delimiter_name),
        rows: Some(facts.rows),
        recognised: known.iter().map(|column| column.name().to_owned()).collect(),
        unknown: unknown.iter().filter(|column| !column.ignored).map(|column| column.header.clone()).collect(),
        base: facts.base.map(|base| base.revision),
    }
}

/// What the beginning of a file shows.
pub(super) fn so_far_view(look: &FirstLook) -> view::SoFar {
    view::SoFar {
        // What the whole file decides is not said before it is known.
        facts: view::Facts { base: None, rows: None, ..facts_view(&look.facts) },
        rows: look.facts.rows,
        findings: look.findings.iter().map(finding_view).collect(),
    }
}

/// The plan without its rows.
pub(super) fn summary_of(review: &Review, directory: &Directory, mended: &[view::Mended]) -> view::Summary {
    let plan = review.plan();
    let (changed, effect) = effect_of(&plan.change_set, review.schema());
    let counts = plan.counts;
    view::Summary {
        revision: directory.revision(),
        people: directory.people(),
        digest: plan.digest.clone().unwrap_or_default(),
        blocked: plan.digest.is_none() || plan.blocked(),
        counts: view::Counts {
            same: counts.same,
            updated: counts.updated,
            created: counts.created,
            renamed: counts.renamed,
            conflicts: counts.conflicts,
            errors: counts.errors,
            warnings: counts.warnings,
            notes: counts.notes,
        },
        columns: columns_of(review, &changed),
        story: plan.story.iter().map(story_view).collect(),
        findings: plan.findings.iter().map(finding_view).collect(),
        choices: choices_of(review),
        can_undo: review.can_undo(),
        can_redo: review.can_redo(),
        steps: review.steps(),
        mended: mended.iter().filter(|mended| mended.step <= review.steps()).cloned().collect(),
        left_out: review.select(&RowFilter::LeftOut).len(),
        effect,
        map: map_of(review),
    }
}

/// How many people each column changes, and what the plan does in all.
fn effect_of(changes: &ChangeSet, schema: &Schema) -> (BTreeMap<usize, usize>, view::Effect) {
    let mut by_column: BTreeMap<usize, usize> = BTreeMap::new();
    let mut updates: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut cleared, mut cells) = (0, 0);
    for operation in &changes.operations {
        for change in &operation.changes {
            *by_column.entry(change.column).or_default() += 1;
            cells += 1;
            if operation.kind != OperationKind::Create {
                *updates.entry(change.column).or_default() += 1;
                cleared += usize::from(change.new.is_empty() && !change.old.is_empty());
            }
        }
    }
    let mut columns: Vec<(String, usize)> =
        updates.into_iter().map(|(column, count)| (schema.header_of(column).to_owned(), count)).collect();
    columns.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    (by_column, view::Effect { columns, cleared, cells })
}

fn columns_of(review: &Review, changed: &BTreeMap<usize, usize>) -> Vec<view::Column> {
    let schema = review.schema();
    let column = |(position, column): (usize, &shared::facts::ColumnFact)| {
        let index = column.read_as.as_deref().and_then(|header| schema.index_of(header));
        view::Column {
            position,
            header: column.name().to_owned(),
            width: index
                .and_then(|index| schema.column(index))
                .map_or(view::Width::Middle, |column| width_of(&column.kind))
                .max(width_of_name(column.name())),
            changed: index.and_then(|index| changed.get(&index)).copied().unwrap_or_default(),
            known: column.read_as.is_some() || column.ignored,
            ignored: column.ignored,
        }
    };
    (0..).zip(&review.plan().file.columns).map(column).collect()
}

fn width_of(kind: &Kind) -> view::Width {
    match kind {
        Kind::Boolean | Kind::Choice { .. } | Kind::Date { .. } | Kind::Revision => view::Width::Narrow,
        Kind::Username | Kind::Email | Kind::List { .. } | Kind::LongText | Kind::Reference => view::Width::Wide,
        Kind::Text | Kind::Phone => view::Width::Middle,
    }
}

/// The width in which a column's name can be read beside the number of its changes.
fn width_of_name(name: &str) -> view::Width {
    match name.chars().count() {
        0..=8 => view::Width::Narrow,
        9..=14 => view::Width::Middle,
        _ => view::Width::Wide,
    }
}

fn finding_view(finding: &shared::Finding) -> view::Finding {
    view::Finding {
        id: finding.id.clone(),
        code: finding.code.clone(),
        is_conflict: finding.name == CONFLICT,
        severity: severity_view(finding.severity),
        column: finding.column.clone(),
        message: said(&finding.message),
        help: said(&finding.help),
        count: finding.count,
        places: finding.places.iter().take(SHOWN_PLACES).map(place_view).collect(),
        fixes: finding.fixes.iter().map(fix_view).collect(),
        in_rows: finding.places.iter().any(|place| place.row.is_some()),
    }
}

fn story_view(line: &shared::plan::StoryLine) -> view::StoryLine {
    view::StoryLine {
        sentence: said(&line.sentence),
        kind: line.kind.to_owned(),
        severity: severity_view(line.severity),
        finding: line.fix.as_ref().map(|fix| fix.finding.clone()),
        fix: line.fix.as_ref().map(|fix| said(&fix.title)),
    }
}

fn place_view(place: &shared::finding::Place) -> view::Place {
    let shown = |value: &Option<String>| value.as_deref().map(|value| cut(value, SHOWN_CHARS));
    view::Place {
        line: place.line,
        username: place.username.clone(),
        value: shown(&place.value),
        stored: shown(&place.stored),
    }
}

fn fix_view(fix: &shared::fix::Fix) -> view::Fix {
    view::Fix { title: said(&fix.title), safe: fix.safety == shared::fix::Safety::Safe }
}

fn choices_of(review: &Review) -> view::Choices {
    let options = review.options();
    let plan = review.plan();
    let conflicts = plan.findings.iter().filter(|finding| finding.name == CONFLICT);
    let mut by_column: BTreeMap<String, usize> = BTreeMap::new();
    for finding in conflicts {
        if let Some(column) = &finding.column {
            *by_column.entry(column.clone()).or_default() += finding.count;
        }
    }
    view::Choices {
        by_employee_id: options.key == Key::EmployeeId,
        clear_blanks: options.blanks == Blanks::Clear,
        create: options.create == Create::Allow,
        dates: options.dates.map(|format| format.example().to_owned()),
        date_formats: DateFormat::ALL.iter().map(|format| format.example().to_owned()).collect(),
        base: options.base,
        encoding: options.encoding.clone(),
        conflict_columns: by_column.into_iter().collect(),
        undecided: plan.counts.conflicts,
    }
}

/// The page's word for a severity.
pub(super) fn severity_view(severity: shared::Severity) -> view::Severity {
    match severity {
        shared::Severity::Error => view::Severity::Error,
        shared::Severity::Warning => view::Severity::Warning,
        shared::Severity::Note => view::Severity::Note,
    }
}

/// A text cut to a length that can be shown.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
