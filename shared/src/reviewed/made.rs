//! What the catalogue of transforms says of changed cells, and how rules speak of it.

use super::{ChangedCell, Reviewed};
use crate::fix::Fix;
use crate::oracle::explain;
use crate::rule::{Rule, Severity};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::transform::Transform;
use crate::values::text::shortened;
use crate::values::words::Words;
use crate::words;
use hashbrown::HashMap;

/// The fewest cells of a column that are many.
const MANY: usize = 3;

/// How many cells each transform explains, and how many changed: by column.
#[derive(Debug, Default)]
pub(super) struct Made {
    by_transform: HashMap<(usize, &'static str), usize, foldhash::fast::FixedState>,
    changed: HashMap<usize, usize, foldhash::fast::FixedState>,
}

impl Made {
    pub(super) fn of(reviewed: &Reviewed<'_>) -> Self {
        let mut made = Self::default();
        reviewed.each_written_cell(
            |_| true,
            |_, cell| {
                *made.changed.entry(cell.index).or_default() += 1;
                if let Some(transform) = reviewed.transform(cell) {
                    *made.by_transform.entry((cell.index, transform.name)).or_default() += 1;
                }
            },
        );
        made
    }

    /// How many cells of a column a transform explains, and how many changed.
    pub(super) fn count(&self, column: usize, transform: &Transform) -> (usize, usize) {
        let explained = self.by_transform.get(&(column, transform.name)).copied().unwrap_or_default();
        (explained, self.changed.get(&column).copied().unwrap_or_default())
    }
}

impl Reviewed<'_> {
    /// What explains a changed cell; `None` where it is an edit, or where the admin said that its value is meant.
    pub fn transform(&self, cell: &ChangedCell<'_>) -> Option<&'static Transform> {
        *cell.transform.get_or_init(|| {
            let found = explain(&cell.column.kind, cell.stored.as_deref().unwrap_or_default(), &cell.value)?;
            (!self.options.means(&cell.column.header, &cell.value)).then_some(found)
        })
    }

    /// What explains a changed cell, where a rule is the one that speaks of it.
    pub fn made_by(&self, cell: &ChangedCell<'_>, rule: &Rule) -> Option<&'static Transform> {
        self.transform(cell).filter(|transform| transform.said_by == rule.code)
    }

    /// Whether many cells of a column, and most of those that changed, show what a transform makes.
    pub fn shown_by_many(&self, cell: &ChangedCell<'_>, transform: &Transform) -> bool {
        let (explained, changed) = self.made().count(cell.index, transform);
        explained >= MANY && explained * 2 >= changed
    }

    /// How many cells of a cell's column a transform explains, and how many changed.
    pub fn count_made(&self, cell: &ChangedCell<'_>, transform: &Transform) -> (usize, usize) {
        self.made().count(cell.index, transform)
    }

    /// Says what a transform made of a cell: one finding for each transform and column.
    pub fn report_made(
        &self,
        (rule, severity): (&Rule, Severity),
        transform: &Transform,
        (row, cell): (&Row<'_>, &ChangedCell<'_>),
        help: Words,
        fixes: Vec<Fix>,
        sink: &mut Sink,
    ) {
        let header = &cell.column.header;
        let place = || self.changed_place(row, cell);
        sink.report_as(severity, rule, Some(header), transform.name, place, || {
            let (value, what) = (shortened(&cell.value), (transform.says)());
            let message = match cell.stored.as_deref().filter(|was| !was.is_empty()) {
                Some(was) => words!(
                    "{header} was “{was}”, the file has “{value}”: {what}.",
                    header,
                    was = shortened(was),
                    value,
                    what
                ),
                None => words!("{header} was empty, the file has “{value}”: {what}.", header, value, what),
            };
            let many = words!("{count} cells of {header}, such as “{value}”: {what}.", header, value, what);
            Detail { message, many, help, fixes }
        });
    }
}
