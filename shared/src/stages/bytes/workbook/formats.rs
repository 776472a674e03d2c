//! The number formats of a workbook: what a number in a cell means and how it is shown.

use super::WorkbookDefect;
use super::number::{Format, Pattern};
use super::xml::{attribute, next, reader};
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// The formats that cells name by their number.
#[derive(Debug)]
pub(super) struct Formats {
    of_style: Vec<Format>,
    /// Whether days are counted from 1904.
    pub(super) from_1904: bool,
}

impl Formats {
    /// No formats: every number is shown as it is.
    pub(super) fn none(from_1904: bool) -> Self {
        Self { of_style: Vec::new(), from_1904 }
    }

    /// The format of a style.
    pub(super) fn get(&self, style: usize) -> &Format {
        self.of_style.get(style).unwrap_or(&Format::General)
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
                        own.insert(id, from_code(&code));
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
    match id {
        1 => from_code("0"),
        2 | 4 => from_code("0.00"),
        9 => from_code("0%"),
        10 => from_code("0.00%"),
        14..=17 | 27..=36 | 50..=58 => Format::Time { day: true, time: false },
        18..=21 | 45 | 47 => Format::Time { day: false, time: true },
        22 => Format::Time { day: true, time: true },
        _ => Format::General,
    }
}

/// Reads a format's code.
fn from_code(code: &str) -> Format {
    let (mut day, mut time, mut elapsed) = (false, false, false);
    let mut characters = code.split(';').next().unwrap_or_default().chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => drop(characters.by_ref().find(|next| *next == '"')),
            '\\' | '_' | '*' => drop(characters.next()),
            '[' => {
                let word: String = characters.by_ref().take_while(|next| *next != ']').collect();
                elapsed |= !word.is_empty() && word.to_lowercase().chars().all(|letter| "hms".contains(letter));
            }
            'y' | 'Y' | 'd' | 'D' | 'e' => day = true,
            'h' | 'H' | 's' | 'S' => time = true,
            // “General”, and scientific notation, which hides digits.
            'G' | 'E' => return Format::General,
            // Months and minutes share their letter.
            'm' | 'M' if !time => day |= !code.to_lowercase().contains(['h', 's']),
            _ => {}
        }
    }
    match (day || time, elapsed) {
        (_, true) => Format::General,
        (true, false) => Format::Time { day, time },
        (false, false) => Pattern::from_code(code).map_or(Format::General, Format::Digits),
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, from_code};

    #[test]
    fn days_are_told_from_numbers() {
        let time = |day, time| Format::Time { day, time };
        for (code, format) in [
            ("dd/mm/yyyy", time(true, false)),
            ("[$-409]d\\-mmm\\-yy;@", time(true, false)),
            ("mmm", time(true, false)),
            ("yyyy-mm-dd hh:mm:ss", time(true, true)),
            ("h:mm AM/PM", time(false, true)),
            ("mm:ss", time(false, true)),
            ("[h]:mm", Format::General),
            ("General", Format::General),
            ("0.00E+00", Format::General),
            ("@", Format::General),
        ] {
            assert_eq!(from_code(code), format, "{code}");
        }
        assert!(matches!(from_code("\"day \"00000"), Format::Digits(_)));
        assert!(matches!(from_code("[Red]0.00"), Format::Digits(_)));
    }
}
