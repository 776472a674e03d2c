//! How an accident to a column is said: once, with its cells as places and one fix for all of them.

use super::{ChangedCell, Reviewed};
use crate::finding::Place;
use crate::fix::{Action, Fix, Safety};
use crate::limits::MOST_PLACES;
use crate::rule::Rule;
use crate::sink::{Detail, Sink};
use crate::stages::merge::{Accident, AccidentKind};
use crate::values::words::Words;
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

impl<'a> Reviewed<'a> {
    /// Reports an accident: one finding for the column.
    pub fn report_accident(&self, rule: &Rule, accident: &Accident, words: &AccidentWords, sink: &mut Sink) {
        let header = self.schema.header_of(accident.column);
        for (position, row) in accident.rows.iter().enumerate() {
            let detail = || Detail {
                message: words.message.clone(),
                many: words.message.clone(),
                help: words.help.clone(),
                fixes: if position == 0 { self.fixes_of(accident, &words.fix) } else { Vec::new() },
            };
            let place = || self.accident_place(accident, *row, position < MOST_PLACES);
            if accident.mild {
                sink.report_mildly(rule, Some(header), place, detail);
            } else {
                sink.report(rule, Some(header), "", place, detail);
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

    fn fixes_of(&self, accident: &Accident, title: &Words) -> Vec<Fix> {
        // Columns that changed places go back together.
        let together = |other: &&Accident| match accident.kind {
            AccidentKind::Swapped { with } => {
                other.column == with && matches!(other.kind, AccidentKind::Swapped { .. })
            }
            _ => false,
        };
        let actions = |accident: &Accident| -> Vec<Action> {
            let Some(column) = self.table.columns.file_column_of(accident.column) else { return Vec::new() };
            let keep = |(first, last): &(usize, usize)| Action::KeepStored { column, first: *first, last: *last };
            accident.stretches.iter().map(keep).collect()
        };
        let other = self.merge.accidents.iter().find(together).map(actions);
        let actions = actions(accident).into_iter().chain(other.unwrap_or_default()).collect();
        let back = Fix { title: title.clone(), safety: Safety::NeedsALook, actions };
        let header = self.schema.header_of(accident.column).to_owned();
        let meant = (!accident.mild).then(|| Fix::needs_a_look(words!("It is meant"), Action::TakeAsMeant { header }));
        std::iter::once(back).chain(meant).collect()
    }
}
