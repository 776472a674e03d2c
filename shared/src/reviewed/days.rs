//! What happened to many days of a column at once: all of them moved, or day and month changed places.
//!
//! Honest edits that resemble it: a birthday corrected by a day, a group that joins a month later, contracts that end a year
//! later. Those are few, begin with one day for all, or keep the day of the month.

use super::{ChangedCell, Reviewed};
use crate::schema::{Column, Kind};
use crate::transform::{Transform, Verdict};
use crate::values::date::day_number;
use std::collections::{BTreeMap, BTreeSet};

/// The fewest cells that a transform explains together.
const FEWEST: usize = 3;
/// The fewest that moved by some other number of days.
const FEWEST_MOVED: usize = 5;

/// What one cause did to days of a column.
#[derive(Debug)]
pub struct DayStory {
    /// The column, by its position in the schema.
    pub column: usize,
    /// What explains the cells; `None` where they only moved alike.
    pub transform: Option<&'static Transform>,
    /// By how many days each of them moved, where all moved alike.
    pub days: Option<i64>,
    /// The rows.
    pub rows: Vec<usize>,
}

/// A day that became another.
struct Moved {
    row: usize,
    was: i64,
    days: i64,
    /// Whether it keeps its place in the month, as what is put off by months and years does.
    whole_months: bool,
    transform: Option<&'static Transform>,
}

impl Reviewed<'_> {
    /// Whether the file changes any day.
    pub fn any_day_changed(&self) -> bool {
        let days = |column: &Column| matches!(column.kind, Kind::Date { .. });
        let mut changed = self.merge.notable().flat_map(|(_, merged)| self.merge.cells(merged));
        changed.any(|cell| self.schema.column(cell.column()).is_some_and(days))
    }
}

impl DayStory {
    pub(super) fn all(reviewed: &Reviewed<'_>) -> Vec<Self> {
        let days = |column: &Column| matches!(column.kind, Kind::Date { .. });
        if !reviewed.any_day_changed() {
            return Vec::new();
        }
        let mut columns: BTreeMap<usize, (Vec<Moved>, usize)> = BTreeMap::new();
        reviewed.each_written_cell(days, |row, cell| {
            let (moved, rewritten) = columns.entry(cell.index).or_default();
            let transform = reviewed.transform(cell);
            match moved_by(cell, row.position, transform) {
                Some(day) => moved.push(day),
                None => *rewritten += usize::from(transform.is_some_and(|known| known.said_by == "X004")),
            }
        });
        let meant = |column: usize| reviewed.options.meant.contains(reviewed.schema.header_of(column));
        let columns = columns.into_iter().filter(|(column, _)| !meant(*column));
        columns.flat_map(|(column, (moved, rewritten))| in_column(column, moved, rewritten)).collect()
    }
}

fn moved_by(cell: &ChangedCell<'_>, row: usize, transform: Option<&'static Transform>) -> Option<Moved> {
    let stored = cell.stored.as_deref()?;
    let (was, is) = (day_number(stored)?, day_number(&cell.value)?);
    let whole_months = stored.get(8..) == cell.value.get(8..);
    let transform = transform.filter(|known| known.verdict == Verdict::Story);
    Some(Moved { row, was, days: is - was, whole_months, transform })
}

/// The stories of one column, the one that explains most first; `rewritten` cells beside them speak for a program.
fn in_column(column: usize, mut moved: Vec<Moved>, rewritten: usize) -> Vec<DayStory> {
    let mut stories = Vec::new();
    while let Some(story) = most(column, &moved, rewritten) {
        let told: BTreeSet<usize> = story.rows.iter().copied().collect();
        moved.retain(|day| !told.contains(&day.row));
        stories.push(story);
    }
    stories
}

fn most(column: usize, moved: &[Moved], rewritten: usize) -> Option<DayStory> {
    let mut groups: BTreeMap<(Option<&'static str>, i64), Vec<&Moved>> = BTreeMap::new();
    for day in moved {
        // Days that change places with months move by any number of days.
        let exchanged = day.transform.is_some_and(|known| known.said_by == "X012");
        let days = if exchanged { 0 } else { day.days };
        groups.entry((day.transform.map(|known| known.name), days)).or_default().push(day);
    }
    let group = groups.into_values().max_by_key(Vec::len)?;
    let first = group.first()?;
    let different = group.iter().map(|day| day.was).collect::<BTreeSet<_>>().len();
    let fewest = match first.transform {
        Some(_) if rewritten > 0 => 1,
        Some(_) => FEWEST,
        None => FEWEST_MOVED,
    };
    let put_off = first.transform.is_none() && group.iter().all(|day| day.whole_months);
    let most = group.len() * 2 >= moved.len();
    (group.len() >= fewest && most && different * 2 > group.len() && !put_off).then(|| DayStory {
        column,
        transform: first.transform,
        days: group.iter().all(|day| day.days == first.days).then_some(first.days),
        rows: group.iter().map(|day| day.row).collect(),
    })
}
