//! What a plan would do, in words.

use std::fmt::Write;

use shared::stages::change_set::{ChangeSet, Operation, OperationKind};
use shared::values::text::{counted, grouped, shortened};
use shared::{Plan, Schema};

use super::{style, visible};

/// How many changes are shown; `--format json` has them all.
const CHANGES_SHOWN: usize = 20;

/// The first changes, one a line.
pub(in crate::cli) fn some(text: &mut String, change_set: &ChangeSet, schema: &Schema) {
    let all: usize = change_set.operations.iter().map(lines_of).sum();
    push(text, change_set, schema, CHANGES_SHOWN);
    if let Some(rest) = all.checked_sub(CHANGES_SHOWN).filter(|rest| *rest > 0) {
        let _ = writeln!(text, "… and {}; --format json has them all", counted(rest, "more change", "more changes"));
    }
    if all > 0 {
        text.push('\n');
    }
}

/// Every change, one a line.
pub(in crate::cli) fn all(text: &mut String, change_set: &ChangeSet, schema: &Schema) {
    push(text, change_set, schema, usize::MAX);
}

fn push(text: &mut String, change_set: &ChangeSet, schema: &Schema, most: usize) {
    let lines = change_set.operations.iter().flat_map(|operation| lines(operation, schema));
    for line in lines.take(most) {
        text.push_str(&line);
        text.push('\n');
    }
}

fn lines_of(operation: &Operation) -> usize {
    if operation.kind == OperationKind::Create { 1 } else { operation.changes.len() }
}

fn lines<'a>(operation: &'a Operation, schema: &'a Schema) -> Vec<String> {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let username = visible(&operation.username);
    if operation.kind == OperationKind::Create {
        let cells = counted(operation.changes.len(), "cell", "cells");
        return vec![format!("{strong}+ {username}{strong:#}  a new person, {cells}")];
    }
    let value = |value: &str| if value.is_empty() { "(nothing)".to_owned() } else { visible(&shortened(value)) };
    let change = |change: &shared::stages::change_set::Change| {
        let (header, old, new) = (schema.header_of(change.column), value(&change.old), value(&change.new));
        format!("{strong}~ {username}{strong:#}  {header}: {faint}{old}{faint:#} → {new}")
    };
    operation.changes.iter().map(change).collect()
}

/// How it stands.
pub(in crate::cli) fn words(plan: &Plan, name: &str, tally: &str) -> String {
    let counts = plan.counts;
    let settled = counts.updated + counts.created + counts.renamed + counts.same;
    let would = [
        (counts.updated, "would change"),
        (counts.created, "would be created"),
        (counts.renamed, "would be renamed"),
        (counts.conflicts, "in conflict"),
        (counts.same, "the same"),
        (plan.file.rows.saturating_sub(settled), "about nobody"),
    ];
    let would: Vec<String> = would
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{} {words}", grouped(*count)))
        .collect();
    let rows = counted(plan.file.rows, "row", "rows");
    if plan.blocked() && plan.file.rows == 0 {
        return format!("{name} can't be sent yet: {tally}.");
    }
    let would = if would.is_empty() { rows } else { format!("{rows}: {}", would.join(", ")) };
    match (plan.blocked(), plan.findings.is_empty()) {
        (true, _) => format!("{name} can't be sent yet: {tally}. {would}."),
        (false, true) => format!("{name} can be sent. {would}."),
        (false, false) => format!("{name} can be sent: {tally}. {would}."),
    }
}
