//! Where a finding is: the physical line and column, and the line itself with the cell marked.

use std::fmt::Write;

use shared::csv::{Field, split_record};
use shared::finding::{Finding, Place};
use shared::stages::records::Span;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Source;

/// How wide an excerpt may be.
const WIDEST: usize = 100;
/// How much of the line is kept before a cell that lies further right.
const BEFORE: usize = 30;

/// A place in a file, ready to be shown.
#[derive(Debug)]
pub(in crate::cli) struct Spot {
    /// Physical line, counted from 1.
    pub(in crate::cli) line: u32,
    /// Character within it, counted from 1.
    pub(in crate::cli) column: Option<usize>,
    pub(in crate::cli) excerpt: Option<Excerpt>,
}

/// A line, or the part of a long one round the cell.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Excerpt {
    pub(in crate::cli) text: String,
    /// Where the mark begins, in columns of a terminal.
    pub(in crate::cli) start: usize,
    /// How long the mark is; 0 where no cell is meant.
    pub(in crate::cli) length: usize,
}

impl Spot {
    /// Finds a place; `None` where the whole file is meant.
    pub(in crate::cli) fn of(finding: &Finding, place: &Place, source: &Source<'_>) -> Option<Self> {
        if let Some(byte) = place.byte.filter(|_| source.bytes.text.is_empty()) {
            return Some(Self::in_raw(source.raw, byte, place.line?));
        }
        let span = match place.row {
            Some(row) => source.records.rows.get(row).copied(),
            None => source.records.header.filter(|header| place.line.is_none_or(|line| line == header.line)),
        };
        // What the reading of records found is known to the byte.
        let read = place.byte.filter(|_| finding.code.starts_with('R'));
        let spot = match (read, span, place.column) {
            (Some(byte), ..) => Some(Self::in_text(&source.bytes.text, byte, byte + 1, place.line?)),
            (None, Some(span), Some(column)) => Self::in_record(source, span, column),
            (None, Some(span), None) if place.row.is_some() => Some(Self::of_line(source, span)),
            _ => None,
        };
        spot.or_else(|| Some(Self { line: place.line?, column: None, excerpt: None }))
    }

    fn in_record(source: &Source<'_>, span: Span, column: usize) -> Option<Self> {
        let record = span.of(&source.bytes.text);
        let mut fields: Vec<Field> = Vec::new();
        split_record(record.as_bytes(), source.dialect.delimiter, &mut fields);
        let field = *fields.get(column)?;
        let start = span.start as usize;
        let line = span.line + line_ends(record.get(..field.start).unwrap_or_default());
        Some(Self::in_text(&source.bytes.text, start + field.start, start + field.end, line))
    }

    fn of_line(source: &Source<'_>, span: Span) -> Self {
        let start = span.start as usize;
        Self { column: None, ..Self::in_text(&source.bytes.text, start, start, span.line) }
    }

    /// The line round a range of the text; the mark ends with the line.
    fn in_text(text: &str, start: usize, end: usize, line: u32) -> Self {
        let (before, from) = (text.get(..start).unwrap_or_default(), text.get(start..).unwrap_or_default());
        let line_start = before.rfind(['\r', '\n']).map_or(0, |position| position + 1);
        let (before, rest) =
            (before.get(line_start..).unwrap_or_default(), from.split(['\r', '\n']).next().unwrap_or_default());
        let marked = rest.get(..end - start).unwrap_or(rest);
        let after = rest.get(marked.len()..).unwrap_or_default();
        let column = Some(before.chars().count() + 1);
        let length = if end > start { visible(marked).width().max(1) } else { 0 };
        Self { line, column, excerpt: Some(excerpt(before, marked, after, length)) }
    }

    /// The line round a byte of something that isn't text.
    fn in_raw(raw: &[u8], byte: usize, line: u32) -> Self {
        let ends = |byte: &u8| matches!(byte, b'\r' | b'\n');
        let before = raw.get(..byte).unwrap_or_default();
        let start = before.iter().rposition(ends).map_or(0, |position| position + 1);
        let rest = raw.get(byte..).unwrap_or_default();
        let end = rest.iter().position(ends).unwrap_or(rest.len());
        let text = |bytes: Option<&[u8]>| String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned();
        let (before, marked, after) =
            (text(raw.get(start..byte)), text(rest.get(..end.min(1))), text(rest.get(end.min(1)..end)));
        Self { line, column: Some(before.chars().count() + 1), excerpt: Some(excerpt(&before, &marked, &after, 1)) }
    }
}

fn line_ends(text: &str) -> u32 {
    let ends = text.replace("\r\n", "\n").matches(['\r', '\n']).count();
    u32::try_from(ends).unwrap_or(u32::MAX)
}

fn excerpt(before: &str, marked: &str, after: &str, length: usize) -> Excerpt {
    let before = visible(before);
    let before = if before.width() + length > WIDEST { format!("…{}", last(&before, BEFORE)) } else { before };
    let start = before.width();
    let text = format!("{before}{}", visible(marked)) + &visible(after);
    let text = if text.width() > WIDEST { format!("{}…", first(&text, WIDEST)) } else { text };
    Excerpt { length: length.min(WIDEST.saturating_sub(start)), start, text }
}

fn first(text: &str, width: usize) -> &str {
    let mut taken = 0;
    let end = text.char_indices().find(|(_, character)| {
        taken += character.width().unwrap_or_default();
        taken > width
    });
    text.get(..end.map_or(text.len(), |(position, _)| position)).unwrap_or_default()
}

fn last(text: &str, width: usize) -> &str {
    let mut taken = 0;
    let end = text.char_indices().rev().find(|(_, character)| {
        taken += character.width().unwrap_or_default();
        taken > width
    });
    text.get(end.map_or(0, |(position, character)| position + character.len_utf8())..).unwrap_or_default()
}

/// Text that does nothing to a terminal: control characters are shown, not obeyed.
pub(in crate::cli) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(character))),
            '\u{7f}' => shown.push('␡'),
            '\u{80}'..='\u{9f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {
                let _ = write!(shown, "‹{:04X}›", u32::from(character));
            }
            other => shown.push(other),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{Spot, visible};

    fn marked(text: &str, cell: &str, line: u32) -> (String, String, usize) {
        let start = text.find(cell).expect("the cell");
        let spot = Spot::in_text(text, start, start + cell.len(), line);
        let excerpt = spot.excerpt.expect("a line");
        (excerpt.text, " ".repeat(excerpt.start) + &"^".repeat(excerpt.length), spot.column.expect("a column"))
    }

    #[test]
    fn the_mark_stands_under_the_cell() {
        assert_eq!(marked("a,b\r\nc,déf,g\r\n", "déf", 2), ("c,déf,g".to_owned(), "  ^^^".to_owned(), 3));
        assert_eq!(marked("李小龍,x\n", "x", 1), ("李小龍,x".to_owned(), "       ^".to_owned(), 5));
        assert_eq!(marked("a,\"x\ny\",b", "\"x\ny\"", 1), ("a,\"x".to_owned(), "  ^^".to_owned(), 3));
    }

    #[test]
    fn long_lines_are_cut_round_the_cell() {
        let line = format!("{}cell{}", "a".repeat(200), "b".repeat(200));
        let (text, mark, column) = marked(&line, "cell", 1);
        assert_eq!(column, 201);
        assert!(text.chars().count() <= 101 && text.starts_with('…') && text.ends_with('…'), "{text}");
        assert_eq!(text.find("cell").map(|at| text[..at].chars().count()), Some(mark.trim_end_matches('^').len()));
    }

    #[test]
    fn nothing_in_a_file_reaches_the_terminal_as_an_order() {
        assert_eq!(visible("\u{1b}[2J\ta\u{202e}b\r\n"), "␛[2J␉a‹202E›b␍␊");
    }
}
