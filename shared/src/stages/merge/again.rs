//! Merging a few rows again after an edit, where the rest can't be touched by it.

use super::cells::Cells;
use super::merged::{MergedRow, RowState};
use super::outcome::Merge;
use super::sides::Sides;
use super::taken;
use crate::stages::rows::Rows;

impl Merge {
    /// Merges some rows again, of which only the given cells (row and column of the file) were edited. Returns whether
    /// that was enough: an edit of a key, or to a row about nobody, can change what other rows mean.
    pub(crate) fn merge_again(&mut self, rows: Rows<'_>, sides: Sides<'_>, edited: &[(usize, usize)]) -> bool {
        let settled = |(row, column): &(usize, usize)| {
            let merged = self.rows.get(*row);
            let about_somebody = merged.is_some_and(|merged| {
                matches!(merged.state, RowState::Same | RowState::Update | RowState::Conflict)
                    && merged.person().is_some()
            });
            about_somebody && !rows.holds_key(sides.schema, *column)
        };
        if !edited.iter().all(settled) {
            return false;
        }
        let mut cells = Cells::of(rows, sides);
        let mut last = None;
        for (position, _) in edited {
            if last.replace(*position) == Some(*position) {
                continue;
            }
            let Some(row) = rows.row(*position) else { return false };
            let (Some(key), Some(person)) = (sides.key_of(&row), self.rows.get(*position).and_then(MergedRow::person))
            else {
                return false;
            };
            // The cells of before stay behind unused: they are few, and the next whole merge drops them.
            let merged = sides.compare(&row, &key, person, &mut cells, &mut self.cells);
            self.replace(*position, merged);
            self.kept.replace(*position, &mut cells.kept);
        }
        for cell in &mut self.cells {
            cell.explained = false;
        }
        self.accidents.clear();
        self.taken.clear();
        taken::find_taken(rows, sides, self);
        true
    }

    fn replace(&mut self, position: usize, merged: MergedRow) {
        if let Some(row) = self.rows.get_mut(position) {
            *row = merged;
        }
        let Ok(position) = u32::try_from(position) else { return };
        match (self.notable.binary_search(&position), merged.is_notable()) {
            (Ok(at), false) => _ = self.notable.remove(at),
            (Err(at), true) => self.notable.insert(at, position),
            _ => {}
        }
    }
}
