//! One cell of a sheet, from its attributes and its value to its text.

use super::formats::Formats;
use super::number::{Apart, Shown, iso, shown};
use super::strings::Strings;
use super::xml::{NOT_XML, unescaped};
use super::{Seen, Workbook, WorkbookDefect};
use crate::words;
use std::borrow::Cow;

/// A cell that is being read.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) column: u32,
    pub(super) kind: String,
    pub(super) style: usize,
    pub(super) value: String,
    pub(super) has_formula: bool,
    /// Whether there is a value at all: that of a formula may be an empty text.
    pub(super) has_value: bool,
}

impl Cell {
    /// Whether it holds a formula that no program has computed.
    pub(super) fn is_uncomputed(&self) -> bool {
        self.has_formula && (!self.has_value || self.value.is_empty() && self.kind != "str")
    }

    /// Its text, and how that differs from what the sheet shows.
    pub(super) fn text<'a>(
        &'a self,
        strings: &'a Strings,
        formats: &Formats,
    ) -> Result<(Cow<'a, str>, Option<Apart>), WorkbookDefect> {
        let format = formats.get(self.style);
        let value = self.value.trim();
        let text = match self.kind.as_str() {
            "s" => {
                let number = value.parse().map_err(|_| NOT_XML)?;
                let text = strings.get(number);
                Cow::Borrowed(text.ok_or(WorkbookDefect::Damaged(words!("names a text that it doesn't hold")))?)
            }
            "str" | "inlineStr" => Cow::Owned(unescaped(&self.value)),
            "b" if matches!(value, "1" | "true") => return Ok((Cow::Borrowed("TRUE"), None)),
            "b" => return Ok((Cow::Borrowed("FALSE"), None)),
            "e" => return Ok((Cow::Borrowed(&self.value), None)),
            other => {
                let Shown { text, apart } =
                    if other == "d" { iso(value, format) } else { shown(value, format, formats.from_1904) };
                return Ok((Cow::Owned(text), apart));
            }
        };
        Ok((text, format.hides_text.then_some(Apart::Hidden)))
    }
}

impl Workbook {
    /// Takes in that a cell is read otherwise than it is shown.
    pub(super) fn set_apart(&mut self, apart: Apart, row: u32, name: impl FnOnce() -> String) {
        let seen: &mut Seen = match apart {
            Apart::Hidden => &mut self.hidden_cells,
            Apart::Unknown => &mut self.unknown_formats,
            Apart::TimeCut => &mut self.times_cut,
        };
        seen.at(row, name);
    }
}
