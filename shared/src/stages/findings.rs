//! Stage 7: every rule over its stage → findings, in a stable order.

mod accident_report;
mod accidents;
mod account_state;
mod answers;
mod dates;
mod gathered;
mod short_rows;
mod taken;

use crate::directory::{Directory, Person, STORED};
use crate::finding::{Finding, Place, Sink};
use crate::fix::{Action, Fix, Safety};
use crate::options::Options;
use crate::rule::Check;
use crate::rules::ALL;
use crate::schema::{Column, Schema};
use crate::stages::bytes::Bytes;
use crate::stages::dialect::Dialect;
use crate::stages::fixes::Edits;
use crate::stages::merge::{CellState, Merge, MergedCell, MergedRow, RowState, Sides};
use crate::stages::records::{RecordDefectKind, Records};
use crate::stages::rows::{Row, Rows, typed};
use crate::table::Table;
use crate::words;
pub use accident_report::AccidentWords;
pub use accidents::accidents_from_merge;
pub(crate) use account_state::is_off;
pub use dates::DateEvidence;
pub use gathered::Gathered;
use std::borrow::Cow;

/// All that is known of an upload once it is merged: what rules about rows, values and people look at.
#[derive(Debug, Clone, Copy)]
pub struct Reviewed<'a> {
    /// The columns.
    pub schema: &'a Schema,
    /// The admin's choices.
    pub options: &'a Options,
    /// The file.
    pub table: &'a Table,
    /// Its rows, with the admin's edits.
    pub rows: Rows<'a>,
    /// The directory now.
    pub directory: &'a Directory,
    /// The directory at the revision that the file was made from.
    pub base: Option<&'a Directory>,
    /// What each row does.
    pub merge: &'a Merge,
    /// What was asked of the whole file before.
    pub gathered: &'a Gathered,
}

/// One cell that differs from what is stored, with the values that matter.
#[derive(Debug)]
pub struct ChangedCell<'a> {
    /// Its column in the schema.
    pub index: usize,
    /// The column itself.
    pub column: &'a Column,
    /// What becomes of it.
    pub state: CellState,
    /// Whether an accident to its column explains it.
    pub explained: bool,
    /// The file's value, in its stored form.
    pub value: Cow<'a, str>,
    /// The value in the directory; `None` for a new person.
    pub stored: Option<Cow<'a, str>>,
    /// The value in the extract that the file was made from.
    pub base: Option<Cow<'a, str>>,
}

/// One row of which anything can be said.
#[derive(Debug)]
pub struct ReviewedRow<'a> {
    /// The row.
    pub row: Row<'a>,
    /// What it does.
    pub merged: &'a MergedRow,
    /// Its cells that differ from what is stored.
    pub cells: Vec<ChangedCell<'a>>,
}

/// Findings of the stages that need no directory: bytes, dialect, records, header.
pub fn reading_findings(table: &Table) -> Vec<Finding> {
    let mut sink = Sink::default();
    check_reading(table, &table.records, &mut sink);
    sink.into_findings()
}

/// Which rows the rules about rows and cells look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look<'a> {
    /// All of which anything can be said.
    Everywhere,
    /// The same, in search of every place of one finding.
    InSearchOf(&'a str),
    /// Some, in the order of the file: of no other row anything would be said.
    At(Vec<u32>),
}

/// Runs every rule. Also tells the rows of which the rules about rows and cells said something.
pub fn findings_from_stages(reviewed: &Reviewed<'_>, edits: &Edits, look: &Look<'_>) -> (Vec<Finding>, Vec<u32>) {
    let mut sink = match look {
        Look::InSearchOf(finding) => Sink::with_every_place_of(*finding),
        _ => Sink::default(),
    };
    let mut spoken_of = Vec::new();
    let records = without_rows(&reviewed.table.records, edits);
    check_reading(reviewed.table, &records, &mut sink);
    if reviewed.table.bytes.defect.is_none() {
        for rule in ALL {
            if let Check::Merge(check) = rule.check {
                check(reviewed, &mut sink);
            }
        }
        check_rows(reviewed, look, &mut sink, &mut spoken_of);
    }
    (sink.into_findings(), spoken_of)
}

/// Runs the rules about rows and cells in one walk: a record is split, and a value is read, once for all of them.
fn check_rows(reviewed: &Reviewed<'_>, look: &Look<'_>, sink: &mut Sink, spoken_of: &mut Vec<u32>) {
    let (mut of_rows, mut of_cells) = (Vec::new(), Vec::new());
    for rule in ALL {
        match rule.check {
            Check::Row(check) => of_rows.push(check),
            Check::Cell(check) => of_cells.push(check),
            _ => {}
        }
    }
    let see = |row: &ReviewedRow<'_>| {
        let before = sink.reports();
        for check in &of_rows {
            check(reviewed, row, sink);
        }
        for cell in row.written_cells() {
            for check in &of_cells {
                check(reviewed, &row.row, cell, sink);
            }
        }
        if sink.reports() > before {
            spoken_of.extend(u32::try_from(row.row.position));
        }
    };
    match look {
        Look::At(rows) => reviewed.see_rows(reviewed.merge.notable_among(rows), see),
        Look::Everywhere | Look::InSearchOf(_) => reviewed.each_row(see),
    }
}

fn check_reading(table: &Table, records: &Records, sink: &mut Sink) {
    check_text(&table.bytes, &table.dialect, records, sink);
    for rule in ALL {
        match rule.check {
            Check::Header(check) if table.bytes.defect.is_none() => check(&table.columns, sink),
            _ => {}
        }
    }
}

/// Runs the rules of the stages that know no schema.
pub(crate) fn check_text(bytes: &Bytes, dialect: &Dialect, records: &Records, sink: &mut Sink) {
    for rule in ALL {
        match rule.check {
            Check::Bytes(check) => check(bytes, sink),
            // Past unreadable bytes there is nothing that could be wrong in its own right.
            _ if bytes.defect.is_some() => {}
            Check::Dialect(check) => check(dialect, sink),
            Check::Records(check) => check(records, sink),
            Check::Header(_) | Check::Cell(_) | Check::Row(_) | Check::Merge(_) => {}
        }
    }
}

/// The records without the defects of rows that are left out. A quote that is never closed stays: it hides rows that
/// nobody decided about.
fn without_rows(records: &Records, edits: &Edits) -> Records {
    let stands = |row: Option<usize>| row.is_none_or(|row| !edits.is_left_out(row));
    let defects =
        records.defects.iter().filter(|defect| defect.kind == RecordDefectKind::UnclosedQuote || stands(defect.row));
    Records { defects: defects.cloned().collect(), rows: Vec::new(), ..records.clone_without_rows() }
}

impl<'a> Reviewed<'a> {
    /// The rows that change something or would, with their merge.
    pub fn changing_rows(&self) -> impl Iterator<Item = (Row<'a>, &'a MergedRow)> {
        let (rows, merge) = (self.rows, self.merge);
        let entries = merge.notable().filter(|(_, merged)| !merge.cells(merged).is_empty());
        entries.filter_map(move |(position, merged)| Some((rows.row(position)?, merged)))
    }

    /// Shows every row of which anything can be said, in the order of the file.
    pub fn each_row(&self, see: impl FnMut(&ReviewedRow<'a>)) {
        self.see_rows(self.merge.notable(), see);
    }

    fn see_rows(&self, rows: impl Iterator<Item = (usize, &'a MergedRow)>, mut see: impl FnMut(&ReviewedRow<'a>)) {
        let mut cells = Vec::new();
        for (position, merged) in rows {
            let Some(row) = self.rows.row(position) else { continue };
            self.read_cells(&row, merged, &mut cells);
            let reviewed = ReviewedRow { row, merged, cells };
            see(&reviewed);
            cells = reviewed.cells;
        }
    }

    /// Shows the written cells of some columns; other cells aren't read.
    pub fn each_written_cell(&self, of: impl Fn(&Column) -> bool, mut see: impl FnMut(&Row<'a>, &ChangedCell<'a>)) {
        let wanted: Vec<bool> = self.schema.columns.iter().map(of).collect();
        let is_wanted = |cell: &MergedCell| wanted.get(cell.column()).copied().unwrap_or_default();
        for (position, merged) in self.merge.notable() {
            if !self.merge.cells(merged).iter().any(is_wanted) {
                continue;
            }
            let Some(row) = self.rows.row(position) else { continue };
            let cells = self.changed_cells(&row, merged);
            let reviewed = ReviewedRow { row, merged, cells };
            for cell in reviewed.written_cells().filter(|cell| wanted.get(cell.index) == Some(&true)) {
                see(&reviewed.row, cell);
            }
        }
    }

    /// The changed cells of a row.
    pub fn changed_cells(&self, row: &Row<'a>, merged: &MergedRow) -> Vec<ChangedCell<'a>> {
        let mut cells = Vec::new();
        self.read_cells(row, merged, &mut cells);
        cells
    }

    fn read_cells(&self, row: &Row<'a>, merged: &MergedRow, cells: &mut Vec<ChangedCell<'a>>) {
        cells.clear();
        let changed = self.merge.cells(merged);
        if changed.is_empty() {
            return;
        }
        let (person, base) = (self.person(merged), self.base_person(merged));
        let read = |cell: &MergedCell| {
            Some(ChangedCell {
                index: cell.column(),
                column: self.schema.column(cell.column())?,
                state: cell.state,
                explained: cell.explained,
                value: self.new_value(row, cell),
                stored: person.as_ref().map(|person| self.old_value(person, cell)),
                base: base.as_ref().map(|base| base.value(cell.column())),
            })
        };
        cells.extend(changed.iter().filter_map(read));
    }

    /// The file's value of a changed cell, in its stored form.
    pub(crate) fn new_value(&self, row: &Row<'a>, cell: &MergedCell) -> Cow<'a, str> {
        let text = cell.file().and_then(|field| row.text_of(field)).or_else(|| row.cell_of(cell.column()));
        match (self.schema.column(cell.column()), text) {
            (Some(column), Some(text)) => typed(column, text, self.options),
            _ => Cow::Borrowed(""),
        }
    }

    /// The stored value of a changed cell.
    pub(crate) fn old_value(&self, person: &Person<'a>, cell: &MergedCell) -> Cow<'a, str> {
        let text = cell.stored().and_then(|field| person.row().text_of(field));
        match (self.schema.column(cell.column()), text) {
            (Some(column), Some(text)) => typed(column, text, STORED),
            _ => person.value(cell.column()),
        }
    }

    /// Whether a row names columns instead of a person: most of its cells are headers.
    pub fn is_header(&self, position: usize) -> bool {
        let header = &self.table.columns.cells;
        let Some(row) = self.rows.row(position) else { return false };
        let names = |column: &usize| {
            let text = row.cell(*column).unwrap_or_default();
            let of_schema = || self.schema.columns.iter().any(|known| known.header.eq_ignore_ascii_case(text.trim()));
            !text.is_empty() && (header.get(*column).is_some_and(|cell| cell.text == text) || of_schema())
        };
        let first = (0..header.len()).find(|column| row.cell(*column).is_some_and(|cell| !cell.is_empty()));
        // Most rows are told apart by their first cell.
        first.is_some_and(|first| names(&first)) && (0..header.len()).filter(names).count() * 2 > header.len().min(6)
    }

    /// A cell of a row in its stored form; `None` where the file or the row lacks it.
    pub fn value<'r>(&self, row: &Row<'r>, column: usize) -> Option<Cow<'r, str>> {
        Sides { schema: self.schema, directory: self.directory, base: self.base, options: self.options }
            .value(row, column)
    }

    /// The person that a row is about.
    pub fn person(&self, merged: &MergedRow) -> Option<Person<'a>> {
        self.directory.person(merged.person()?)
    }

    /// The same person in the base.
    pub fn base_person(&self, merged: &MergedRow) -> Option<Person<'a>> {
        self.base?.person(merged.base()?)
    }

    /// The place of a row as a whole.
    pub fn row_place(&self, row: &Row<'_>) -> Place {
        let username = self.value(row, self.schema.username()).filter(|username| !username.is_empty());
        Place {
            line: Some(row.line),
            row: Some(row.position),
            username: username.map(Cow::into_owned),
            ..Place::default()
        }
    }

    /// The place of one cell, with the text that the file has there.
    pub fn cell_place(&self, row: &Row<'_>, column: usize) -> Place {
        Place {
            column: self.table.columns.file_column_of(column),
            value: row.cell_of(column).map(Cow::into_owned),
            ..self.row_place(row)
        }
    }

    /// The place of a changed cell, with all its values.
    pub fn changed_place(&self, row: &Row<'_>, cell: &ChangedCell<'_>) -> Place {
        let owned = |value: &Option<Cow<'_, str>>| value.as_deref().map(str::to_owned);
        Place { stored: owned(&cell.stored), base: owned(&cell.base), ..self.cell_place(row, cell.index) }
    }

    /// The fix that writes the stored value back into a cell; `None` for a new person, who has none.
    pub fn keep_stored(&self, row: &Row<'_>, cell: &ChangedCell<'_>, safety: Safety) -> Option<Fix> {
        let action = self.edit(row, cell.index, cell.stored.as_deref()?)?;
        Some(Fix { title: words!("Keep the stored value"), safety, actions: vec![action] })
    }

    /// The edit that writes a value into a row's cell, as the file would hold it.
    pub fn edit(&self, row: &Row<'_>, column: usize, value: &str) -> Option<Action> {
        let value = crate::values::guard::guard(value).into_owned();
        Some(Action::Edit { row: row.position, column: self.table.columns.file_column_of(column)?, value })
    }
}

impl<'a> ReviewedRow<'a> {
    /// The cells that the file would write, or would if a conflict were decided for it, unless an accident to their
    /// column explains them.
    pub fn written_cells(&self) -> impl Iterator<Item = &ChangedCell<'a>> {
        let counts = self.merged.state != RowState::Duplicate;
        self.cells.iter().filter(move |cell| counts && cell.state != CellState::Theirs && !cell.explained)
    }
}
