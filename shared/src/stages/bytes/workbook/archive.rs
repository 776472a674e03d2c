//! The archive that a workbook is: its directory, and its parts, unfolded piece by piece and counted.

use super::WorkbookDefect;
use crate::words;
use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use std::io::{Error, ErrorKind, Read};

/// The most bytes that one part may unfold to.
const MOST_UNFOLDED: u64 = 2 << 30;
/// The most bytes of a part that must be held in memory at once.
pub(super) const MOST_HELD: u64 = 64 << 20;
/// The most parts that an archive may have. Workbooks of people have some dozens.
const MOST_ENTRIES: usize = 10_000;
/// The fixed part of the record at an archive's end, and how long the remark after it may be.
const END_LENGTH: usize = 22;
const LONGEST_REMARK: usize = 65_535;
/// The fixed parts of a directory's entry and of the header before a part's bytes.
const ENTRY_LENGTH: usize = 46;
const HEADER_LENGTH: usize = 30;

/// An archive, listed.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    method: u16,
    encrypted: bool,
    crc: u32,
    folded: usize,
    header: usize,
}

/// One part, as it is read.
pub(super) struct Part<'a> {
    source: Source<'a>,
    crc: Crc,
    wanted_crc: u32,
    unfolded: u64,
}

enum Source<'a> {
    Stored(&'a [u8]),
    Deflated(DeflateDecoder<&'a [u8]>),
}

const CUT: WorkbookDefect = WorkbookDefect::Damaged(words!("ends too early, as after a broken download"));
const CONTRADICTS: WorkbookDefect = WorkbookDefect::Damaged(words!("contradicts itself about where its parts are"));

impl<'a> Archive<'a> {
    /// Lists an archive. Its directory stands at its end.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, WorkbookDefect> {
        let from = bytes.len().saturating_sub(END_LENGTH + LONGEST_REMARK);
        let tail = bytes.get(from..).unwrap_or_default();
        let end = from + memchr::memmem::rfind(tail, b"PK\x05\x06").ok_or(CUT)?;
        let count = usize::from(u16_at(bytes, end + 10).ok_or(CUT)?);
        let mut at = u32_at(bytes, end + 16).ok_or(CUT)? as usize;
        // 65,535 stands for a larger number, which no workbook of people needs.
        if count > MOST_ENTRIES {
            return Err(WorkbookDefect::TooLarge(words!("has more parts than any workbook of people needs")));
        }
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
                return Err(CONTRADICTS);
            }
            let half = |offset: usize| u16_at(bytes, at + offset).ok_or(CUT);
            let word = |offset: usize| u32_at(bytes, at + offset).ok_or(CUT);
            let (name, extra, remark) = (half(28)?, half(30)?, half(32)?);
            let name_at = at + ENTRY_LENGTH;
            let name = bytes.get(name_at..name_at + usize::from(name)).ok_or(CUT)?;
            entries.push(Entry {
                name: plain(&String::from_utf8_lossy(name)),
                method: half(10)?,
                encrypted: half(8)? & 1 != 0,
                crc: word(16)?,
                folded: word(20)? as usize,
                header: word(42)? as usize,
            });
            at = name_at + name.len() + usize::from(extra) + usize::from(remark);
        }
        Ok(Self { bytes, entries })
    }

    /// The names of all parts.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// A part by its name, whatever its case.
    pub(super) fn part(&self, name: &str) -> Result<Part<'a>, WorkbookDefect> {
        let wanted = plain(name);
        let mut found = self.entries.iter().filter(|entry| entry.name.eq_ignore_ascii_case(&wanted));
        let entry = found.next().ok_or(WorkbookDefect::Damaged(words!("lacks one of its parts")))?;
        if found.next().is_some() {
            // Which of the two a program shows can't be known.
            return Err(CONTRADICTS);
        }
        if entry.encrypted {
            return Err(WorkbookDefect::Damaged(words!("is protected by a password")));
        }
        let Entry { header, folded, .. } = *entry;
        if self.bytes.get(header..header + 4) != Some(b"PK\x03\x04") {
            return Err(CONTRADICTS);
        }
        let half = |offset: usize| u16_at(self.bytes, header + offset).map(usize::from).ok_or(CUT);
        let start = header + HEADER_LENGTH + half(26)? + half(28)?;
        let bytes = start.checked_add(folded).and_then(|end| self.bytes.get(start..end)).ok_or(CUT)?;
        let source = match entry.method {
            0 => Source::Stored(bytes),
            8 => Source::Deflated(DeflateDecoder::new(bytes)),
            _ => return Err(WorkbookDefect::Damaged(words!("is packed in a way that no spreadsheet program uses"))),
        };
        Ok(Part { source, crc: Crc::new(), wanted_crc: entry.crc, unfolded: 0 })
    }
}

impl Part<'_> {
    /// The whole part, if it is no larger than it may be.
    pub(super) fn held(mut self, most: u64) -> Result<Vec<u8>, WorkbookDefect> {
        let mut bytes = Vec::new();
        self.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(|error| defect_of(&error))?;
        if bytes.len() as u64 > most {
            return Err(WorkbookDefect::TooLarge(words!("unfolds to more than is read")));
        }
        Ok(bytes)
    }
}

impl Read for Part<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = match &mut self.source {
            Source::Stored(bytes) => bytes.read(buffer),
            Source::Deflated(decoder) => decoder.read(buffer),
        }?;
        self.crc.update(buffer.get(..read).unwrap_or_default());
        self.unfolded += read as u64;
        if self.unfolded > MOST_UNFOLDED {
            return Err(ErrorKind::FileTooLarge.into());
        }
        if read == 0 && !buffer.is_empty() && self.crc.sum() != self.wanted_crc {
            return Err(Error::from(ErrorKind::InvalidData));
        }
        Ok(read)
    }
}

/// What an error in reading a part means.
pub(super) fn defect_of(error: &Error) -> WorkbookDefect {
    match error.kind() {
        ErrorKind::FileTooLarge => WorkbookDefect::TooLarge(words!("unfolds to more than is read")),
        _ => WorkbookDefect::Damaged(words!("has a part that isn't whole")),
    }
}

/// A part's name without what programs add to it: a slash in front, or backslashes.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_owned()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
