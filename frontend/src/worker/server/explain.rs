//! Explains a row: what the extract, the directory and the file say, and which rules looked at it.

use shared::review::RowView;
use shared::rule::Stage;
use shared::{Directory, Review};

use super::held::Desk;
use super::rows::{key_of, kind_of, look_of};
use super::summary::{cut, severity_view};
use super::words::{looked_for, said};
use crate::worker::protocol as view;

/// The longest text of a cell that is explained.
const SHOWN_CHARS: usize = view::MOST_CHARS;

impl Desk {
    /// Everything that is known of a row.
    pub(super) fn explain(&self, row: usize) -> Option<view::Explanation> {
        let review = self.review.as_ref()?;
        let row = review.row_view(row)?;
        let key = key_of(review, &row);
        // Whoever was renamed since, or is renamed by this file, stands in the extract under one of two names.
        let names = [row.username.as_deref(), Some(key.as_str())];
        let person_in = |directory: Option<&Directory>| {
            let directory = directory?;
            names.iter().flatten().find_map(|name| directory.find_username(name))
        };
        let (stored, base) = (person_in(self.directory()), person_in(self.base()));
        let value = |directory: Option<&Directory>, person: Option<usize>, column: Option<usize>| {
            let value = directory?.person(person?)?.value(column?).into_owned();
            Some(cut(&value, SHOWN_CHARS))
        };
        let cells = row.cells.iter().zip(&review.plan().file.columns).map(|(cell, column)| {
            let index = column.read_as.as_deref().and_then(|header| review.schema().index_of(header));
            let (state, side) = look_of(cell.look);
            view::ExplainedCell {
                header: column.name().to_owned(),
                base: value(self.base(), base, index),
                stored: value(self.directory(), stored, index),
                file: cell.text.as_deref().map(|text| cut(text, SHOWN_CHARS)),
                state,
                side,
                edited: cell.edited,
            }
        });
        Some(view::Explanation {
            row: row.row,
            line: row.line,
            kind: kind_of(&row),
            person: self.name_of(review, &row),
            username: row.username.clone(),
            base: self.base().map(Directory::revision),
            in_base: base.is_some(),
            cells: cells.collect(),
            found: found_in(review, &row),
            looked: rules_for_rows(),
            key,
        })
    }
}

fn found_in(review: &Review, row: &RowView) -> Vec<view::Found> {
    let here = |finding: &&shared::Finding| finding.places.iter().any(|place| place.row == Some(row.row));
    let found = review.plan().findings.iter().filter(here).map(|finding| view::Found {
        code: finding.code.clone(),
        severity: severity_view(finding.severity),
        column: finding.column.clone(),
        message: said(&finding.message),
        help: said(&finding.help),
    });
    found.collect()
}

/// The rules that look at rows and cells; the others look at the file before it has rows.
fn rules_for_rows() -> Vec<view::Looked> {
    let rows = shared::rules::ALL.iter().filter(|rule| looks_at_rows(rule.looks_at));
    rows.map(|rule| view::Looked { code: rule.code.to_owned(), name: looked_for(rule) }).collect()
}

fn looks_at_rows(stage: Stage) -> bool {
    matches!(stage, Stage::Cell | Stage::Row | Stage::Merge)
}
