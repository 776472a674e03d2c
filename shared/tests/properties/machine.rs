//! RFC 4180 as a plain state machine, one character at a time: the yardstick of the engine's reader, which is fast and
//! shares no line with it.
//!
//! Line ends may be CRLF, LF or CR. A line without any text, in quotes or not, is no record. What RFC 4180's grammar doesn't produce is
//! refused: a quote inside a bare cell, text after a closing quote, a quote that is never closed.

use shared::csv::split_record;
use shared::stages::bytes::bytes_from_upload;
use shared::stages::dialect::{Dialect, dialect_from_bytes};
use shared::stages::records::{RecordDefectKind, Records, records_from_bytes};

/// The records of a text, or nothing where it is damaged.
pub(crate) fn records(text: &str, delimiter: char) -> Option<Vec<Vec<String>>> {
    records_or_damage(text, delimiter).ok()
}

/// The records of a text, or the line of the first damage, counted from 1: where a quote stands that isn't closed, or what
/// should not be where it is.
pub(crate) fn records_or_damage(text: &str, delimiter: char) -> Result<Vec<Vec<String>>, u32> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        CellBegins,
        Bare,
        Quoted,
        QuoteInQuoted,
    }
    let mut machine = Machine::default();
    let mut state = State::CellBegins;
    let mut characters = text.chars().peekable();
    let (mut line, mut opened) = (1, 1);
    while let Some(character) = characters.next() {
        let ends_line = matches!(character, '\r' | '\n');
        // CRLF is one line end, counted with its LF.
        line += u32::from(character == '\n' || character == '\r' && characters.peek() != Some(&'\n'));
        state = match state {
            State::Quoted if character == '"' => State::QuoteInQuoted,
            State::Quoted => {
                machine.has_text |= !matches!(character, ' ' | '\t' | '\u{a0}' | '\r' | '\n');
                machine.cell.push(character);
                State::Quoted
            }
            State::QuoteInQuoted if character == '"' => {
                machine.has_text = true;
                machine.cell.push('"');
                State::Quoted
            }
            State::CellBegins if character == '"' => {
                opened = line;
                State::Quoted
            }
            _ if character == delimiter => {
                machine.end_cell();
                State::CellBegins
            }
            _ if ends_line => {
                if character == '\r' && characters.peek() == Some(&'\n') {
                    characters.next();
                    line += 1;
                }
                machine.end_line();
                State::CellBegins
            }
            // On a later line, it is the quote that was opened up there that lacks its end.
            State::QuoteInQuoted => return Err(opened),
            State::Bare if character == '"' => return Err(line),
            State::CellBegins | State::Bare => {
                machine.has_text |= !matches!(character, ' ' | '\t' | '\u{a0}');
                machine.cell.push(character);
                State::Bare
            }
        };
    }
    if state == State::Quoted {
        return Err(opened);
    }
    machine.end_line();
    Ok(machine.records)
}

#[derive(Default)]
struct Machine {
    records: Vec<Vec<String>>,
    line: Vec<String>,
    cell: String,
    has_text: bool,
}

impl Machine {
    fn end_cell(&mut self) {
        self.line.push(std::mem::take(&mut self.cell));
    }

    fn end_line(&mut self) {
        self.end_cell();
        let line = std::mem::take(&mut self.line);
        if std::mem::take(&mut self.has_text) {
            self.records.push(line);
        }
    }
}

/// What stands behind the header's last name.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Beyond {
    Nothing,
    /// Text below no name, in a column or beside the table.
    Unnamed,
    /// Text where the header's line doesn't reach, or next to its last name as hardly any other row has.
    TooMany,
}

/// What the engine makes of a text.
pub(crate) struct Reading {
    /// The text from its header on, past the lines that don't count.
    pub(crate) text: String,
    pub(crate) delimiter: char,
    /// Its records, the header first; nothing where a quote is out of place.
    pub(crate) records: Option<Vec<Vec<String>>>,
    /// The line of the first quote that is out of place, counted from 1 in that text.
    pub(crate) damaged_line: Option<u32>,
    pub(crate) beyond: Beyond,
}

/// Reads a text as `muster read` does, without a schema, but with this separator if one is given.
pub(crate) fn engine(text: &str, delimiter: Option<u8>) -> Reading {
    let bytes = bytes_from_upload(text.as_bytes().to_vec(), None);
    let found = dialect_from_bytes(&bytes, None);
    let dialect = Dialect { delimiter: delimiter.unwrap_or(found.delimiter), ..found };
    let records = records_from_bytes(&bytes, &dialect);
    let too_many = |kind: RecordDefectKind| matches!(kind, RecordDefectKind::TooManyCells { .. });
    let damage = records.defects.iter().filter(|defect| !too_many(defect.kind)).min_by_key(|defect| defect.byte);
    let damaged = damage.is_some();
    let before = bytes.text.get(..dialect.start).unwrap_or_default().replace("\r\n", "\n");
    let before = before.chars().filter(|character| matches!(character, '\r' | '\n')).count();
    Reading {
        damaged_line: damage.map(|defect| defect.line - u32::try_from(before).expect("few")),
        records: (!damaged).then(|| cells(&bytes.text, &records, dialect.delimiter)),
        beyond: match () {
            () if records.defects.iter().any(|defect| too_many(defect.kind)) => Beyond::TooMany,
            () if records.nameless_after > 0 || !records.beside.is_empty() => Beyond::Unnamed,
            () => Beyond::Nothing,
        },
        delimiter: char::from(dialect.delimiter),
        text: bytes.text.get(dialect.start..).unwrap_or_default().to_owned(),
    }
}

fn cells(text: &str, records: &Records, delimiter: u8) -> Vec<Vec<String>> {
    let mut fields = Vec::new();
    let spans = records.header.iter().chain(&records.rows);
    let line = spans.map(|span| {
        let record = span.of(text);
        split_record(record.as_bytes(), delimiter, &mut fields);
        fields.iter().map(|field| field.decoded(record).expect("cells lie within their record").into_owned()).collect()
    });
    line.collect()
}

#[test]
fn the_machine_reads_what_rfc_4180_shows() {
    let read = |text: &str| {
        records(text, ',').map(|records| records.iter().map(|record| record.join("/")).collect::<Vec<_>>())
    };
    assert_eq!(read("aaa,bbb\r\nzzz,yyy\r\n"), Some(vec!["aaa/bbb".to_owned(), "zzz/yyy".to_owned()]));
    assert_eq!(read("\"aaa\",\"b\r\nbb\",\"c\"\"c\"\n"), Some(vec!["aaa/b\r\nbb/c\"c".to_owned()]));
    assert_eq!(read("a\n\n , \n\"\"\r\"\"\"\"\n"), Some(vec!["a".to_owned(), "\"".to_owned()]));
    for damaged in ["a\"b", "\"a\"b", "\"a", "a,\"b\"c\",d"] {
        assert_eq!(read(damaged), None, "{damaged:?}");
    }
}
