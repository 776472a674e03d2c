//! What stands where the header has no name: harmless where it is empty, a column without a name, a remark beside the
//! table, or a row that is too long.

use super::found::{Exceeded, RecordDefect, RecordDefectKind, Records, Span};
use super::Reader;
use crate::limits::{MOST_COLUMNS, MOST_DEFECTS, MOST_HEADER, MOST_SAID};
use crate::csv::{Field, split_record};
use crate::stages::bytes::Bytes;
use std::collections::BTreeMap;

/// So many texts make a column without a name of what stands next to a sheet's table.
const MAKE_A_COLUMN: usize = 2;

/// A cell with text that stands in no column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beyond {
    /// The row, counted from 0.
    pub row: usize,
    /// Its physical line, counted from 1.
    pub line: u32,
    /// The cell within the record, counted from 0.
    pub cell: usize,
    /// Its text.
    pub text: String,
}

/// The cells behind the header's last name, as they are read.
#[derive(Debug, Default)]
pub(super) struct Further {
    /// Whether cells stand on a sheet, where a separator too many moves nothing.
    on_sheet: bool,
    /// How many cells the header's line has, empty ones included.
    header_cells: usize,
    /// By cell: how many rows have text there.
    texts: BTreeMap<usize, usize>,
}

impl Further {
    pub(super) fn of(bytes: &Bytes) -> Self {
        Self { on_sheet: bytes.workbook.is_some(), ..Self::default() }
    }

    /// Tells what stands behind the header's last name apart: columns without a name stand next to it, one by the other; a
    /// row that a separator too many moved has its first text there, too, but most rows have none; the rest stands beside
    /// the table.
    pub(super) fn settle(&self, records: &mut Records) {
        let rows = records.rows.len();
        let enough = |texts: usize| if self.on_sheet { texts >= MAKE_A_COLUMN } else { texts * 2 > rows };
        let is_column = |cell: &usize| self.texts.get(cell).is_some_and(|texts| enough(*texts));
        records.nameless_after = (records.width..).take_while(is_column).count();
        let columns = records.width + records.nameless_after;
        let (mut moved, mut beyond): (Vec<Beyond>, Vec<Beyond>) = std::mem::take(&mut records.beyond)
            .into_iter()
            .filter(|beyond| beyond.cell >= columns)
            .partition(|beyond| !self.on_sheet && beyond.cell == columns);
        let is_moved = |row: usize| moved.binary_search_by_key(&row, |beyond| beyond.row).is_ok();
        beyond.retain(|beyond| !is_moved(beyond.row));
        records.beyond = beyond;
        for Beyond { row, line, cell, text } in moved.drain(..) {
            let Some(span) = records.rows.get(row) else { continue };
            records.too_long += 1;
            let byte = span.start as usize;
            records.defects.push(RecordDefect {
                kind: RecordDefectKind::TooManyCells { cells: cell + 1 },
                line,
                cell,
                byte,
                row: Some(row),
                text,
            });
        }
    }
}

impl Reader<'_> {
    /// Whether a record holds nothing but separators, space and quotes round nothing.
    pub(super) fn is_blank(&mut self, record: &str, defects: usize) -> bool {
        let delimiter = char::from(self.delimiter);
        let blank = |character: char| matches!(character, ' ' | '\t' | '\u{a0}') || character == delimiter;
        let rest = record.trim_start_matches(blank);
        if rest.is_empty() {
            return true;
        }
        let may_be = |character: char| blank(character) || matches!(character, '"' | '\r' | '\n');
        if !rest.starts_with('"') || !rest.trim_start_matches(may_be).is_empty() || self.records.defects.len() > defects
        {
            return false;
        }
        split_record(record.as_bytes(), self.delimiter, &mut self.fields);
        self.fields.iter().all(|field| field.decoded(record).is_none_or(|text| text.trim().is_empty()))
    }

    /// Takes the number of cells that every row should have from the header.
    pub(super) fn measure_header(&mut self, header: &str, lines: u32) {
        if header.len() > MOST_HEADER {
            let characters = header.chars().count();
            self.records.exceeds = (characters > MOST_HEADER).then_some(Exceeded::Header { characters, lines });
        }
        if self.records.exceeds.is_some() {
            return;
        }
        split_record(header.as_bytes(), self.delimiter, &mut self.fields);
        let named = |field: &Field| field.decoded(header).is_some_and(|name| !name.trim().is_empty());
        self.further.header_cells = if self.further.on_sheet { usize::MAX } else { self.fields.len() };
        self.records.width = self.fields.iter().rposition(named).map_or(0, |last| last + 1);
        if self.records.width > MOST_COLUMNS {
            self.records.exceeds = Some(Exceeded::Columns(self.records.width));
        }
        let last = self.records.width.checked_sub(1).and_then(|last| self.fields.get(last));
        let last = last.and_then(|field| field.decoded(header)).unwrap_or_default();
        last.trim().clone_into(&mut self.records.last_header);
    }

    /// A row with more cells than the header has names: harmless where the further ones are empty.
    pub(super) fn measure_long_row(&mut self, record: &str, span: Span, row: usize, cells: usize) {
        split_record(record.as_bytes(), self.delimiter, &mut self.fields);
        let mut holds_text = false;
        for (cell, field) in self.fields.iter().enumerate().skip(self.records.width) {
            let text = field.decoded(record).unwrap_or_default();
            if text.trim().is_empty() {
                continue;
            }
            holds_text = true;
            let text: String = text.trim().chars().take(MOST_SAID).collect();
            if cell < self.further.header_cells {
                *self.further.texts.entry(cell).or_default() += 1;
                if self.records.beyond.len() < MOST_DEFECTS {
                    self.records.beyond.push(Beyond { row, line: span.line, cell, text });
                }
                continue;
            }
            self.records.too_long += 1;
            if self.records.defects.len() < MOST_DEFECTS {
                let byte = span.start as usize + field.start;
                let kind = RecordDefectKind::TooManyCells { cells };
                self.records.defects.push(RecordDefect { kind, line: span.line, cell, byte, row: Some(row), text });
            }
            break;
        }
        if !holds_text {
            self.records.long_and_empty.push(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::stages::bytes::bytes_from_upload;
    use crate::stages::dialect::dialect_from_bytes;
    use crate::stages::records::{Records, records_from_bytes};

    fn read(upload: &str) -> Records {
        let bytes = bytes_from_upload(upload.as_bytes().to_vec(), None);
        let dialect = dialect_from_bytes(&bytes, None);
        records_from_bytes(&bytes, &dialect)
    }

    #[test]
    fn columns_without_a_name_are_told_from_remarks() {
        let of = |upload: &str| {
            let records = read(upload);
            (records.nameless_after, records.beyond.len(), records.too_long)
        };
        assert_eq!(of("a,b,\n1,2,x\n3,4,y\n"), (1, 0, 0));
        assert_eq!(of("a,b,\n1,2,x\n3,4,\n"), (0, 0, 1), "a separator too many");
        assert_eq!(of("a,b,,\n1,2,x,z\n3,4,,\n"), (0, 0, 1));
        assert_eq!(of("a,b,,,\n1,2,,,note\n3,4,,,more\n"), (0, 2, 0));
        assert_eq!(of("a,b\n1,2,x\n3,4,y\n"), (0, 0, 2));
        assert_eq!(of("a,b,,\n1,2,,\n"), (0, 0, 0));
    }

    #[test]
    fn quotes_round_nothing_are_nothing() {
        let records = read("a,b\n\" \",\n\"\",\"\"\n1,2\n\"\n\",\n\"\"\"\",\n");
        assert_eq!((records.rows.len(), records.blank_count), (2, 3));
    }
}
