//! Stage 1: bytes → text, with its encoding decided.
//!
//! UTF-8 is read with or without its mark, UTF-16 with its mark. Any other encoding is read only where the admin picked
//! it: a guess that is wrong would change letters in silence. One sheet of a workbook becomes CSV text ([`Workbook`]).

pub mod encoding;
mod foreign;
mod text;
mod workbook;

use crate::limits::MOST_BYTES;
use crate::values::text::shortened;
use crate::values::words::Words;
use crate::words;
use encoding::Decoded;
pub use foreign::{Foreign, Way};
pub use text::Text;
pub use workbook::{Range, Seen, Workbook, WorkbookDefect};

/// What stands for an encoding where the text was made from a workbook.
pub const WORKBOOK: &str = "Excel workbook";

/// The encodings that an admin is offered for a file that isn't UTF-8: label, name.
const OFFERED: [(&str, Words); 3] = [
    ("windows-1252", words!("Windows (Western)")),
    ("macintosh", words!("Mac Roman")),
    ("windows-1250", words!("Windows (Central European)")),
];

/// An upload's bytes as text, or why they are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bytes {
    /// The upload's size in bytes, as sent.
    pub size: usize,
    /// The text without its byte order mark; empty where there is a defect.
    pub text: Text,
    /// The encoding's name, as shown to a person.
    pub encoding: &'static str,
    /// How many bytes of the upload stand before the text.
    pub mark_bytes: usize,
    /// The workbook that the text was made from.
    pub workbook: Option<Workbook>,
    /// Why the bytes can't be read as text.
    pub defect: Option<BytesDefect>,
    /// The upload itself where it isn't UTF-8, so that another encoding can be tried.
    pub(crate) unread: Option<Vec<u8>>,
}

/// Why bytes can't be read as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BytesDefect {
    /// There are none.
    Empty,
    /// Larger than [`MOST_BYTES`].
    TooLarge,
    /// Another kind of file.
    NotText(Foreign),
    /// A workbook that can't be read.
    Workbook(WorkbookDefect),
    /// Every second byte is NUL, and there is no mark.
    Utf16WithoutMark {
        /// The label of the byte order that the zeros speak for.
        label: &'static str,
    },
    /// Not UTF-8, from a byte on.
    NotUtf8 {
        /// Of the first wrong byte, counted from 0.
        byte: usize,
        /// Its physical line, counted from 1.
        line: u32,
        /// How the text round that byte reads in other encodings.
        samples: Vec<EncodingSample>,
    },
    /// In the encoding that a mark or the admin named, some bytes are no text.
    Malformed {
        /// The encoding's name.
        encoding: &'static str,
        /// The physical line of the first such bytes, counted from 1.
        line: u32,
    },
}

/// How a stretch of the upload reads in one encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodingSample {
    /// The label by which the admin's choice names it.
    pub label: &'static str,
    /// Its name, as shown to a person.
    pub name: Words,
    /// The cell round the first byte that isn't UTF-8.
    pub text: String,
}

/// Whether a label names an encoding that an admin can pick.
pub fn knows_encoding(label: &str) -> bool {
    encoding::decode(label.trim(), b"").is_some()
}

/// Decides the encoding and reads the text. `picked` is the label of the encoding that the admin picked.
pub fn bytes_from_upload(upload: Vec<u8>, picked: Option<&str>) -> Bytes {
    bytes_with_headings(upload, picked, &|_| false)
}

/// The same, where it is known what names a column: of a workbook's sheets, the one with such names is read.
pub(crate) fn bytes_with_headings(upload: Vec<u8>, picked: Option<&str>, is_heading: &dyn Fn(&str) -> bool) -> Bytes {
    let size = upload.len();
    if upload.is_empty() {
        return refused(size, BytesDefect::Empty, None);
    }
    if size > MOST_BYTES {
        return refused(size, BytesDefect::TooLarge, None);
    }
    if let Some(foreign) = foreign::of_bytes(&upload) {
        return refused(size, BytesDefect::NotText(foreign), None);
    }
    if workbook::is_archive(&upload) {
        return match workbook::text_from_archive(&upload, is_heading) {
            Ok((text, workbook)) => {
                let text = Text::without_mark(text);
                let workbook = Some(workbook);
                Bytes { size, text, encoding: WORKBOOK, mark_bytes: 0, workbook, defect: None, unread: None }
            }
            Err(defect) => refused(size, defect, None),
        };
    }
    let (label, mark_bytes) = match encoding::utf16_by_mark(&upload) {
        Some((label, mark_bytes)) => (Some(label), mark_bytes),
        None => (picked, 0),
    };
    let decoded = |upload: &[u8]| encoding::decode(label?, upload.get(mark_bytes..).unwrap_or_default());
    if mark_bytes > 0
        && let Some(decoded) = decoded(&upload)
    {
        return bytes_from_decoded(decoded, upload, mark_bytes);
    }
    if let Some(label) = looks_like_utf16(&upload) {
        return match decoded(&upload) {
            Some(decoded) => bytes_from_decoded(decoded, upload, 0),
            None => refused(size, BytesDefect::Utf16WithoutMark { label }, Some(upload)),
        };
    }
    match Text::from_utf8(upload) {
        Ok(text) => bytes_from_utf8(text, size),
        Err(upload) => {
            let byte = upload.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
            if let Some(decoded) = decoded(&upload) {
                return bytes_from_decoded(decoded, upload, 0);
            }
            let (line, samples) = (line_of(&upload, byte), samples(&upload, byte));
            refused(size, BytesDefect::NotUtf8 { byte, line, samples }, Some(upload))
        }
    }
}

fn refused(size: usize, defect: BytesDefect, unread: Option<Vec<u8>>) -> Bytes {
    let defect = Some(defect);
    Bytes { size, text: Text::default(), encoding: "unknown", mark_bytes: 0, workbook: None, defect, unread }
}

fn bytes_from_decoded(decoded: Decoded, upload: Vec<u8>, mark_bytes: usize) -> Bytes {
    let Decoded { encoding, text, malformed } = decoded;
    let (size, encoding) = (upload.len(), encoding::written(&encoding));
    if malformed {
        // Every stretch that the encoding can't read became this character.
        let before = text.find('\u{fffd}').and_then(|at| text.get(..at)).unwrap_or_default();
        let defect = BytesDefect::Malformed { encoding, line: line_of(before.as_bytes(), before.len()) };
        return Bytes { encoding, mark_bytes, ..refused(size, defect, Some(upload)) };
    }
    if let Some(foreign) = foreign::of_text(&text) {
        return refused(size, BytesDefect::NotText(foreign), None);
    }
    let defect = holds_nothing(&text).then_some(BytesDefect::Empty);
    let text = Text::without_mark(text);
    Bytes { size, text, encoding, mark_bytes, workbook: None, defect, unread: Some(upload) }
}

fn bytes_from_utf8(text: Text, size: usize) -> Bytes {
    let defect = holds_nothing(&text).then_some(BytesDefect::Empty);
    let mark_bytes = text.mark_bytes();
    Bytes { size, text, encoding: "UTF-8", mark_bytes, workbook: None, defect, unread: None }
}

/// Whether a text holds nothing but space, and cells with nothing in them.
fn holds_nothing(text: &str) -> bool {
    let is_nothing = |character: char| character.is_whitespace() || matches!(character, ',' | ';' | '|' | '"');
    text.trim_start_matches(is_nothing).is_empty()
}

/// The byte order of UTF-16 that the zeros in most second bytes speak for.
fn looks_like_utf16(upload: &[u8]) -> Option<&'static str> {
    let start = upload.get(..upload.len().min(512)).unwrap_or_default();
    let pairs = start.len() / 2;
    let mostly_nul =
        |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count() * 4 >= pairs * 3;
    match () {
        () if pairs < 4 => None,
        () if mostly_nul(1) => Some("utf-16le"),
        () if mostly_nul(0) => Some("utf-16be"),
        () => None,
    }
}

fn line_of(upload: &[u8], byte: usize) -> u32 {
    let before = upload.get(..byte).unwrap_or_default();
    let feeds = memchr::memchr_iter(b'\n', before).count();
    let ends = if feeds == 0 { memchr::memchr_iter(b'\r', before).count() } else { feeds };
    u32::try_from(ends).unwrap_or(u32::MAX).saturating_add(1)
}

fn samples(upload: &[u8], byte: usize) -> Vec<EncodingSample> {
    let ends_cell = |byte: &u8| b",;\t|\"\r\n".contains(byte);
    let before = upload.get(..byte).unwrap_or_default();
    let start = before.iter().rposition(ends_cell).map_or(0, |position| position + 1);
    let after = upload.get(byte..).unwrap_or_default();
    let end = byte + after.iter().position(ends_cell).unwrap_or(after.len());
    let cell = upload.get(start..end).unwrap_or_default();
    let sample = |(label, name): (&'static str, Words)| {
        let text = encoding::decode(label, cell)?.text;
        Some(EncodingSample { label, name, text: shortened(&text).into_owned() })
    };
    OFFERED.into_iter().filter_map(sample).collect()
}

#[cfg(test)]
mod tests {
    use super::{BytesDefect, bytes_from_upload};

    #[test]
    fn marks_decide_the_encoding() {
        let utf8 = bytes_from_upload(b"\xEF\xBB\xBFa,b\n".to_vec(), None);
        assert_eq!((&*utf8.text, utf8.encoding, utf8.mark_bytes), ("a,b\n", "UTF-8", 3));
        let little = bytes_from_upload(b"\xFF\xFEa\0\t\0\xE9\0".to_vec(), None);
        assert_eq!((&*little.text, little.encoding), ("a\té", "UTF-16LE"));
    }

    #[test]
    fn other_encodings_wait_for_the_admin() {
        let upload = b"a,b\nJos\xE9,x\n".to_vec();
        let refused = bytes_from_upload(upload.clone(), None);
        let Some(BytesDefect::NotUtf8 { byte, line, samples }) = refused.defect else { panic!("accepted") };
        assert_eq!((byte, line), (7, 2));
        assert_eq!(samples.first().map(|sample| sample.text.as_str()), Some("José"));
        assert_eq!(bytes_from_upload(upload, Some("windows-1252")).text.to_string(), "a,b\nJosé,x\n");
    }
}
