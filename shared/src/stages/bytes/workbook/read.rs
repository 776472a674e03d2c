//! From an archive's bytes to the text of the sheet that is read.

use super::archive::{Archive, MOST_HELD, Part};
use super::{Workbook, WorkbookDefect, formats, parts, sheet, strings};
use crate::csv::{Field, split_record};
use crate::limits::MOST_BYTES;
use crate::stages::bytes::foreign::{Foreign, Way};
use crate::words;
use std::collections::BTreeSet;
use std::io::Read;

/// How many times as large as its archive a workbook's text may be, and how large in any case. Cells share their texts,
/// so a small archive may well hold a long text; one that is a thousand times as long is made for harm.
const MOST_GROWTH: usize = 100;
const ALWAYS_READ: usize = 64 << 20;

/// With so many names of columns, a sheet is the one that is meant.
const ENOUGH_HEADINGS: usize = 2;

/// What an archive is that isn't a workbook, with its article.
pub(super) fn other_than_workbook(upload: &[u8]) -> Option<Foreign> {
    let Ok(archive) = Archive::open(upload) else {
        // What can't be listed is told by its beginning: programs write these names first.
        let start = upload.get(..upload.len().min(4096)).unwrap_or_default();
        let holds = |name: &[u8]| memchr::memmem::find(start, name).is_some();
        return match () {
            () if holds(b"opendocument.spreadsheet") => {
                Some(Foreign::new(words!("an OpenDocument spreadsheet (.ods)"), Way::Save))
            }
            () if holds(b"[Content_Types].xml") || holds(b"xl/") => None,
            () => Some(Foreign::new(words!("a zip-compressed file"), Way::Unpack)),
        };
    };
    let has = |name: &str| archive.names().any(|known| known.eq_ignore_ascii_case(name));
    let below = |folder: &str| archive.names().any(|known| known.starts_with(folder));
    match () {
        () if has("xl/workbook.bin") => Some(Foreign::new(words!("a binary Excel workbook (.xlsb)"), Way::Save)),
        () if has("[Content_Types].xml") && below("word/") => Some(Foreign::new(words!("a Word document"), Way::Save)),
        () if has("[Content_Types].xml") && below("ppt/") => Some(Foreign::new(words!("a presentation"), Way::Save)),
        () if has("[Content_Types].xml") => None,
        () if has("content.xml") && has("META-INF/manifest.xml") => {
            Some(Foreign::new(words!("an OpenDocument spreadsheet (.ods)"), Way::Save))
        }
        () if below("Index/") => Some(Foreign::new(words!("an Apple Numbers document"), Way::Save)),
        () => Some(Foreign::new(words!("a zip-compressed file"), Way::Unpack)),
    }
}

/// Reads one visible sheet as CSV text: the first whose first line names columns, else the first with text.
pub(super) fn text_from_workbook(
    upload: &[u8],
    is_heading: &dyn Fn(&str) -> bool,
) -> Result<(String, Workbook), WorkbookDefect> {
    let archive = Archive::open(upload)?;
    let parts = parts::of(&archive)?;
    let most_text = upload.len().saturating_mul(MOST_GROWTH).clamp(ALWAYS_READ, MOST_BYTES);
    let strings = match &parts.strings {
        Some(path) => strings::read(archive.part(path)?, most_text)?,
        None => strings::Strings::default(),
    };
    let formats = match &parts.styles {
        Some(path) => formats::read(&archive.part(path)?.held(MOST_HELD)?, parts.from_1904)?,
        None => formats::Formats::none(parts.from_1904),
    };
    let mut best: Option<(usize, usize, String, Workbook)> = None;
    let mut empty = BTreeSet::new();
    for (position, sheet) in parts.sheets.iter().enumerate() {
        let mut workbook = Workbook { sheet: sheet.name.clone(), ..Workbook::default() };
        let read =
            archive.part(&sheet.path).and_then(|part| sheet::text(part, &strings, &formats, most_text, &mut workbook));
        let text = match read {
            Ok(text) => text,
            Err(WorkbookDefect::Empty) => {
                empty.insert(position);
                continue;
            }
            // What is wrong with a further sheet says nothing of the one that is read.
            Err(_) if best.is_some() => continue,
            Err(defect) => return Err(defect),
        };
        let headings = headings(&text, is_heading);
        if best.as_ref().is_none_or(|(most, ..)| headings > *most) {
            best = Some((headings, position, text, workbook));
        }
        if headings >= ENOUGH_HEADINGS {
            break;
        }
    }
    let (_, chosen, text, mut workbook) = best.ok_or(WorkbookDefect::Empty)?;
    let others =
        parts.sheets.iter().enumerate().filter(|(position, _)| *position != chosen && !empty.contains(position));
    let holding = others.filter(|(_, other)| archive.part(&other.path).is_ok_and(holds_something));
    workbook.others = holding.map(|(_, other)| other.name.clone()).collect();
    if let Some(sheet) = parts.sheets.get(chosen) {
        workbook.comments = parts::comments(&archive, &sheet.path)?;
    }
    Ok((text, workbook))
}

/// How many cells of the first line name columns.
fn headings(text: &str, is_heading: &dyn Fn(&str) -> bool) -> usize {
    let Some(line) = text.lines().find(|line| !line.is_empty()) else { return 0 };
    let mut fields: Vec<Field> = Vec::new();
    split_record(line.as_bytes(), b',', &mut fields);
    fields.iter().filter_map(|field| field.decoded(line)).filter(|name| is_heading(name)).count()
}

/// Whether a sheet has a value, as far as its beginning tells.
fn holds_something(mut part: Part<'_>) -> bool {
    const LOOKED_AT: u64 = 4 << 20;
    let mut start = Vec::new();
    let read = part.by_ref().take(LOOKED_AT).read_to_end(&mut start);
    let has = |tag: &&[u8]| memchr::memmem::find(&start, tag).is_some();
    read.is_ok() && [&b"<v>"[..], b"<t>", b"<t ", b":v>", b":t>"].iter().any(has)
}
