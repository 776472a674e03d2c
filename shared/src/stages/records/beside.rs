//! What stands where the header has no name: harmless where it is empty, a column without a name, a remark beside the
//! table, or a row that is too long.

use super::found::{Beside, RecordDefect, RecordDefectKind, Records, Span};
use crate::csv::Field;
use crate::limits::{MOST_DEFECTS, MOST_SAID};
use crate::stages::bytes::Bytes;
use std::collections::BTreeMap;

/// So many texts make a column without a name of what stands next to a sheet's table.
const MAKE_A_COLUMN: usize = 2;

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

    /// Takes in how many cells the header's line has.
    pub(super) fn measure_header(&mut self, cells: usize) {
        self.header_cells = if self.on_sheet { usize::MAX } else { cells };
    }

    /// Takes in a row with more cells than the header has names: harmless where the further ones are empty.
    pub(super) fn long_row(&mut self, records: &mut Records, fields: &[Field], record: &str, row: (usize, Span)) {
        let (row, span) = row;
        let mut holds_text = false;
        for (cell, field) in fields.iter().enumerate().skip(records.width) {
            let text = field.decoded(record).unwrap_or_default();
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            holds_text = true;
            let said = || text.chars().take(MOST_SAID).collect();
            if cell < self.header_cells {
                *self.texts.entry(cell).or_default() += 1;
                if records.beside.len() < MOST_DEFECTS {
                    records.beside.push(Beside { row, line: span.line, cell, text: said() });
                }
                continue;
            }
            records.too_long += 1;
            if records.defects.len() < MOST_DEFECTS {
                let byte = span.start as usize + field.start;
                let kind = RecordDefectKind::TooManyCells { cells: fields.len() };
                let defect = RecordDefect { kind, line: span.line, cell, byte, row: Some(row), text: said() };
                records.defects.push(defect);
            }
            break;
        }
        if !holds_text {
            records.long_and_empty.push(row);
        }
    }

    /// Tells what stands behind the header's last name apart: columns without a name stand next to it, one by the other; a
    /// row that a separator too many moved has its first text there, too, but most rows have none; the rest stands beside
    /// the table.
    pub(super) fn settle(&self, records: &mut Records) {
        let rows = records.rows.len();
        let enough = |texts: usize| if self.on_sheet { texts >= MAKE_A_COLUMN } else { texts * 2 > rows };
        let is_column = |cell: &usize| self.texts.get(cell).is_some_and(|texts| enough(*texts));
        records.nameless_after = (records.width..usize::MAX).take_while(is_column).count();
        let columns = records.width + records.nameless_after;
        let (mut moved, mut others): (Vec<Beside>, Vec<Beside>) = std::mem::take(&mut records.beside)
            .into_iter()
            .filter(|beside| beside.cell >= columns)
            .partition(|beside| !self.on_sheet && beside.cell == columns);
        let is_moved = |row: usize| moved.binary_search_by_key(&row, |beside| beside.row).is_ok();
        others.retain(|beside| !is_moved(beside.row));
        records.beside = others;
        for Beside { row, line, cell, text } in moved.drain(..) {
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
            (records.nameless_after, records.beside.len(), records.too_long)
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
