//! A sheet's cells as CSV text, one line a row.

use super::archive::Part;
use super::cell::Cell;
use super::formats::Formats;
use super::merges;
use super::pieces::Pieces;
use super::place::{MOST_COLUMNS, MOST_ROWS, column_of, letters};
use super::strings::Strings;
use super::xml::{NOT_XML, attribute, next, push_text, reader, says_yes};
use super::{Workbook, WorkbookDefect};
use crate::csv::push_cell;
use crate::words;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;

const DISORDERED: WorkbookDefect = WorkbookDefect::Damaged(words!("has rows or cells in no order"));

/// The text that is being written.
struct Sheet<'a> {
    strings: &'a Strings,
    formats: &'a Formats,
    most_text: usize,
    workbook: &'a mut Workbook,
    text: String,
    /// The row that is being read, counted from 1; 0 before the first.
    row: u32,
    /// The last row that has its line. Rows without text have none before another one follows: a format or a rule for
    /// what may be typed makes a million rows of nothing.
    lines: u32,
    row_is_hidden: bool,
    /// The column after the last cell that was read, and after the last with text.
    column: u32,
    written: u32,
    /// How many columns the first row with text has.
    width: u32,
    /// How many more lines than rows there are so far.
    drift: u32,
    hidden: Vec<(u32, u32)>,
    hidden_with_text: BTreeSet<u32>,
}

/// Writes a sheet, if its text is no longer than `most_text` bytes.
pub(super) fn text(
    part: Part<'_>,
    strings: &Strings,
    formats: &Formats,
    most_text: usize,
    workbook: &mut Workbook,
) -> Result<String, WorkbookDefect> {
    let (head, mut pieces) = Pieces::of(part, "row", "sheetData")?;
    let mut sheet = Sheet {
        strings,
        formats,
        most_text,
        workbook,
        text: String::new(),
        row: 0,
        lines: 0,
        row_is_hidden: false,
        column: 0,
        written: 0,
        width: 0,
        drift: 0,
        hidden: hidden_columns(&head)?,
        hidden_with_text: BTreeSet::new(),
    };
    while let Some(piece) = pieces.next()? {
        sheet.piece(&piece)?;
    }
    if sheet.width == 0 {
        return Err(WorkbookDefect::Empty);
    }
    sheet.workbook.merges = merges::read(&pieces.behind()?, sheet.lines)?;
    sheet.workbook.hidden_columns = sheet.hidden_with_text.iter().map(|column| letters(*column)).collect();
    Ok(sheet.text)
}

impl Sheet<'_> {
    fn piece(&mut self, piece: &[u8]) -> Result<(), WorkbookDefect> {
        let mut reader = reader(piece)?;
        let mut cell: Option<Cell> = None;
        let (mut in_value, mut in_phonetic) = (false, false);
        loop {
            let event = next(&mut reader)?;
            match &event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => self.begin_row(element)?,
                    "c" => cell = Some(self.begin_cell(element)?),
                    "v" => {
                        in_value = true;
                        if let Some(cell) = &mut cell {
                            cell.has_value = true;
                        }
                    }
                    "t" => in_value = !in_phonetic,
                    "rPh" => in_phonetic = true,
                    "f" => {
                        if let Some(cell) = &mut cell {
                            cell.has_formula = true;
                        }
                    }
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "row" => self.end_row()?,
                    "c" => self.end_cell(&mut cell.take().ok_or(NOT_XML)?)?,
                    "v" | "t" => in_value = false,
                    "rPh" => in_phonetic = false,
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ if in_value => {
                    if let Some(cell) = &mut cell {
                        push_text(&mut cell.value, &event)?;
                    }
                }
                _ => {}
            }
        }
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookDefect> {
        let number = match attribute(element, "r") {
            Some(number) => number.parse().map_err(|_| DISORDERED)?,
            None => self.row + 1,
        };
        if number <= self.row || number > MOST_ROWS {
            return Err(DISORDERED);
        }
        (self.row, self.column, self.written) = (number, 0, 0);
        self.row_is_hidden = says_yes(element, "hidden");
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), WorkbookDefect> {
        if self.written == 0 {
            return Ok(());
        }
        if self.width == 0 {
            self.width = self.written;
        }
        // A sheet has no missing cells: those without anything are empty.
        self.text.extend(std::iter::repeat_n(',', self.width.saturating_sub(self.written) as usize));
        if self.row_is_hidden {
            let row = self.row;
            self.workbook.hidden_rows.at(row, || row.to_string());
        }
        self.end_line()
    }

    fn end_line(&mut self) -> Result<(), WorkbookDefect> {
        self.text.push('\n');
        self.lines += 1;
        if self.text.len() > self.most_text {
            return Err(WorkbookDefect::TooLarge(words!("holds more text than is read")));
        }
        Ok(())
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) -> Result<Cell, WorkbookDefect> {
        let column = match attribute(element, "r") {
            Some(name) => column_of(&name).ok_or(DISORDERED)?,
            None => self.column + 1,
        };
        if self.row == 0 || column <= self.column || column > MOST_COLUMNS {
            return Err(DISORDERED);
        }
        self.column = column;
        let style = attribute(element, "s").and_then(|style| style.parse().ok()).unwrap_or_default();
        let kind = attribute(element, "t").unwrap_or_default();
        Ok(Cell { column, kind, style, ..Cell::default() })
    }

    fn end_cell(&mut self, cell: &mut Cell) -> Result<(), WorkbookDefect> {
        let (row, column) = (self.row, cell.column);
        let name = || format!("{}{row}", letters(column));
        if cell.has_formula {
            self.workbook.formulas.at(row, name);
            if cell.is_uncomputed() {
                self.workbook.uncomputed.at(row, name);
            }
        }
        if cell.value.is_empty() {
            return Ok(());
        }
        let (text, apart) = cell.text(self.strings, self.formats)?;
        // A cell of nothing but space looks like one of nothing at all.
        if text.trim().is_empty() {
            return Ok(());
        }
        if let Some(apart) = apart {
            self.workbook.set_apart(apart, row, name);
        }
        if self.text.len() + text.len() > self.most_text {
            return Err(WorkbookDefect::TooLarge(words!("holds more text than is read")));
        }
        while self.lines + 1 < row {
            self.end_line()?;
        }
        self.text.extend(std::iter::repeat_n(',', column.saturating_sub(self.written.max(1)) as usize));
        push_cell(&mut self.text, &text);
        self.written = column;
        if self.hidden.iter().any(|(first, last)| (*first..=*last).contains(&column)) {
            self.hidden_with_text.insert(column);
        }
        self.count_lines(&text);
        Ok(())
    }

    /// Lines within a cell move all further rows down.
    fn count_lines(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let feeds = memchr::memchr2_iter(b'\n', b'\r', bytes);
        let ends = feeds.filter(|at| {
            bytes.get(*at) != Some(&b'\n') || at.checked_sub(1).and_then(|before| bytes.get(before)) != Some(&b'\r')
        });
        let more = u32::try_from(ends.count()).unwrap_or(u32::MAX);
        if more > 0 {
            self.drift = self.drift.saturating_add(more);
            self.workbook.drift.push((self.row.saturating_add(self.drift).saturating_add(1), self.drift));
        }
    }
}

/// The columns that are hidden, as ranges, from what stands before the first row.
fn hidden_columns(head: &[u8]) -> Result<Vec<(u32, u32)>, WorkbookDefect> {
    let mut reader = reader(head)?;
    let mut hidden = Vec::new();
    loop {
        match next(&mut reader)? {
            Event::Start(element) if element.local_name().as_ref() == "col" && says_yes(&element, "hidden") => {
                let of = |name: &str| attribute(&element, name).and_then(|number| number.parse().ok());
                if let (Some(first), Some(last)) = (of("min"), of("max")) {
                    hidden.push((first, last));
                }
            }
            Event::Eof => return Ok(hidden),
            _ => {}
        }
    }
}
