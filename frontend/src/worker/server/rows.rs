//! Windows of rows, as the page's table shows them.

use std::collections::{BTreeMap, BTreeSet};

use shared::Review;
use shared::review::{CellLook, CellView, ListItemState, RowFilter, RowView};
use shared::values::guard::unguard;

use super::held::Desk;
use super::summary::{cut, severity_view};
use super::words::said;
use crate::worker::protocol as view;

/// The longest text that a cell of the table shows.
const SHOWN_CHARS: usize = view::MOST_CHARS;
/// The most rows of one window, whatever is asked.
const MOST_ROWS: usize = 400;

impl Desk {
    /// A window of the rows that a filter chooses.
    pub(super) fn rows(
        &mut self,
        ask: u32,
        wanted: &view::View,
        start: usize,
        count: usize,
        columns: &[usize],
    ) -> Option<view::Window> {
        self.select(wanted);
        let review = self.review.as_ref()?;
        let (_, selected) = self.selected.as_ref()?;
        let shown: Vec<usize> = selected.iter().skip(start).take(count.min(MOST_ROWS)).copied().collect();
        let found = found_in(review, &shown);
        let rows = shown.iter().filter_map(|row| Some(self.row_view(review, &review.row_view(*row)?, columns, &found)));
        Some(view::Window { ask, total: selected.len(), start, rows: rows.collect() })
    }

    /// Chooses and orders the rows of a view, if they aren't those that were asked last.
    pub(super) fn select(&mut self, wanted: &view::View) {
        let Some(review) = &self.review else { return };
        if self.selected.as_ref().is_some_and(|(selected, _)| selected == wanted) {
            return;
        }
        let mut rows = review.holding(review.select(&row_filter(&wanted.filter)), &wanted.search);
        if let Some(sort) = wanted.sort {
            review.order_by(&mut rows, sort.column, sort.descending);
        }
        self.selected = Some((wanted.clone(), rows));
    }

    fn row_view(&self, review: &Review, row: &RowView, columns: &[usize], found: &FoundInCells) -> view::Row {
        view::Row {
            row: row.row,
            line: row.line,
            kind: kind_of(row),
            key: key_of(review, row),
            username: row.username.clone(),
            person: self.name_of(review, row),
            cells: columns
                .iter()
                .filter_map(|column| {
                    let found = found.get(&(row.row, *column)).cloned().unwrap_or_default();
                    Some(cell_view(*column, row.cells.get(*column)?, found))
                })
                .collect(),
        }
    }

    /// Her name as the directory has it; for someone who isn't there yet, as the file has it.
    pub(super) fn name_of(&self, review: &Review, row: &RowView) -> String {
        let stored = |header: &str| {
            let directory = self.directory()?;
            let person = directory.person(directory.find_username(row.username.as_deref()?)?)?;
            Some(person.value(review.schema().index_of(header)?).into_owned())
        };
        let part = |header: &str| stored(header).or_else(|| text_of(review, row, header)).unwrap_or_default();
        format!("{} {}", part("FirstName"), part("LastName")).trim().to_owned()
    }
}

/// What was noticed in cells, by row and column of the file.
type FoundInCells = BTreeMap<(usize, usize), Vec<view::CellFinding>>;

/// What was noticed in the cells of some rows.
fn found_in(review: &Review, rows: &[usize]) -> FoundInCells {
    let rows: BTreeSet<usize> = rows.iter().copied().collect();
    let columns = &review.plan().file.columns;
    let mut found = FoundInCells::new();
    for finding in &review.plan().findings {
        let about =
            finding.column.as_deref().and_then(|header| columns.iter().position(|column| column.name() == header));
        let here = || view::CellFinding { severity: severity_view(finding.severity), message: said(&finding.message) };
        for place in &finding.places {
            if let (Some(row), Some(column)) = (place.row.filter(|row| rows.contains(row)), place.column.or(about)) {
                found.entry((row, column)).or_default().push(here());
            }
        }
    }
    found
}

/// The key as the file has it.
pub(super) fn key_of(review: &Review, row: &RowView) -> String {
    text_of(review, row, review.schema().key_header(review.options().key)).unwrap_or_default()
}

/// The file's text in a column of the schema.
fn text_of(review: &Review, row: &RowView, header: &str) -> Option<String> {
    let position = review.plan().file.columns.iter().position(|column| column.read_as.as_deref() == Some(header))?;
    row.cells.get(position)?.text.clone()
}

fn row_filter(filter: &view::Filter) -> RowFilter {
    match filter {
        view::Filter::All => RowFilter::All,
        view::Filter::Same => RowFilter::Same,
        view::Filter::Changed => RowFilter::Updated,
        view::Filter::New => RowFilter::Created,
        view::Filter::Renamed => RowFilter::Renamed,
        view::Filter::Conflicts => RowFilter::Conflicts,
        view::Filter::Errors => RowFilter::Errors,
        view::Filter::Warnings => RowFilter::Warnings,
        view::Filter::Finding(id) => RowFilter::Finding(id.clone()),
    }
}

/// What a row does.
pub(super) fn kind_of(row: &RowView) -> view::RowKind {
    if row.cells.iter().any(|cell| cell.look == CellLook::Conflict) {
        return view::RowKind::Conflict;
    }
    match row.state.as_str() {
        "same" => view::RowKind::Same,
        "updated" => view::RowKind::Changed,
        "created" => view::RowKind::New,
        "renamed" => view::RowKind::Renamed,
        "left-out" => view::RowKind::LeftOut,
        // Not found, without a key, or with somebody else's key.
        _ => view::RowKind::Error,
    }
}

/// What a cell does, and whose value a decided conflict takes.
pub(super) fn look_of(look: CellLook) -> (view::CellState, Option<view::Side>) {
    match look {
        CellLook::Same => (view::CellState::Same, None),
        CellLook::Changed => (view::CellState::Changed, None),
        CellLook::Cleared => (view::CellState::Cleared, None),
        CellLook::Blank => (view::CellState::Blank, None),
        CellLook::Missing => (view::CellState::Absent, None),
        CellLook::Unread => (view::CellState::Ignored, None),
        CellLook::Conflict => (view::CellState::Conflict, None),
        CellLook::Yours => (view::CellState::Conflict, Some(view::Side::Yours)),
        CellLook::Theirs => (view::CellState::Conflict, Some(view::Side::Theirs)),
    }
}

fn cell_view(column: usize, cell: &CellView, found: Vec<view::CellFinding>) -> view::Cell {
    let (state, side) = look_of(cell.look);
    let text = cell.text.as_deref().unwrap_or_default();
    let unguarded = Some(unguard(text)).filter(|unguarded| *unguarded != text);
    let item = |item: &shared::review::ListItem| view::Item {
        value: cut(&item.text, SHOWN_CHARS),
        fate: match item.state {
            ListItemState::Kept => view::Fate::Stays,
            ListItemState::Added => view::Fate::Added,
            ListItemState::Removed => view::Fate::Removed,
        },
    };
    view::Cell {
        column,
        state,
        file: cut(text, SHOWN_CHARS),
        unguarded: unguarded.map(|unguarded| cut(unguarded, SHOWN_CHARS)),
        stored: cell.old.as_deref().map(|old| cut(old, SHOWN_CHARS)),
        items: cell.items.iter().map(item).collect(),
        severity: cell.severity.map(severity_view),
        side,
        edited: cell.edited,
        found,
    }
}
