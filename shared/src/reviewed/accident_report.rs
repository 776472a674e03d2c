//! How accidents to columns are said: once for each cause, with the cells as places and one fix for all of them.

use super::{ChangedCell, Reviewed};
use crate::finding::Place;
use crate::fix::{Action, Fix, Safety};
use crate::limits::MOST_PLACES;
use crate::rule::Rule;
use crate::sink::{Detail, Sink};
use crate::stages::merge::{Accident, AccidentKind};
use crate::values::words::{Count, Words};
use crate::words;

/// What a rule says of an accident.
#[derive(Debug)]
pub struct AccidentWords {
    /// What was found.
    pub message: Words,
    /// Why it matters and what to do.
    pub help: Words,
    /// What the fix's button says.
    pub fix: Words,
}

/// Accidents of one kind to several columns in the same rows: one cause. Mostly it is one column.
#[derive(Debug)]
pub struct Together<'a> {
    /// The accidents, by column.
    pub accidents: Vec<&'a Accident>,
    /// Their columns, as they are named in a sentence.
    pub headers: String,
}

impl Together<'_> {
    /// How many cells they explain.
    pub fn cells(&self) -> Count {
        Count(self.accidents.iter().map(|accident| accident.rows.len()).sum())
    }

    /// Of how many.
    pub fn of(&self) -> Count {
        Count(self.accidents.iter().map(|accident| accident.of).sum())
    }

    /// Whether it is one column.
    pub fn is_one(&self) -> bool {
        self.accidents.len() == 1
    }
}

impl<'a> Reviewed<'a> {
    /// The accidents of a kind: those to several columns in the same rows together.
    pub fn accidents_like(&self, like: impl Fn(&AccidentKind) -> bool) -> Vec<Together<'a>> {
        let mut groups: Vec<Vec<&'a Accident>> = Vec::new();
        for accident in self.merge.accidents.iter().filter(|accident| like(&accident.kind)) {
            let belongs = |group: &&mut Vec<&'a Accident>| {
                group.first().is_some_and(|first| !first.mild && !accident.mild && in_the_same_rows(first, accident))
            };
            match groups.iter_mut().find(belongs) {
                Some(group) => group.push(accident),
                None => groups.push(vec![accident]),
            }
        }
        let named = |accidents: Vec<&'a Accident>| {
            let headers: Vec<&str> = accidents.iter().map(|accident| self.schema.header_of(accident.column)).collect();
            Together { headers: headers.join(", "), accidents }
        };
        groups.into_iter().map(named).collect()
    }

    /// An accident that is a cause of its own.
    pub fn alone(&self, accident: &'a Accident) -> Together<'a> {
        Together { accidents: vec![accident], headers: self.schema.header_of(accident.column).to_owned() }
    }

    /// Reports accidents of one cause: one finding, for its column where it is one.
    pub fn report_accidents(&self, rule: &Rule, together: &Together<'_>, words: &AccidentWords, sink: &mut Sink) {
        let (header, cause) = match together.accidents.as_slice() {
            [accident] => (Some(self.schema.header_of(accident.column)), ""),
            _ => (None, together.headers.as_str()),
        };
        let of = |accident: &&'_ Accident| accident.rows.clone();
        let mut cells: Vec<(usize, usize)> = Vec::new();
        for (order, rows) in together.accidents.iter().map(of).enumerate() {
            cells.extend(rows.into_iter().map(|row| (row, order)));
        }
        if !together.is_one() {
            cells.sort_unstable();
        }
        for (position, (row, order)) in cells.into_iter().enumerate() {
            let Some(accident) = together.accidents.get(order) else { continue };
            let detail = || Detail {
                message: words.message.clone(),
                many: words.message.clone(),
                help: words.help.clone(),
                fixes: if position == 0 { self.fixes_of(together, &words.fix) } else { Vec::new() },
            };
            let place = || self.accident_place(accident, row, position < MOST_PLACES);
            if accident.mild {
                sink.report_mildly(rule, header, place, detail);
            } else {
                sink.report(rule, header, cause, place, detail);
            }
        }
    }

    /// A cell's changes in one column of a row.
    pub fn changed_cell(&self, row: usize, column: usize) -> Option<ChangedCell<'a>> {
        let (row, merged) = (self.rows.row(row)?, self.merge.rows.get(row)?);
        self.changed_cells(&row, merged).into_iter().find(|cell| cell.index == column)
    }

    fn accident_place(&self, accident: &Accident, row: usize, in_full: bool) -> Place {
        let Some(at) = self.rows.row(row) else { return Place::default() };
        match self.changed_cell(row, accident.column).filter(|_| in_full) {
            Some(cell) => self.changed_place(&at, &cell),
            None if in_full => self.cell_place(&at, accident.column),
            None => Place { row: Some(row), ..Place::at_line(at.line) },
        }
    }

    fn fixes_of(&self, together: &Together<'_>, title: &Words) -> Vec<Fix> {
        let keep = |accident: &&Accident| -> Vec<Action> {
            let Some(column) = self.table.columns.file_column_of(accident.column) else { return Vec::new() };
            let keep = |(first, last): &(usize, usize)| Action::KeepStored { column, first: *first, last: *last };
            accident.stretches.iter().map(keep).collect()
        };
        let needs_a_look = |title: Words, actions| Fix { title, safety: Safety::NeedsALook, actions };
        let back = needs_a_look(title.clone(), together.accidents.iter().flat_map(keep).collect());
        let meant = |accident: &&Accident| {
            let header = self.schema.header_of(accident.column).to_owned();
            (!accident.mild).then_some(Action::TakeAsMeant { header })
        };
        let meant: Vec<Action> = together.accidents.iter().filter_map(meant).collect();
        let meant = (!meant.is_empty()).then(|| needs_a_look(words!("It is meant"), meant));
        std::iter::once(back).chain(meant).collect()
    }
}

/// Whether two accidents happened to much the same stretch of rows.
fn in_the_same_rows(one: &Accident, other: &Accident) -> bool {
    let span = |accident: &Accident| accident.rows.first().copied().zip(accident.rows.last().copied());
    let (Some((first, last)), Some((other_first, other_last))) = (span(one), span(other)) else { return false };
    let both = (last.min(other_last) + 1).saturating_sub(first.max(other_first));
    let shorter = (last - first).min(other_last - other_first) + 1;
    let longer = (last - first).max(other_last - other_first) + 1;
    both * 10 >= shorter * 8 && shorter * 2 >= longer
}
