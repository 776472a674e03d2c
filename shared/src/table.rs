//! A CSV file read through the first four stages: what an upload, a base and a directory have in common.

use crate::edits::Edits;
use crate::options::Options;
use crate::schema::Schema;
use crate::schema::headers::KnownHeaders;
use crate::stages::bytes::{Bytes, bytes_with_headings};
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
        let known = KnownHeaders::of(schema);
        let is_heading = |name: &str| known.find(name).is_some();
        let bytes = bytes_with_headings(upload, options.encoding.as_deref(), &is_heading);
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
    let Some(workbook) = &bytes.workbook else { return records };
    if !workbook.drift.is_empty() {
        let lines_of_rows = records.header.iter_mut().chain(&mut records.rows).map(|span| &mut span.line);
        let of_defects = records.defects.iter_mut().map(|defect| &mut defect.line);
        let of_texts = records.beside.iter_mut().map(|beside| &mut beside.line);
        for line in lines_of_rows.chain(&mut records.blank_lines).chain(of_defects).chain(of_texts) {
            *line = workbook.row_of(*line);
        }
    }
    records.cover(&workbook.merges);
    records
}
