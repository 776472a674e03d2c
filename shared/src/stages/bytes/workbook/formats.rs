//! The number formats of a workbook: what a number in a cell means and how it is shown.

use super::WorkbookDefect;
use super::code::Format;
use super::xml::{attribute, next, reader};
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// The formats that cells name by their number.
#[derive(Debug)]
pub(super) struct Formats {
    of_style: Vec<Format>,
    general: Format,
    /// Whether days are counted from 1904.
    pub(super) from_1904: bool,
}

impl Formats {
    /// No formats: every number is shown as it is.
    pub(super) fn none(from_1904: bool) -> Self {
        Self { of_style: Vec::new(), general: Format::default(), from_1904 }
    }

    /// The format of a style.
    pub(super) fn get(&self, style: usize) -> &Format {
        self.of_style.get(style).unwrap_or(&self.general)
    }
}

/// Reads the part.
pub(super) fn read(bytes: &[u8], from_1904: bool) -> Result<Formats, WorkbookDefect> {
    let mut reader = reader(bytes)?;
    let mut own: BTreeMap<u32, Format> = BTreeMap::new();
    let mut formats = Formats::none(from_1904);
    let mut in_cell_formats = false;
    loop {
        match next(&mut reader)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, attribute(&element, "formatCode")) {
                        own.insert(id, Format::from_code(&code));
                    }
                }
                "cellXfs" => in_cell_formats = true,
                "xf" if in_cell_formats => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                    formats.of_style.push(own.get(&id).cloned().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cell_formats = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}

/// The formats that every spreadsheet program knows by number (ECMA-376, part 1, 18.8.30); those of a language, which
/// share their numbers with others, are days.
fn built_in(id: u32) -> Format {
    Format::from_code(match id {
        1 => "0",
        2 | 4 => "0.00",
        9 => "0%",
        10 => "0.00%",
        14..=17 | 27..=36 | 50..=58 => "yyyy-mm-dd",
        18..=21 | 45 | 47 => "hh:mm:ss",
        22 => "yyyy-mm-dd hh:mm",
        _ => "General",
    })
}
