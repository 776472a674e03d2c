//! Stage 2: text → dialect: which character separates cells, how lines end, where the header begins.
//!
//! The evidence is the header: the separator under which most header cells are names that the schema knows. A file
//! whose header names nothing known is read with the separator that splits its first line most.

use crate::csv::{Field, split_record};
use crate::limits::{MOST_HEADER, MOST_LINES_BEFORE_NAMES};
use crate::schema::Schema;
use crate::schema::headers::KnownHeaders;
use crate::stages::bytes::Bytes;
use crate::values::words::Words;
use crate::words;

/// The separators that spreadsheets write, the likeliest first.
pub const DELIMITERS: [u8; 4] = *b",;\t|";

/// How a file is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    /// What separates cells.
    pub delimiter: u8,
    /// The encoding's name, as shown to a person.
    pub encoding: &'static str,
    /// How the first line ends.
    pub line_end: LineEnd,
    /// Whether the file begins with Excel's `sep=` line.
    pub sep_line: bool,
    /// Where the header begins, in bytes of the text.
    pub start: usize,
    /// The header's physical line, counted from 1.
    pub first_line: u32,
    /// How many header cells the schema knows.
    pub known_headers: usize,
    /// Separators under which the header would hold as many known names.
    pub ties: Vec<u8>,
    /// Where column names were found further down, if the first line holds none.
    pub header_below: Option<u32>,
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// CR LF, as RFC 4180 has it.
    CrLf,
    /// LF.
    Lf,
    /// CR, as old Macs wrote it.
    Cr,
    /// The file is one line without an end.
    None,
}

impl Dialect {
    /// The separator's name, as shown to a person.
    pub fn delimiter_name(&self) -> Words {
        delimiter_name(self.delimiter)
    }
}

/// A separator's name, as shown to a person.
pub fn delimiter_name(delimiter: u8) -> Words {
    match delimiter {
        b',' => words!("comma"),
        b';' => words!("semicolon"),
        b'\t' => words!("tab"),
        b'|' => words!("pipe"),
        _ => words!("other"),
    }
}

/// Finds the dialect. Without a schema (`muster read`), the first line alone is the evidence.
pub fn dialect_from_bytes(bytes: &Bytes, schema: Option<&Schema>) -> Dialect {
    let text: &str = &bytes.text;
    let known = schema.map(KnownHeaders::of);
    let (mut start, mut first_line) = skip_blank_lines(text, 0, 1);
    let named = sep_line(text, start);
    if let Some((_, next)) = named {
        (start, first_line) = skip_blank_lines(text, next, first_line + 1);
    }
    let header = names_at_most(line_at(text, start));
    let scores = DELIMITERS.map(|delimiter| (delimiter, score(header, delimiter, known.as_ref())));
    let best = scores.iter().map(|(_, score)| *score).max().unwrap_or_default();
    let ties: Vec<u8> = scores.iter().filter(|(_, score)| *score == best).map(|(delimiter, _)| *delimiter).collect();
    let delimiter = named.map(|(delimiter, _)| delimiter).or_else(|| ties.first().copied()).unwrap_or(b',');
    let known_headers = scores.iter().find(|(scored, _)| *scored == delimiter).map_or(0, |(_, score)| score.0);
    let header_below = match &known {
        Some(known) if known_headers == 0 => header_below(text, start, first_line, known),
        _ => None,
    };
    let ties = if named.is_some() || best.1 == 0 { Vec::new() } else { ties.into_iter().skip(1).collect() };
    Dialect {
        delimiter,
        encoding: bytes.encoding,
        line_end: line_end(text, start),
        sep_line: named.is_some(),
        start,
        first_line,
        known_headers,
        ties,
        header_below,
    }
}

/// A line, if it may hold column names: one that is longer than any header is evidence of nothing.
fn names_at_most(line: &str) -> &str {
    if line.len() > MOST_HEADER && line.chars().count() > MOST_HEADER { "" } else { line }
}

/// Known names first, then the number of cells beyond the first.
fn score(header: &str, delimiter: u8, known: Option<&KnownHeaders>) -> (usize, usize) {
    let mut fields: Vec<Field> = Vec::new();
    split_record(header.as_bytes(), delimiter, &mut fields);
    let names = fields.iter().filter_map(|field| field.decoded(header));
    let recognised = known.map_or(0, |known| names.filter(|name| known.find(name).is_some()).count());
    (recognised, fields.len().saturating_sub(1))
}

fn header_below(text: &str, start: usize, first_line: u32, known: &KnownHeaders) -> Option<u32> {
    let rest = text.get(start..)?;
    let found = rest
        .lines()
        .take(MOST_LINES_BEFORE_NAMES)
        .map(names_at_most)
        .position(|line| DELIMITERS.into_iter().any(|delimiter| score(line, delimiter, Some(known)).0 >= 2))?;
    Some(first_line.saturating_add(u32::try_from(found).ok()?))
}

fn sep_line(text: &str, start: usize) -> Option<(u8, usize)> {
    let line = line_at(text, start);
    let named = line.get(..4).filter(|prefix| prefix.eq_ignore_ascii_case("sep=")).and(line.as_bytes().get(4))?;
    if line.len() != 5 || !DELIMITERS.contains(named) {
        return None;
    }
    Some((*named, after_line_end(text, start + line.len())))
}

fn skip_blank_lines(text: &str, mut start: usize, mut line: u32) -> (usize, u32) {
    while start < text.len() {
        let content = line_at(text, start);
        let end = start + content.len();
        if !content.trim_matches([' ', '\u{a0}']).is_empty() || end >= text.len() {
            break;
        }
        start = after_line_end(text, end);
        line = line.saturating_add(1);
    }
    (start, line)
}

fn line_at(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    let end = memchr::memchr2(b'\r', b'\n', rest.as_bytes()).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

fn after_line_end(text: &str, end: usize) -> usize {
    match text.as_bytes().get(end..) {
        Some([b'\r', b'\n', ..]) => end + 2,
        Some([_, ..]) => end + 1,
        _ => end,
    }
}

fn line_end(text: &str, start: usize) -> LineEnd {
    let end = start + line_at(text, start).len();
    match text.as_bytes().get(end..) {
        Some([b'\r', b'\n', ..]) => LineEnd::CrLf,
        Some([b'\r', ..]) => LineEnd::Cr,
        Some([b'\n', ..]) => LineEnd::Lf,
        _ => LineEnd::None,
    }
}

#[cfg(test)]
mod tests {
    use super::{LineEnd, dialect_from_bytes};
    use crate::schema::Schema;
    use crate::stages::bytes::bytes_from_upload;

    fn check(upload: &str, delimiter: u8, line_end: LineEnd, first_line: u32) {
        let bytes = bytes_from_upload(upload.as_bytes().to_vec(), None);
        let dialect = dialect_from_bytes(&bytes, Some(&Schema::standard()));
        assert_eq!(
            (dialect.delimiter, dialect.line_end, dialect.first_line),
            (delimiter, line_end, first_line),
            "{upload:?}"
        );
    }

    #[test]
    fn the_header_decides() {
        check("Username,Org\r\n", b',', LineEnd::CrLf, 1);
        check("Username;Org\n", b';', LineEnd::Lf, 1);
        check("\"Username\"\tOrg\r", b'\t', LineEnd::Cr, 1);
        check("sep=;\r\nUsername;FirstName\r\n", b';', LineEnd::CrLf, 2);
        check("\n\nUsername", b',', LineEnd::None, 3);
    }

    #[test]
    fn names_outweigh_the_number_of_cells() {
        check("Username;Locations, and more, and more;Org\n", b';', LineEnd::Lf, 1);
    }
}
