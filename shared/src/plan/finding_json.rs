//! A finding in the stable JSON of plans and readings.

use crate::finding::Finding;
use crate::fix::{Action, Safety};
use crate::rule::Severity;
use crate::values::words::{Catalogue, Words};
use serde::Serialize;

/// A finding as JSON. Its own line, column and values are those of its first place.
#[derive(Serialize)]
pub(crate) struct FindingJson<'a> {
    code: &'a str,
    name: &'a str,
    severity: Severity,
    line: Option<u32>,
    column: Option<&'a str>,
    username: Option<&'a str>,
    value: Option<&'a str>,
    base: Option<&'a str>,
    stored: Option<&'a str>,
    message: String,
    help: String,
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
    title: String,
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

impl<'a> FindingJson<'a> {
    /// `columns` are the names of the file's columns.
    pub(crate) fn of(finding: &'a Finding, columns: &[&'a str], language: Option<&Catalogue>) -> Self {
        let said = |words: &Words| language.map_or_else(|| words.to_string(), |language| language.said(words));
        let first = finding.places.first();
        let name_of = |column: Option<usize>| column.and_then(|column| columns.get(column)).copied();
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
            FixJson {
                title: said(&fix.title),
                safety: fix.safety,
                edits: edits.collect(),
                decisions: decisions.collect(),
            }
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
            message: said(&finding.message),
            help: said(&finding.help),
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
