//! A long part of a workbook in pieces: whole elements of one name at a time, so that it never lies in memory at once.

use super::archive::{Part, defect_of};
use super::{WorkbookDefect, xml};
use crate::words;
use std::io::Read;

/// How much is unfolded at a time.
const AT_A_TIME: usize = 256 << 10;
/// The largest element, and the most that may stand before the first.
const LARGEST: usize = 32 << 20;

/// A part, piece by piece.
pub(super) struct Pieces<'a> {
    part: Part<'a>,
    buffer: Vec<u8>,
    /// How the wanted element opens, with the part's own prefix, such as `<row` or `<x:row`.
    opening: Vec<u8>,
    /// How the element round them closes, such as `</sheetData>`.
    closing: Vec<u8>,
    done: bool,
    /// What was unfolded behind the last element.
    rest: Vec<u8>,
}

impl<'a> Pieces<'a> {
    /// Begins a part: what stands before the first `element`, and the pieces from there to the end of `around`.
    pub(super) fn of(part: Part<'a>, element: &str, around: &str) -> Result<(Vec<u8>, Self), WorkbookDefect> {
        let mut pieces =
            Self { part, buffer: Vec::new(), opening: Vec::new(), closing: Vec::new(), done: false, rest: Vec::new() };
        loop {
            let more = pieces.fill()?;
            if pieces.opening.is_empty() {
                let Some(prefix) = prefix(&pieces.buffer) else {
                    if !more {
                        return Err(xml::NOT_XML);
                    }
                    continue;
                };
                pieces.opening = [b"<", prefix.as_slice(), element.as_bytes()].concat();
                pieces.closing = [b"</", prefix.as_slice(), around.as_bytes(), b">"].concat();
            }
            let head = first_opening(&pieces.buffer, &pieces.opening);
            let closed = memchr::memmem::find(&pieces.buffer, &pieces.closing);
            if let Some(head) = head.into_iter().chain(closed).min() {
                let rest = pieces.buffer.split_off(head);
                return Ok((std::mem::replace(&mut pieces.buffer, rest), pieces));
            }
            if !more {
                pieces.done = true;
                return Ok((std::mem::take(&mut pieces.buffer), pieces));
            }
        }
    }

    /// The next whole elements; `None` after the last.
    pub(super) fn next(&mut self) -> Result<Option<Vec<u8>>, WorkbookDefect> {
        while !self.done {
            if let Some(end) = memchr::memmem::find(&self.buffer, &self.closing) {
                self.done = true;
                self.rest = self.buffer.split_off(end);
                return Ok((end > 0).then(|| std::mem::take(&mut self.buffer)));
            }
            if let Some(last) = last_opening(&self.buffer, &self.opening).filter(|last| *last > 0) {
                let rest = self.buffer.split_off(last);
                return Ok(Some(std::mem::replace(&mut self.buffer, rest)));
            }
            if !self.fill()? {
                // The element round them never closes.
                return Err(xml::NOT_XML);
            }
        }
        Ok(None)
    }

    /// What stands behind the last element, from the closing tag round them on.
    pub(super) fn behind(mut self) -> Result<Vec<u8>, WorkbookDefect> {
        self.buffer = std::mem::take(&mut self.rest);
        while self.fill()? {}
        Ok(self.buffer)
    }

    /// Unfolds some more; whether there was any.
    fn fill(&mut self) -> Result<bool, WorkbookDefect> {
        if self.buffer.len() > LARGEST {
            return Err(WorkbookDefect::TooLarge(words!("has a row or a text that is larger than is read")));
        }
        let before = self.buffer.len();
        self.part.by_ref().take(AT_A_TIME as u64).read_to_end(&mut self.buffer).map_err(|error| defect_of(&error))?;
        Ok(self.buffer.len() > before)
    }
}

/// The prefix of a part's own elements, with its colon: that of its outermost.
fn prefix(start: &[u8]) -> Option<Vec<u8>> {
    let mut from = 0;
    loop {
        let at = from + memchr::memchr(b'<', start.get(from..)?)? + 1;
        let rest = start.get(at..)?;
        if rest.first()?.is_ascii_alphabetic() {
            let name = rest.get(..rest.iter().position(|byte| b" \t\r\n/>".contains(byte))?)?;
            let colon = memchr::memchr(b':', name).map_or(0, |colon| colon + 1);
            return Some(name.get(..colon)?.to_vec());
        }
        from = at;
    }
}

/// Whether an element's name ends where the searched one does: `<row` is no `<rowBreaks`.
fn opens(buffer: &[u8], at: usize, opening: &[u8]) -> bool {
    buffer.get(at + opening.len()).is_some_and(|byte| b" \t\r\n/>".contains(byte))
}

fn first_opening(buffer: &[u8], opening: &[u8]) -> Option<usize> {
    memchr::memmem::find_iter(buffer, opening).find(|at| opens(buffer, *at, opening))
}

fn last_opening(buffer: &[u8], opening: &[u8]) -> Option<usize> {
    let mut end = buffer.len();
    loop {
        let at = memchr::memmem::rfind(buffer.get(..end)?, opening)?;
        if opens(buffer, at, opening) {
            return Some(at);
        }
        end = at;
    }
}
