//! The texts that cells share: each stands once in a part of its own, and cells name it by its number.

use super::WorkbookDefect;
use super::archive::Part;
use super::pieces::Pieces;
use super::xml::{next, push_text, reader, unescaped};
use crate::words;
use quick_xml::events::Event;

/// All shared texts, one after the other.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// A text by its number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let start = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start as usize..*self.ends.get(number)? as usize)
    }
}

/// Reads the part, if its texts are no longer than `most` bytes together.
pub(super) fn read(part: Part<'_>, most: usize) -> Result<Strings, WorkbookDefect> {
    let (_, mut pieces) = Pieces::of(part, "si", "sst")?;
    let mut strings = Strings::default();
    while let Some(piece) = pieces.next()? {
        let mut reader = reader(&piece)?;
        let mut text = String::new();
        let (mut in_text, mut in_phonetic) = (false, false);
        loop {
            let event = next(&mut reader)?;
            match &event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "t" => in_text = !in_phonetic,
                    "rPh" => in_phonetic = true,
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "t" => in_text = false,
                    "rPh" => in_phonetic = false,
                    "si" => strings.push(&std::mem::take(&mut text), most)?,
                    _ => {}
                },
                Event::Eof => break,
                _ if in_text => push_text(&mut text, &event)?,
                _ => {}
            }
        }
    }
    Ok(strings)
}

impl Strings {
    fn push(&mut self, text: &str, most: usize) -> Result<(), WorkbookDefect> {
        self.text.push_str(&unescaped(text));
        if self.text.len() > most {
            return Err(WorkbookDefect::TooLarge(words!("holds more text than is read")));
        }
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        Ok(())
    }
}
