//! A file read by the strict reading alone, without a schema and without a directory: what `muster read` prints.

use crate::csv::{Field, split_record};
use crate::directory::Directory;
use crate::directory::STORED;
use crate::finding::{Finding, Place};
use crate::plan::finding_json::FindingJson;
use crate::rule::Severity;
use crate::rules::ALL;
use crate::schema::Schema;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::{Bytes, bytes_from_upload};
use crate::stages::dialect::{Dialect, dialect_from_bytes};
use crate::stages::findings::{check_text, reading_findings};
use crate::stages::records::{Records, Span, records_from_bytes};
use crate::table::{Table, on_sheet_rows};
use crate::values::words::counted;
use crate::words;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::sync::Arc;

/// A file through the first three stages, and what was noticed there.
///
/// ```
/// use shared::Reading;
///
/// let reading = Reading::of(b"name;note\nAnn;\"one; two\"\n".to_vec(), None);
/// let records: Vec<Vec<String>> = reading.lines().map(|(_, cells)| cells.iter().map(ToString::to_string).collect()).collect();
/// assert_eq!(records, [["name", "note"], ["Ann", "one; two"]]);
///
/// let refused = Reading::of(b"name,note\nAnn,\"one\nBen,two\n".to_vec(), None);
/// assert!(refused.refused());
/// assert_eq!(refused.findings[0].message, "The quote opened on line 2 is never closed.");
/// ```
#[derive(Debug, Clone)]
pub struct Reading {
    /// Stage 1.
    pub bytes: Bytes,
    /// Stage 2.
    pub dialect: Dialect,
    /// Stage 3.
    pub records: Records,
    /// What was noticed, worst first.
    pub findings: Vec<Finding>,
}

#[derive(Serialize)]
struct ReadingJson<'a> {
    version: u32,
    encoding: &'a str,
    delimiter: char,
    records: Lines<'a>,
    findings: Vec<FindingJson<'a>>,
}

/// The records, split one by one as they are written: a long file is never held twice.
struct Lines<'a>(&'a Reading);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.lines().map(|(_, cells)| cells))
    }
}

/// The stable JSON that `muster read --format json` prints.
impl Serialize for Reading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let header: Vec<Cow<'_, str>> = self.records.header.map(|span| self.cells(span)).unwrap_or_default();
        let columns: Vec<&str> = header.iter().map(AsRef::as_ref).collect();
        let json = ReadingJson {
            version: 1,
            encoding: self.bytes.encoding,
            delimiter: char::from(self.dialect.delimiter),
            records: Lines(self),
            findings: self.findings.iter().map(|finding| FindingJson::of(finding, &columns, None)).collect(),
        };
        json.serialize(serializer)
    }
}

impl Reading {
    /// Reads a file. `encoding` is the label of the one to read it in, where it isn't UTF-8.
    pub fn of(upload: Vec<u8>, encoding: Option<&str>) -> Self {
        let bytes = bytes_from_upload(upload, encoding);
        let dialect = dialect_from_bytes(&bytes, None);
        let records = on_sheet_rows(records_from_bytes(&bytes, &dialect), &bytes);
        let mut reading = Self { bytes, dialect, records, findings: Vec::new() };
        let mut sink = Sink::default();
        check_text(&reading.bytes, &reading.dialect, &reading.records, &mut sink);
        reading.check_short_rows(&mut sink);
        reading.findings = sink.into_findings();
        reading
    }

    /// Whether the file is refused: its records can't be trusted.
    pub fn refused(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The records, the header first: each cell's text without its quotes, beside the record's place.
    pub fn lines(&self) -> impl Iterator<Item = (Span, Vec<Cow<'_, str>>)> {
        self.records.header.iter().chain(&self.records.rows).map(|span| (*span, self.cells(*span)))
    }

    /// The reading as JSON, in the stable format that `muster read --format json` prints.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn cells(&self, span: Span) -> Vec<Cow<'_, str>> {
        let record = span.of(&self.bytes.text);
        let mut fields: Vec<Field> = Vec::new();
        split_record(record.as_bytes(), self.dialect.delimiter, &mut fields);
        fields.iter().map(|field| field.decoded(record).unwrap_or_default()).collect()
    }

    /// Rows with fewer cells than the header. Without a directory, the other rows are the evidence: where one of them
    /// has text in a column that the short row lacks, a cell may be lost in the middle.
    fn check_short_rows(&self, sink: &mut Sink) {
        let Some(shortest) = self.records.short.iter().map(|(_, cells)| *cells).min() else { return };
        let width = self.records.width;
        let mut filled = vec![false; width];
        let mut short = self.records.short.iter().map(|(row, _)| *row).peekable();
        for (row, span) in self.records.rows.iter().enumerate() {
            if short.next_if_eq(&row).is_some() {
                continue;
            }
            let cells = self.cells(*span);
            for (seen, cell) in filled.iter_mut().zip(&cells).skip(shortest) {
                *seen |= !cell.trim().is_empty();
            }
        }
        for (row, cells) in &self.records.short {
            let line = self.records.rows.get(*row).map_or(0, |span| span.line);
            let lost = filled.iter().skip(*cells).any(|filled| *filled);
            let (code, message, many, help) = if lost {
                (
                    "R004",
                    words!(
                        "Line {line} has {cells}, the header has {width}.",
                        line,
                        cells = counted(*cells, words!("{count} cell"), words!("{count} cells")),
                        width
                    ),
                    words!("{count} lines have fewer cells than the header, which has {width}.", width),
                    words!(
                        "Other lines have text in the columns that it lacks, so a cell may be lost in the middle. Put the missing separator back."
                    ),
                )
            } else {
                (
                    "R006",
                    words!("Trailing cells missing on line {line}.", line),
                    words!("Trailing cells missing on {count} lines."),
                    words!("Spreadsheets drop empty cells at the end of rows. They are missing, not blank."),
                )
            };
            let Some(rule) = ALL.iter().find(|rule| rule.code == code) else { continue };
            let place = Place { row: Some(*row), ..Place::at_line(line) };
            sink.report(rule, None, "", || place, || Detail { message, many, help, fixes: Vec::new() });
        }
    }
}

impl Directory {
    /// Reads a directory from an extract. The findings say why it can't be one: it is damaged, or lacks its usernames. A
    /// Username that stands twice in it stands in the way of every plan instead (I012).
    pub fn from_extract(schema: Arc<Schema>, extract: Vec<u8>, revision: u64) -> Result<Self, Vec<Finding>> {
        let table = Table::read(extract, &schema, STORED);
        let findings = reading_findings(&table);
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(findings);
        }
        Ok(Self::index(schema, table, revision))
    }
}

#[cfg(test)]
mod tests {
    use super::Reading;

    fn codes(upload: &str) -> Vec<String> {
        Reading::of(upload.as_bytes().to_vec(), None).findings.into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn records_are_given_without_their_quotes() {
        let reading = Reading::of(b"a,b\r\n\"1,\"\"2\"\"\",'=x\r\n".to_vec(), None);
        assert_eq!(
            reading.to_json(),
            r#"{"version":1,"encoding":"UTF-8","delimiter":",","records":[["a","b"],["1,\"2\"","'=x"]],"findings":[]}"#
        );
    }

    #[test]
    fn a_short_row_is_refused_only_where_others_have_text() {
        assert_eq!(codes("a,b,c\n1,2\n3,4\n"), ["R006"]);
        assert_eq!(codes("a,b,c\n1,2\n3,4,\"\"\n"), ["R006"]);
        assert_eq!(codes("a,b,c\n1,2\n3,4,5\n"), ["R004"]);
    }

    #[test]
    fn a_schema_plays_no_part() {
        assert_eq!(codes("x,y,x\n1,2,3\n"), Vec::<String>::new());
        assert_eq!(codes("x,y\n1,2\n3,\"4\n"), ["R001"]);
    }
}
