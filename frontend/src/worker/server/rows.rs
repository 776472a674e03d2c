//! Windows of rows, as the page's table shows them.

use shared::Review;
use shared::review::{CellLook, CellView, ListItemState, RowFilter, RowView};

use super::desk::Desk;
use super::summary::{cut, severity_view};
use crate::worker::protocol as view;

/// The longest text that a cell of the table shows.
const SHOWN_CHARS: usize = view::MOST_CHARS;
/// The most rows of one window, whatever is asked.
const MOST_ROWS: usize = 400;

impl Desk {
    /// A window of the rows that a filter chooses.
    pub(super) fn rows(&mut self, ask: u32, filter: &view::Filter, start: usize, count: usize, columns: &[usize]) -> Option<view::Window> {
        let review = self.review.as_ref()?;
        if self.selected.as_ref().is_none_or(|(selected, _)| selected != filter) {
            self.selected = Some((filter.clone(), review.select(&row_filter(filter))));
        }
        let (_, selected) = self.selected.as_ref()?;
        let shown = selected.iter().skip(start).take(count.min(MOST_ROWS));
        let rows = shown.filter_map(|row| Some(self.row_view(review, &review.row_view(*row)?, columns))).collect();
        Some(view::Window { ask, total: selected.len(), start, rows })
    }

    fn row_view(&self, review: &Review, row: &RowView, columns: &[usize]) -> view::Row {
        let key = review.options().key.header();
        view::Row {
            row: row.row,
            line: row.line,
            kind: kind_of(row),
            key: text_of(review, row, key).unwrap_or_default(),
            username: row.username.clone(),
            person: self.name_of(review, row),
            cells: columns.iter().filter_map(|column| Some(cell_view(*column, row.cells.get(*column)?))).collect(),
        }
    }

    /// Her name as the directory has it; for someone who isn't there yet, as the file has it.
    fn name_of(&self, review: &Review, row: &RowView) -> String {
        let stored = |header: &str| {
            let directory = self.directory()?;
            let person = directory.person(directory.find_username(row.username.as_deref()?)?)?;
            Some(person.value(review.schema().index_of(header)?).into_owned())
        };
        let part = |header: &str| stored(header).or_else(|| text_of(review, row, header)).unwrap_or_default();
        format!("{} {}", part("FirstName"), part("LastName")).trim().to_owned()
    }
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

fn kind_of(row: &RowView) -> view::RowKind {
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

fn cell_view(column: usize, cell: &CellView) -> view::Cell {
    let (state, side) = match cell.look {
        CellLook::Same => (view::CellState::Same, None),
        CellLook::Changed => (view::CellState::Changed, None),
        CellLook::Cleared => (view::CellState::Cleared, None),
        CellLook::Blank => (view::CellState::Blank, None),
        CellLook::Missing => (view::CellState::Absent, None),
        CellLook::Unread => (view::CellState::Ignored, None),
        CellLook::Conflict => (view::CellState::Conflict, None),
        CellLook::Yours => (view::CellState::Conflict, Some(view::Side::Yours)),
        CellLook::Theirs => (view::CellState::Conflict, Some(view::Side::Theirs)),
    };
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
        file: cut(cell.text.as_deref().unwrap_or_default(), SHOWN_CHARS),
        stored: cell.old.as_deref().map(|old| cut(old, SHOWN_CHARS)),
        items: cell.items.iter().map(item).collect(),
        severity: cell.severity.map(severity_view),
        side,
        edited: cell.edited,
    }
}
