//! What the strict reading finds: where the records of a text lie, and what is wrong with them.

/// Where the records of a text lie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    /// The header; `None` where the text holds no record at all.
    pub header: Option<Span>,
    /// The rows, in the order of the file.
    pub rows: Vec<Span>,
    /// How many rows there are.
    pub row_count: usize,
    /// How many lines held nothing but separators and space.
    pub blank_count: usize,
    /// The first of those lines.
    pub blank_lines: Vec<u32>,
    /// What the strict reading refuses, in the order of the file.
    pub defects: Vec<RecordDefect>,
    /// How many cells the header has, without empty ones at its end.
    pub width: usize,
    /// The header's last name.
    pub last_header: String,
    /// Rows with fewer cells than the header: row, cells.
    pub short: Vec<(usize, usize)>,
    /// Rows with more cells than the header, of which the further ones are empty.
    pub long_and_empty: Vec<usize>,
    /// How many rows have text in cells that the header's line doesn't reach.
    pub too_long: usize,
    /// How many columns without a name stand behind the header's last name and hold text.
    pub nameless_after: usize,
    /// Cells with text that stand in no column, beside the table.
    pub beside: Vec<Beside>,
    /// Cells that lie under another one, as a sheet joined them, in the order of the rows.
    pub covered: Vec<Covered>,
    /// Of what there is more than is read. Then no row is.
    pub exceeds: Option<Exceeded>,
}

/// What of a text is more than is read, and how much of it there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exceeded {
    /// The header's characters, more than [`MOST_HEADER`](crate::limits::MOST_HEADER).
    Header {
        /// How many there are.
        characters: usize,
        /// On how many lines.
        lines: u32,
    },
    /// The header's cells, more than [`MOST_COLUMNS`](crate::limits::MOST_COLUMNS).
    Columns(usize),
    /// The rows, more than [`MOST_ROWS`](crate::limits::MOST_ROWS).
    Rows(usize),
    /// Rows by columns, more than [`MOST_CELLS`](crate::limits::MOST_CELLS).
    Cells(usize),
}

/// One record: a range of the text, and its physical line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last, before the line end.
    pub end: u32,
    /// The physical line on which it begins, counted from 1.
    pub line: u32,
}

/// Something that the strict reading refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordDefect {
    /// What it is.
    pub kind: RecordDefectKind,
    /// Physical line, counted from 1.
    pub line: u32,
    /// Cell within the record, counted from 0.
    pub cell: usize,
    /// Byte within the text.
    pub byte: usize,
    /// The row that it is in, counted from 0; `None` in the header.
    pub row: Option<usize>,
    /// The text in question.
    pub text: String,
}

/// The kinds of defect that the strict reading knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordDefectKind {
    /// A quote was opened and never closed; the place is where it was opened.
    UnclosedQuote,
    /// Text stands between a closing quote and the next separator.
    TextAfterQuote,
    /// A quote stands inside a cell that isn't quoted.
    QuoteInBareCell,
    /// A row has text in cells beyond the header's last.
    TooManyCells {
        /// How many cells the row has.
        cells: usize,
    },
}

impl Span {
    /// The record's text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl Records {
    /// Whether a row has fewer cells than the header.
    pub(crate) fn is_short(&self, row: usize) -> bool {
        self.short.binary_search_by_key(&row, |(short, _)| *short).is_ok()
    }

    /// All but the rows' places, for rules that look at what is wrong.
    pub(crate) fn clone_without_rows(&self) -> Self {
        Self {
            header: self.header,
            rows: Vec::new(),
            row_count: self.row_count,
            blank_count: self.blank_count,
            blank_lines: self.blank_lines.clone(),
            defects: self.defects.clone(),
            width: self.width,
            last_header: self.last_header.clone(),
            short: self.short.clone(),
            long_and_empty: self.long_and_empty.clone(),
            too_long: self.too_long,
            nameless_after: self.nameless_after,
            beside: self.beside.clone(),
            covered: self.covered.clone(),
            exceeds: self.exceeds,
        }
    }

    /// Whether every row ends with the header's last column, or before it.
    pub(crate) fn end_with_the_last_name(&self) -> bool {
        self.long_and_empty.is_empty() && self.too_long == 0 && self.nameless_after == 0 && self.beside.is_empty()
    }
}

/// A cell with text that stands in no column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The row, counted from 0.
    pub row: usize,
    /// Its physical line, counted from 1.
    pub line: u32,
    /// The cell within the record, counted from 0.
    pub cell: usize,
    /// Its text.
    pub text: String,
}

/// A stretch of a row's cells that lie under another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covered {
    /// The row, counted from 0.
    pub row: usize,
    /// Its first and its last cell, counted from 0.
    pub cells: (usize, usize),
    /// Which of the sheet's joined ranges covers them.
    pub range: usize,
}
