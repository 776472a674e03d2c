//! The cells that a sheet joins into one: only the first of them is seen, whatever the others hold.

use super::place::range_of;
use super::xml::{attribute, next, reader};
use super::{Range, WorkbookDefect};
use crate::words;
use quick_xml::events::Event;

/// So many rows of joined cells are looked at, all of them counted together.
const MOST_ROWS_JOINED: u32 = 4_000_000;

/// Reads what stands behind a sheet's cells. Ranges below `last_row` hold nothing.
pub(super) fn read(behind: &[u8], last_row: u32) -> Result<Vec<Range>, WorkbookDefect> {
    let mut merges = Vec::new();
    let Some(element) = element(behind) else { return Ok(merges) };
    let mut reader = reader(element)?;
    let mut rows = 0_u32;
    loop {
        match next(&mut reader)? {
            Event::Start(element) if element.local_name().as_ref() == "mergeCell" => {
                let Some(mut range) = attribute(&element, "ref").and_then(|name| range_of(&name)) else { continue };
                if range.rows.0 > last_row
                    || range.rows == (range.rows.0, range.rows.0) && range.columns.0 == range.columns.1
                {
                    continue;
                }
                range.rows.1 = range.rows.1.min(last_row);
                rows = rows.saturating_add(range.rows.1 - range.rows.0 + 1);
                if rows > MOST_ROWS_JOINED {
                    return Err(WorkbookDefect::TooLarge(words!("has more merged cells than are read")));
                }
                merges.push(range);
            }
            Event::Eof => return Ok(merges),
            _ => {}
        }
    }
}

/// The stretch that lists them: from its opening to its closing tag, with the part's own prefix.
fn element(behind: &[u8]) -> Option<&[u8]> {
    let name = memchr::memmem::find(behind, b"mergeCells")?;
    let start = memchr::memrchr(b'<', behind.get(..name)?)?;
    let rest = behind.get(start..)?;
    let closing = memchr::memmem::find_iter(rest, b"mergeCells>").find(|at| {
        let before = rest.get(..*at).unwrap_or_default();
        memchr::memrchr(b'<', before).is_some_and(|open| before.get(open + 1) == Some(&b'/'))
    })?;
    rest.get(..closing + b"mergeCells>".len())
}
