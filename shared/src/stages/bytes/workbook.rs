//! A workbook (.xlsx): one of its visible sheets as CSV text, so that it goes the way of every other file.
//!
//! Line N of the text is row N of the sheet. Cells are written as their number formats show them, as far as that keeps
//! what they say: dates as `YYYY-MM-DD`, leading zeros where the format has them, long numbers in full.
//!
//! A workbook is a zip archive, and an archive can lie: about sizes, about places, or by unfolding a few bytes into
//! gigabytes. So what it says of itself is believed nowhere; everything that is unfolded is counted, and bounded.

#[cfg(feature = "xlsx")]
mod archive;
#[cfg(feature = "xlsx")]
mod cell;
#[cfg(feature = "xlsx")]
mod code;
#[cfg(feature = "xlsx")]
mod formats;
#[cfg(feature = "xlsx")]
mod merges;
#[cfg(feature = "xlsx")]
mod number;
#[cfg(feature = "xlsx")]
mod parts;
#[cfg(feature = "xlsx")]
mod pattern;
#[cfg(feature = "xlsx")]
mod pieces;
#[cfg(feature = "xlsx")]
mod place;
#[cfg(feature = "xlsx")]
mod read;
#[cfg(feature = "xlsx")]
mod sheet;
#[cfg(feature = "xlsx")]
mod strings;
#[cfg(feature = "xlsx")]
mod xml;

use super::BytesDefect;
#[cfg(not(feature = "xlsx"))]
use super::foreign::{Foreign, Way};
use crate::values::words::Words;
#[cfg(not(feature = "xlsx"))]
use crate::words;

/// What is known of a workbook beside its first sheet's cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workbook {
    /// The name of the sheet that was read.
    pub sheet: String,
    /// The names of further sheets with something in them, which were not read.
    pub others: Vec<String>,
    /// How many cells hold a formula.
    pub formulas: Seen,
    /// Formulas that no program has computed, so that their value is unknown.
    pub uncomputed: Seen,
    /// Rows that the sheet hides.
    pub hidden_rows: Seen,
    /// Columns with something in them that the sheet hides, by their letters.
    pub hidden_columns: Vec<String>,
    /// Cells with text that their number format doesn't show.
    pub hidden_cells: Seen,
    /// Numbers in a format that nobody here knows: they are read as they are.
    pub unknown_formats: Seen,
    /// Moments of which the format shows the day alone: the time of day isn't read.
    pub times_cut: Seen,
    /// How many remarks hang on cells below the first row.
    pub comments: usize,
    /// Cells that are joined into one, as far down as there is text.
    pub merges: Vec<Range>,
    /// Where rows and lines part, because a cell holds line breaks: from this line of the text on, so many lines more
    /// than rows.
    pub drift: Vec<(u32, u32)>,
}

/// Cells of a sheet: its rows and columns, the first and the last of each, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// What a spreadsheet calls it, such as `D4:D6`.
    pub name: String,
    /// The first and the last row.
    pub rows: (u32, u32),
    /// The first and the last column.
    pub columns: (u32, u32),
}

/// How often something was seen, and where first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// How often.
    pub count: usize,
    /// The first row, counted from 1.
    pub row: u32,
    /// The first cell or row, as a spreadsheet names it.
    pub name: String,
}

/// Why a workbook can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookDefect {
    /// It is cut, or its parts contradict each other; what is wrong, as the end of “the workbook …”.
    Damaged(Words),
    /// It, or one of its parts, is larger than what is read; what, as the end of “the workbook …”.
    TooLarge(Words),
    /// Its first visible sheet has no cells.
    Empty,
}

#[cfg(feature = "xlsx")]
impl Seen {
    fn at(&mut self, row: u32, name: impl FnOnce() -> String) {
        if self.count == 0 {
            (self.row, self.name) = (row, name());
        }
        self.count += 1;
    }
}

impl Workbook {
    /// The sheet's row that a line of the text is.
    pub fn row_of(&self, line: u32) -> u32 {
        let after = self.drift.partition_point(|(from, _)| *from <= line);
        let more = after.checked_sub(1).and_then(|last| self.drift.get(last)).map_or(0, |(_, more)| *more);
        line.saturating_sub(more)
    }
}

/// Whether an upload is a zip archive, as a workbook is.
pub(super) fn is_archive(upload: &[u8]) -> bool {
    upload.starts_with(b"PK\x03\x04") || upload.starts_with(b"PK\x05\x06")
}

/// Reads one visible sheet of a workbook as CSV text: the first whose first line names columns, else the first with text.
#[cfg(feature = "xlsx")]
pub(super) fn text_from_archive(
    upload: &[u8],
    is_heading: &dyn Fn(&str) -> bool,
) -> Result<(String, Workbook), BytesDefect> {
    if let Some(other) = read::other_than_workbook(upload) {
        return Err(BytesDefect::NotText(other));
    }
    read::text_from_workbook(upload, is_heading).map_err(|defect| match defect {
        WorkbookDefect::Empty => BytesDefect::Empty,
        other => BytesDefect::Workbook(other),
    })
}

/// Workbooks aren't read here: this engine was built without the feature `xlsx`.
#[cfg(not(feature = "xlsx"))]
pub(super) fn text_from_archive(
    upload: &[u8],
    _is_heading: &dyn Fn(&str) -> bool,
) -> Result<(String, Workbook), BytesDefect> {
    let start = upload.get(..upload.len().min(4096)).unwrap_or_default();
    let holds = |name: &[u8]| memchr::memmem::find(start, name).is_some();
    Err(BytesDefect::NotText(match () {
        () if holds(b"opendocument.spreadsheet") => {
            Foreign::new(words!("an OpenDocument spreadsheet (.ods)"), Way::Save)
        }
        () if holds(b"[Content_Types].xml") || holds(b"xl/") => Foreign::new(words!("an Excel workbook"), Way::Save),
        () => Foreign::new(words!("a zip-compressed file"), Way::Unpack),
    }))
}
