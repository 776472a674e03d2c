//! The cells of a row that differ from what is stored, and what becomes of each.
//!
//! Bytes are compared before anything is typed, and records that are laid out alike are split only where they differ.

use super::differing::{differing_cells, same_bytes};
use super::merged::{CellState, MergedCell};
use super::sides::{Sides, Trust};
use crate::csv::{Field, split_record};
use crate::directory::{Person, STORED};
use crate::schema::Column;
use crate::stages::rows::{Row, Rows, same_value, typed};
use std::borrow::Cow;

/// A column that the file has.
#[derive(Debug, Clone, Copy)]
struct Pair<'a> {
    index: usize,
    column: &'a Column,
    /// Where it stands in the file.
    file: usize,
    /// Where it stands in the directory's extract.
    stored: Option<usize>,
}

/// Two cells of one column that aren't the same bytes; `None` for the file's where an edit may lie over it.
#[derive(Debug, Clone, Copy)]
struct Differing {
    pair: usize,
    file: Option<Field>,
    stored: Option<Field>,
}

/// Compares rows with people, cell by cell.
#[derive(Debug)]
pub(super) struct Cells<'a> {
    sides: Sides<'a>,
    rows: Rows<'a>,
    /// In the schema's order.
    pairs: Vec<Pair<'a>>,
    /// By column of the file: its pair.
    pair_of: Vec<Option<usize>>,
    key: Option<usize>,
    all_have_keys: bool,
    /// Whether a record that equals a person's to the byte says the same: both files have the same columns in the same
    /// order, written in the same way.
    alike: bool,
    /// Of the row compared last, the columns of the schema in which an empty cell keeps what is stored.
    pub(super) kept: Vec<u16>,
    // Used again from row to row.
    differing: Vec<Differing>,
    own: Vec<Field>,
    other: Vec<Field>,
}

impl<'a> Cells<'a> {
    /// Nothing compared yet.
    pub(super) fn of(rows: Rows<'a>, sides: Sides<'a>) -> Self {
        let layout = sides.directory.layout();
        let pair = |(index, column): (usize, &'a Column)| {
            let stored = layout.file_column_of(index);
            Some(Pair { index, column, file: rows.file_column_of(index)?, stored })
        };
        let pairs: Vec<Pair<'a>> = sides.schema.columns.iter().enumerate().filter_map(pair).collect();
        let mut pair_of = vec![None; pairs.iter().map(|pair| pair.file + 1).max().unwrap_or_default()];
        for (position, pair) in pairs.iter().enumerate() {
            if let Some(slot) = pair_of.get_mut(pair.file) {
                *slot = Some(position);
            }
        }
        Self {
            key: sides.schema.key(sides.options.key),
            all_have_keys: sides.directory.knows_everybody_by(sides.options.key),
            alike: rows.laid_out_as(&layout),
            sides,
            rows,
            pairs,
            pair_of,
            kept: Vec::new(),
            differing: Vec::new(),
            own: Vec::new(),
            other: Vec::new(),
        }
    }

    /// The person, if a row equals her record to the byte. Her record may lack the key.
    pub(super) fn same_as(&self, row: &Row<'_>, person: usize) -> Option<usize> {
        let same = self.alike
            && same_bytes(self.sides.directory.record(person)?.as_bytes(), row.untouched_record()?.as_bytes());
        (same && (self.all_have_keys || !row.cell_of(self.key?)?.trim().is_empty())).then_some(person)
    }

    /// Takes in every cell of a row that creates a person.
    pub(super) fn of_new_person(&self, row: &Row<'_>, cells: &mut Vec<MergedCell>) {
        for pair in self.pairs.iter().filter(|pair| !pair.column.system) {
            if self.sides.value(row, pair.index).is_some_and(|value| !value.is_empty()) {
                cells.push(MergedCell::new(pair.index, CellState::Edit, None, None));
            }
        }
    }

    /// Takes in the cells that change a person. Returns what they were compared with, if it came to that, and whether
    /// any cell is written otherwise than the stored one.
    pub(super) fn of_person(
        &mut self,
        row: &Row<'_>,
        stored: &Person<'_>,
        base: Option<&Person<'_>>,
        cells: &mut Vec<MergedCell>,
    ) -> (Option<Trust>, bool) {
        let mut differing = std::mem::take(&mut self.differing);
        self.find_differing(row, stored, &mut differing);
        let (mut trust, mut otherwise) = (None, false);
        for entry in &differing {
            let Some(pair) = self.pairs.get(entry.pair) else { continue };
            let cell = match entry.file {
                Some(field) => row.text_of(field),
                None => row.cell(pair.file),
            };
            let Some(cell) = cell else { continue };
            let now = entry.stored.and_then(|field| stored.row().text_of(field));
            if now.as_ref() == Some(&cell) {
                continue;
            }
            otherwise = true;
            if pair.column.system {
                continue;
            }
            let file = typed(pair.column, cell, self.sides.options);
            let now = now.map_or(Cow::Borrowed(""), |now| typed(pair.column, now, STORED));
            let as_stored = same_value(pair.column, &file, &now);
            if as_stored || self.sides.is_former_name(pair.column, &file, &now) {
                continue;
            }
            if self.sides.keeps(pair.column, &file) {
                self.kept.extend(u16::try_from(pair.index));
                continue;
            }
            let trust = *trust.get_or_insert_with(|| self.sides.trust(row, stored, base));
            if let Some(state) = self.state(pair, [&file, &now], stored, base, trust) {
                cells.push(MergedCell::new(pair.index, state, entry.file, entry.stored));
            }
        }
        self.differing = differing;
        (trust, otherwise)
    }

    /// What becomes of a cell that isn't as stored; `None` where the file holds what its extract held.
    fn state(
        &self,
        pair: &Pair<'_>,
        [file, now]: [&str; 2],
        stored: &Person<'_>,
        base: Option<&Person<'_>>,
        trust: Trust,
    ) -> Option<CellState> {
        let before = base.filter(|_| trust == Trust::Base).map(|base| base.value(pair.index));
        if before.as_ref().is_some_and(|before| same_value(pair.column, file, before)) {
            return None;
        }
        let edit = match (&before, trust) {
            (Some(before), _) => same_value(pair.column, now, before),
            (None, Trust::Nothing) => false,
            (None, _) => true,
        };
        Some(if edit { CellState::Edit } else { self.sides.decided(&stored.username(), &pair.column.header) })
    }

    /// The pairs of cells that aren't the same bytes, in the schema's order.
    fn find_differing(&mut self, row: &Row<'_>, stored: &Person<'_>, differing: &mut Vec<Differing>) {
        differing.clear();
        let stored_record = stored.row().own_record();
        let Some(record) = row.untouched_record() else {
            // The edits decide: each cell is asked for.
            split_record(stored_record.as_bytes(), self.sides.directory.layout().delimiter(), &mut self.other);
            let stored = |pair: &Pair<'_>| self.other.get(pair.stored?).copied();
            let entry = |(position, pair)| Differing { pair: position, file: None, stored: stored(pair) };
            differing.extend(self.pairs.iter().enumerate().map(entry));
            return;
        };
        if self.alike {
            let (mut in_order, mut last) = (true, 0);
            differing_cells(
                record.as_bytes(),
                stored_record.as_bytes(),
                self.rows.delimiter(),
                |column, own, other| {
                    let Some(pair) = self.pair_of.get(column).copied().flatten() else { return };
                    in_order &= last <= pair;
                    last = pair;
                    differing.push(Differing { pair, file: Some(own), stored: Some(other) });
                },
            );
            if !in_order {
                differing.sort_unstable_by_key(|entry| entry.pair);
            }
            return;
        }
        split_record(record.as_bytes(), self.rows.delimiter(), &mut self.own);
        split_record(stored_record.as_bytes(), self.sides.directory.layout().delimiter(), &mut self.other);
        for (position, pair) in self.pairs.iter().enumerate() {
            let Some(own) = self.own.get(pair.file).copied() else { continue };
            let other = pair.stored.and_then(|column| self.other.get(column).copied());
            let same = |other: Field| record.get(own.start..own.end) == stored_record.get(other.start..other.end);
            if !other.is_some_and(same) {
                differing.push(Differing { pair: position, file: Some(own), stored: other });
            }
        }
    }
}
