//! What a table of the preview shows of a row: its state, and each cell with what was stored before.

use super::Review;
use crate::finding::Finding;
use crate::options::Blanks;
use crate::reviewed::Reviewed;
use crate::rule::Severity;
use crate::schema::{Column, Kind};
use crate::stages::findings::rows_of_findings;
use crate::stages::merge::{CellState, MergedRow, RowState};
use crate::stages::rows::Row;
use crate::values::list;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which rows are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowFilter {
    /// Every row.
    All,
    /// Rows that change nothing.
    Same,
    /// Rows that change cells of a person.
    Updated,
    /// Rows that create a person.
    Created,
    /// Rows that change a Username.
    Renamed,
    /// Rows with an undecided conflict.
    Conflicts,
    /// Rows that an error names.
    Errors,
    /// Rows that a warning names.
    Warnings,
    /// Rows that were left out.
    LeftOut,
    /// Rows that one finding names, by its id.
    Finding(String),
}

/// One row, as the preview's table shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowView {
    /// Its position in the file, counted from 0 without the header.
    pub row: usize,
    /// Its physical line.
    pub line: u32,
    /// `same`, `updated`, `renamed`, `created`, `conflict`, `not-found`, `key-missing`, `duplicate`, `damaged` or `left-out`.
    pub state: String,
    /// The person's Username as stored.
    pub username: Option<String>,
    /// The worst that was noticed in the row.
    pub severity: Option<Severity>,
    /// Its cells, in the order of the file's columns.
    pub cells: Vec<CellView>,
}

/// One cell, as the preview's table shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellView {
    /// The file's text, with the admin's edit; `None` where the row ends before the cell.
    pub text: Option<String>,
    /// How it looks.
    pub look: CellLook,
    /// The stored value, where the cell differs from it.
    pub old: Option<String>,
    /// The value in the extract that the file was made from, where both sides changed it.
    pub base: Option<String>,
    /// Whether the admin edited it here.
    pub edited: bool,
    /// The worst that was noticed in the cell.
    pub severity: Option<Severity>,
    /// The values of a list that changes: those that stay, come and go.
    pub items: Vec<ListItem>,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellLook {
    /// As stored, or not the file's to change.
    Same,
    /// A new value.
    Changed,
    /// Empty, and the stored value is cleared.
    Cleared,
    /// Empty, and the stored value stays.
    Blank,
    /// The row ends before it.
    Missing,
    /// Both sides changed it, undecided.
    Conflict,
    /// Both sides changed it; the file's value is written.
    Yours,
    /// Both sides changed it; the stored value stays.
    Theirs,
    /// In a column that isn't read.
    Unread,
}

/// One value of a list that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListItem {
    /// The value.
    pub text: String,
    /// What becomes of it.
    pub state: ListItemState,
}

/// What becomes of a list's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListItemState {
    /// It stays.
    Kept,
    /// It comes.
    Added,
    /// It goes.
    Removed,
}

impl Review {
    /// The rows that a filter chooses, in the order of the file.
    pub fn select(&self, filter: &RowFilter) -> Vec<usize> {
        let noticed = |wanted: &dyn Fn(&Finding) -> bool| -> Vec<usize> {
            let named =
                self.plan.findings.iter().filter(|finding| wanted(finding)).flat_map(|one| self.rows_named_by(one));
            named.collect::<BTreeSet<usize>>().into_iter().collect()
        };
        match filter {
            RowFilter::Errors => noticed(&|finding| finding.severity == Severity::Error),
            RowFilter::Warnings => noticed(&|finding| finding.severity == Severity::Warning),
            RowFilter::Finding(id) => noticed(&|finding| finding.id == *id),
            _ => (0..)
                .zip(&self.merge.rows)
                .filter(|(_, row)| self.chooses(filter, row))
                .map(|(position, _)| position)
                .collect(),
        }
    }

    /// Every row that a finding names: where it keeps only its first places, the rules are asked once more for the others.
    fn rows_named_by(&self, finding: &Finding) -> Vec<usize> {
        if finding.places.len() >= finding.count {
            return finding.places.iter().filter_map(|place| place.row).collect();
        }
        let named = self.named_rows.get_or_init(|| self.with_reviewed(rows_of_findings));
        named.get(&finding.id).into_iter().flatten().copied().collect()
    }

    fn chooses(&self, filter: &RowFilter, row: &MergedRow) -> bool {
        match filter {
            RowFilter::Same => row.state == RowState::Same,
            RowFilter::Updated => row.state == RowState::Update,
            RowFilter::Created => row.state == RowState::Create,
            RowFilter::Renamed => row.state == RowState::Rename,
            RowFilter::LeftOut => row.state == RowState::LeftOut,
            RowFilter::Conflicts => self.merge.in_conflict(row),
            _ => true,
        }
    }

    /// One row as the table shows it.
    pub fn row_view(&self, position: usize) -> Option<RowView> {
        let merged = self.merge.rows.get(position)?;
        let row = self.table.rows(&self.state.edits).row(position)?;
        let noticed = self.noticed_in(position);
        let cells = self.with_reviewed(|reviewed, _| {
            let columns = 0..reviewed.table.columns.cells.len();
            columns.map(|column| self.cell_view(reviewed, &row, merged, column, &noticed)).collect()
        });
        Some(RowView {
            row: position,
            line: row.line,
            state: state_name(merged.state).to_owned(),
            username: merged.person().and_then(|person| Some(self.directory().person(person)?.username().into_owned())),
            severity: noticed.iter().map(|(_, severity)| *severity).max(),
            cells,
        })
    }

    fn noticed_in(&self, row: usize) -> Vec<(Option<usize>, Severity)> {
        let of = |finding: &Finding| {
            let severity = finding.severity;
            let from = finding.places.partition_point(|place| place.row < Some(row));
            let places = finding.places.iter().skip(from).take_while(move |place| place.row == Some(row));
            places.map(move |place| (place.column, severity)).collect::<Vec<_>>()
        };
        self.plan.findings.iter().flat_map(of).collect()
    }

    fn cell_view(
        &self,
        reviewed: &Reviewed<'_>,
        row: &Row<'_>,
        merged: &MergedRow,
        column: usize,
        noticed: &[(Option<usize>, Severity)],
    ) -> CellView {
        let kept = self.state.edits.is_kept(row.position, column);
        let text = if kept { row.own_cell(column) } else { row.cell(column) }.map(std::borrow::Cow::into_owned);
        let edited = kept || self.state.edits.cell(row.position, column).is_some();
        let severity = noticed.iter().filter(|(place, _)| *place == Some(column)).map(|(_, severity)| *severity).max();
        let mut view =
            CellView { text, look: CellLook::Same, old: None, base: None, edited, severity, items: Vec::new() };
        let Some(index) = reviewed.table.columns.schema_column_of(column) else {
            return CellView { look: CellLook::Unread, ..view };
        };
        let Some(kind) = reviewed.schema.column(index) else { return view };
        if kept {
            view.text = reviewed.person(merged).map(|person| person.value(index).into_owned());
            return view;
        }
        let changed = self.merge.cells(merged).iter().find(|cell| cell.column() == index);
        let value = reviewed.value(row, index).unwrap_or_default();
        let Some(changed) = changed else {
            view.look = untouched(kind, view.text.as_deref(), self.options().blanks_in(&kind.header));
            return view;
        };
        view.look = match changed.state {
            CellState::Edit if value.is_empty() => CellLook::Cleared,
            CellState::Edit => CellLook::Changed,
            CellState::Conflict => CellLook::Conflict,
            CellState::Yours => CellLook::Yours,
            CellState::Theirs => CellLook::Theirs,
        };
        view.old = reviewed.person(merged).map(|person| person.value(index).into_owned());
        view.base = reviewed.base_person(merged).map(|base| base.value(index).into_owned());
        if matches!(kind.kind, Kind::List { .. }) {
            view.items = items(view.old.as_deref().unwrap_or_default(), &value);
        }
        view
    }
}

fn untouched(column: &Column, text: Option<&str>, blanks: Blanks) -> CellLook {
    match text {
        None => CellLook::Missing,
        Some(text) if text.trim().is_empty() && !column.system && (column.required || blanks == Blanks::Keep) => {
            CellLook::Blank
        }
        _ => CellLook::Same,
    }
}

fn items(old: &str, new: &str) -> Vec<ListItem> {
    let (old, new) = (list::decode(old), list::decode(new));
    let (stood, stands): (BTreeSet<&String>, BTreeSet<&String>) = (old.iter().collect(), new.iter().collect());
    let item = |text: &String, state: ListItemState| ListItem { text: text.clone(), state };
    let staying = |text: &String| if stood.contains(text) { ListItemState::Kept } else { ListItemState::Added };
    let coming = new.iter().map(|text| item(text, staying(text)));
    let going = old.iter().filter(|text| !stands.contains(text)).map(|text| item(text, ListItemState::Removed));
    coming.chain(going).collect()
}

fn state_name(state: RowState) -> &'static str {
    match state {
        RowState::Same => "same",
        RowState::Update => "updated",
        RowState::Rename => "renamed",
        RowState::Create => "created",
        RowState::NotFound => "not-found",
        RowState::Conflict => "conflict",
        RowState::KeyMissing => "key-missing",
        RowState::Duplicate => "duplicate",
        RowState::Damaged => "damaged",
        RowState::LeftOut => "left-out",
    }
}
