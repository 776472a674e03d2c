//! Stage 3: text → records: where each begins and ends, by a strict reading.
//!
//! Accepted is what RFC 4180 and spreadsheets write: any line end, quoted line breaks, doubled quotes. Where the reader
//! departs from RFC 4180: line ends may be LF, CR or mixed, lines without any text are skipped, and the last line needs
//! no end. Refused is all that a lenient reader would take for some other table: a quote that is never closed, text
//! after a closing quote, a quote inside a cell that isn't quoted.

mod beside;
mod covered;
mod found;

use beside::Further;

use crate::csv::{Field, split_record};
use crate::limits::{MOST_BLANK_LINES, MOST_CELLS, MOST_COLUMNS, MOST_DEFECTS, MOST_HEADER, MOST_ROWS};
use crate::stages::bytes::Bytes;
use crate::stages::dialect::Dialect;
pub use found::{Beside, Covered, Exceeded, RecordDefect, RecordDefectKind, Records, Span};
use std::cmp::Ordering;

/// Finds every record of the text, and holds every row's number of cells against the header's.
pub fn records_from_bytes(bytes: &Bytes, dialect: &Dialect) -> Records {
    let mut reader = Reader {
        text: &bytes.text,
        delimiter: dialect.delimiter,
        at: dialect.start,
        line: dialect.first_line,
        quoted_delimiters: 0,
        counted: (0, 0),
        fields: Vec::new(),
        further: Further::of(bytes),
        records: Records::default(),
    };
    while reader.at < reader.text.len() && reader.read_record() {}
    let Reader { mut records, further, .. } = reader;
    let cells = records.row_count.saturating_mul(records.width);
    if records.exceeds.is_none() {
        let too_many_rows = (records.row_count > MOST_ROWS).then_some(Exceeded::Rows(records.row_count));
        records.exceeds = too_many_rows.or((cells > MOST_CELLS).then_some(Exceeded::Cells(cells)));
    }
    if records.exceeds.is_some() {
        return Records { header: None, exceeds: records.exceeds, ..Records::default() };
    }
    further.settle(&mut records);
    records.defects.sort_by_key(|defect| defect.byte);
    records
}

struct Reader<'a> {
    text: &'a str,
    delimiter: u8,
    at: usize,
    line: u32,
    /// How many separators of the record at hand stand inside quotes.
    quoted_delimiters: usize,
    /// Up to which byte the separators of the record at hand are counted, and how many there are, those inside quotes among
    /// them: a long record with many defects is gone through once.
    counted: (usize, usize),
    fields: Vec<Field>,
    further: Further,
    records: Records,
}

impl Reader<'_> {
    /// Reads one record; `false` where nothing after it can be trusted.
    fn read_record(&mut self) -> bool {
        let (start, line, defects) = (self.at, self.line, self.records.defects.len());
        self.quoted_delimiters = 0;
        self.counted = (start, 0);
        let bytes = self.text.as_bytes();
        let mut trusted = true;
        let end = loop {
            let rest = bytes.get(self.at..).unwrap_or_default();
            let Some(found) = memchr::memchr3(b'"', b'\n', b'\r', rest) else { break bytes.len() };
            let position = self.at + found;
            if bytes.get(position) != Some(&b'"') {
                break position;
            }
            let begins_cell = position == start || bytes.get(position.wrapping_sub(1)) == Some(&self.delimiter);
            if !begins_cell {
                self.refuse(RecordDefectKind::QuoteInBareCell, position, self.line, self.quoted_delimiters);
                self.at = position + 1;
            } else if !self.read_quoted(position) {
                trusted = false;
                break bytes.len();
            }
        };
        if trusted {
            self.push(start, end, line, defects);
        }
        self.line = self.line.saturating_add(1);
        self.at = match bytes.get(end..) {
            Some([b'\r', b'\n', ..]) => end + 2,
            _ => end + 1,
        };
        trusted && self.records.exceeds.is_none()
    }

    /// Reads on after the quoted cell that opens at `open`; `false` where it is never closed.
    fn read_quoted(&mut self, open: usize) -> bool {
        let bytes = self.text.as_bytes();
        let (opened_on, quoted_before) = (self.line, self.quoted_delimiters);
        let mut at = open + 1;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let Some(found) = memchr::memchr(b'"', rest) else {
                self.refuse(RecordDefectKind::UnclosedQuote, open, opened_on, quoted_before);
                return false;
            };
            let inside = rest.get(..found).unwrap_or_default();
            self.line = self.line.saturating_add(line_ends(inside));
            self.quoted_delimiters += memchr::memchr_iter(self.delimiter, inside).count();
            let close = at + found;
            match bytes.get(close + 1) {
                Some(b'"') => at = close + 2,
                None | Some(b'\r' | b'\n') => {
                    self.at = close + 1;
                    return true;
                }
                Some(next) if *next == self.delimiter => {
                    self.at = close + 1;
                    return true;
                }
                Some(_) if self.line > opened_on => {
                    // The "closing" quote on a later line is most likely the opening quote of another cell: the one
                    // that lacks its end is the one opened up there.
                    self.refuse(RecordDefectKind::UnclosedQuote, open, opened_on, quoted_before);
                    return false;
                }
                Some(_) => {
                    self.refuse(RecordDefectKind::TextAfterQuote, close + 1, self.line, self.quoted_delimiters);
                    self.at = close + 1;
                    self.skip_to_cell_end();
                    return true;
                }
            }
        }
    }

    fn skip_to_cell_end(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let length = memchr::memchr3(self.delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
        self.at += length;
    }

    /// Notes a defect at a byte of the record at hand, before which so many separators stand inside quotes.
    fn refuse(&mut self, kind: RecordDefectKind, byte: usize, line: u32, quoted_before: usize) {
        if self.records.defects.len() >= MOST_DEFECTS {
            return;
        }
        let (from, delimiters) = self.counted;
        let further = self.text.as_bytes().get(from..byte).unwrap_or_default();
        let delimiters = delimiters + memchr::memchr_iter(self.delimiter, further).count();
        self.counted = (from.max(byte), delimiters);
        let rest = self.text.get(byte..).unwrap_or_default();
        let text: String = rest.chars().take_while(|character| !"\r\n".contains(*character)).take(60).collect();
        // What a quote swallowed is no row.
        let in_a_row = self.records.header.is_some() && kind != RecordDefectKind::UnclosedQuote;
        let row = in_a_row.then_some(self.records.rows.len());
        let cell = delimiters.saturating_sub(quoted_before);
        self.records.defects.push(RecordDefect { kind, line, cell, byte, row, text });
    }

    /// Takes in the record from `start` to `end`; it is sound if no defect came since there were `defects`.
    fn push(&mut self, start: usize, end: usize, line: u32, defects: usize) {
        let record = self.text.get(start..end).unwrap_or_default();
        if self.is_blank(record, defects) {
            // The end of the last line is no line of its own.
            if start < self.text.len() {
                self.records.blank_count += 1;
                if self.records.blank_lines.len() < MOST_BLANK_LINES {
                    self.records.blank_lines.push(line);
                }
            }
            return;
        }
        let span = Span { start: position(start), end: position(end), line };
        if self.records.header.is_none() {
            self.measure_header(record, self.line - line + 1);
            self.records.header = Some(span);
            return;
        }
        self.records.row_count += 1;
        if self.records.row_count > MOST_ROWS {
            // The rest is only counted.
            return;
        }
        let sound = self.records.defects.len() == defects && defects < MOST_DEFECTS;
        let cells = if sound {
            // Counting separators is many times quicker than splitting.
            memchr::memchr_iter(self.delimiter, record.as_bytes()).count() - self.quoted_delimiters + 1
        } else {
            split_record(record.as_bytes(), self.delimiter, &mut self.fields);
            self.fields.len()
        };
        let row = self.records.rows.len();
        self.records.rows.push(span);
        match cells.cmp(&self.records.width) {
            Ordering::Less => self.records.short.push((row, cells)),
            Ordering::Equal => {}
            Ordering::Greater => {
                split_record(record.as_bytes(), self.delimiter, &mut self.fields);
                self.further.long_row(&mut self.records, &self.fields, record, (row, span));
            }
        }
    }

    /// Whether a record holds nothing but separators, space, quotes round nothing, and what old programs end files with: the
    /// end-of-file mark of CP/M and DOS (U+001A), and the NULs with which a last block is filled.
    fn is_blank(&mut self, record: &str, defects: usize) -> bool {
        let delimiter = char::from(self.delimiter);
        let blank =
            |character: char| matches!(character, ' ' | '\t' | '\u{a0}' | '\0' | '\u{1a}') || character == delimiter;
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
    fn measure_header(&mut self, header: &str, lines: u32) {
        if header.len() > MOST_HEADER {
            let characters = header.chars().count();
            self.records.exceeds = (characters > MOST_HEADER).then_some(Exceeded::Header { characters, lines });
        }
        if self.records.exceeds.is_some() {
            return;
        }
        split_record(header.as_bytes(), self.delimiter, &mut self.fields);
        let named = |field: &Field| field.decoded(header).is_some_and(|name| !name.trim().is_empty());
        self.further.measure_header(self.fields.len());
        self.records.width = self.fields.iter().rposition(named).map_or(0, |last| last + 1);
        if self.records.width > MOST_COLUMNS {
            self.records.exceeds = Some(Exceeded::Columns(self.records.width));
        }
        let last = self.records.width.checked_sub(1).and_then(|last| self.fields.get(last));
        let last = last.and_then(|field| field.decoded(header)).unwrap_or_default();
        last.trim().clone_into(&mut self.records.last_header);
    }
}

fn line_ends(bytes: &[u8]) -> u32 {
    let feeds = memchr::memchr_iter(b'\n', bytes).count();
    let alone = memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n')).count();
    u32::try_from(feeds + alone).unwrap_or(u32::MAX)
}

fn position(byte: usize) -> u32 {
    // Uploads are smaller than `limits::MOST_BYTES`, but UTF-16 may grow by half when it becomes UTF-8: still below 2³².
    u32::try_from(byte).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{RecordDefectKind, Records, records_from_bytes};
    use crate::stages::bytes::bytes_from_upload;
    use crate::stages::dialect::dialect_from_bytes;
    use proptest::prelude::*;

    fn read(upload: &str) -> (String, Records) {
        let bytes = bytes_from_upload(upload.as_bytes().to_vec(), None);
        let dialect = dialect_from_bytes(&bytes, None);
        let records = records_from_bytes(&bytes, &dialect);
        (bytes.text.to_string(), records)
    }

    fn lines(upload: &str) -> Vec<u32> {
        read(upload).1.rows.iter().map(|span| span.line).collect()
    }

    fn refused(upload: &str) -> Vec<(RecordDefectKind, u32, usize)> {
        read(upload).1.defects.iter().map(|defect| (defect.kind, defect.line, defect.cell)).collect()
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        assert_eq!(lines("a,b\r\n1,2\r\n\r\n3,\"x\r\ny\"\r\n5,6"), [2, 4, 6]);
        assert_eq!(lines("a,b\r1,2\r3,4"), [2, 3]);
        assert_eq!(lines("a,b\n1,2\r\n3,4\r5,6\n"), [2, 3, 4]);
        assert_eq!(read("a,b\n\n,\n \n").1.blank_lines, [2, 3, 4]);
    }

    #[test]
    fn damage_is_refused_where_it_began() {
        assert_eq!(refused("a,b\n1,\"2\n3,4\n"), [(RecordDefectKind::UnclosedQuote, 2, 1)]);
        assert_eq!(refused("a,b\n\"1,2\n\"3\",4\n"), [(RecordDefectKind::UnclosedQuote, 2, 0)]);
        assert_eq!(refused("a,b\n\"1\"x,2\n"), [(RecordDefectKind::TextAfterQuote, 2, 0)]);
        assert_eq!(refused("a,b\n1,5\" pipe\n"), [(RecordDefectKind::QuoteInBareCell, 2, 1)]);
        assert_eq!(refused("a,b\n1,2,3\n"), [(RecordDefectKind::TooManyCells { cells: 3 }, 2, 2)]);
    }

    #[test]
    fn empty_cells_at_the_end_are_not_damage() {
        let (_, records) = read("a,b,,\n1,2,,\n1\n1,2\n");
        assert!(records.defects.is_empty());
        assert_eq!((records.width, records.long_and_empty, records.short), (2, vec![0], vec![(1, 1)]));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_overlap(upload in "([a\",;\t|é\r\n ]|\"\"){0,60}") {
            let (text, records) = read(&upload);
            let mut end = 0;
            for span in records.header.iter().chain(&records.rows) {
                prop_assert!(span.start >= end && span.end >= span.start && span.end as usize <= text.len());
                end = span.end;
            }
        }

        #[test]
        fn what_is_written_is_read(cells in proptest::collection::vec("[a\",\r\né]{0,6}", 2..12)) {
            let mut upload = String::from("h1,h2\n");
            for pair in cells.chunks_exact(2) {
                upload.push_str(&crate::record::line_from_cells(pair));
                upload.push('\n');
            }
            let (_, records) = read(&upload);
            prop_assert!(records.defects.is_empty() && records.short.is_empty());
        }
    }
}
