//! A CSV file read through the first four stages: what an upload, a base and a directory have in common.

use crate::edits::Edits;
use crate::options::Options;
use crate::schema::Schema;
use crate::stages::bytes::{Bytes, bytes_from_upload};
use crate::stages::columns::{Columns, columns_from_records};
use crate::stages::dialect::{Dialect, dialect_from_bytes};
use crate::stages::records::{Records, records_from_bytes};
use crate::stages::rows::{Rows, rows_from_records};

/// The text of a file and the places of everything in it.
#[derive(Debug, Clone)]
pub struct Table {
    /// Stage 1.
    pub bytes: Bytes,
    /// Stage 2.
    pub dialect: Dialect,
    /// Stage 3.
    pub records: Records,
    /// Stage 4.
    pub columns: Columns,
}

impl Table {
    /// Reads a file. Whatever is wrong with it is kept in the stages as defects.
    pub fn read(upload: Vec<u8>, schema: &Schema, options: &Options) -> Self {
        let bytes = bytes_from_upload(upload, options.encoding.as_deref());
        let dialect = dialect_from_bytes(&bytes, Some(schema));
        let records = on_sheet_rows(records_from_bytes(&bytes, &dialect), &bytes);
        let columns = columns_from_records(&bytes, &dialect, &records, schema, options, &Edits::default());
        Self { bytes, dialect, records, columns }
    }

    /// Matches the header again, after the admin chose another key or other columns to ignore.
    pub fn match_columns(&mut self, schema: &Schema, options: &Options, edits: &Edits) {
        self.columns = columns_from_records(&self.bytes, &self.dialect, &self.records, schema, options, edits);
    }

    /// The rows, with edits laid over them.
    pub fn rows<'a>(&'a self, edits: &'a Edits) -> Rows<'a> {
        rows_from_records(&self.bytes, &self.dialect, &self.records, &self.columns, edits)
    }
}

/// Records of a workbook are named by the rows of its sheet: line breaks within cells don't count.
pub(crate) fn on_sheet_rows(mut records: Records, bytes: &Bytes) -> Records {
    let Some(workbook) = bytes.workbook.as_ref().filter(|workbook| !workbook.drift.is_empty()) else { return records };
    for span in records.header.iter_mut().chain(&mut records.rows) {
        span.line = workbook.row_of(span.line);
    }
    for line in records.blank_lines.iter_mut().chain(records.defects.iter_mut().map(|defect| &mut defect.line)) {
        *line = workbook.row_of(*line);
    }
    records
}
