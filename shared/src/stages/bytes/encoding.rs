//! Texts in other encodings than UTF-8, by the names and tables of the WHATWG Encoding Standard.
//!
//! The feature `encodings` brings the tables. A browser has them already: without the feature, whoever runs the engine
//! there hands over how to ask it ([`read_by`]).

use std::sync::OnceLock;

/// Bytes as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The encoding's name as the standard writes it, in lower case.
    pub encoding: String,
    /// The text, a byte order mark included. What the encoding can't read stands there as U+FFFD.
    pub text: String,
    /// Whether there was anything that it can't read.
    pub malformed: bool,
}

/// Reads bytes in the encoding that a label names; `None` where no encoding has it.
pub type Decode = fn(label: &str, bytes: &[u8]) -> Option<Decoded>;

static DECODE: OnceLock<Decode> = OnceLock::new();

/// Hands over who reads other encodings here. Only the first one is taken, and none where the tables are there.
pub fn read_by(decode: Decode) {
    let _ = DECODE.set(decode);
}

/// Reads bytes in the encoding that a label names; `None` where no encoding has it.
#[cfg(not(feature = "encodings"))]
pub(super) fn decode(label: &str, bytes: &[u8]) -> Option<Decoded> {
    DECODE.get()?(label, bytes)
}

/// Reads bytes in the encoding that a label names; `None` where no encoding has it.
#[cfg(feature = "encodings")]
pub(super) fn decode(label: &str, bytes: &[u8]) -> Option<Decoded> {
    // Labels of encodings that nobody should read stand for one that reads nothing; browsers know no such.
    let known = encoding_rs::Encoding::for_label(label.as_bytes());
    let encoding = known.filter(|encoding| *encoding != encoding_rs::REPLACEMENT)?;
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    Some(Decoded { encoding: encoding.name().to_ascii_lowercase(), text: text.into_owned(), malformed })
}

/// The label of the UTF-16 whose mark the bytes begin with, and how long that is.
pub(super) fn utf16_by_mark(bytes: &[u8]) -> Option<(&'static str, usize)> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(("utf-16le", 2)),
        [0xFE, 0xFF, ..] => Some(("utf-16be", 2)),
        _ => None,
    }
}

/// A name as the standard writes it, by its lower case.
pub(super) fn written(encoding: &str) -> &'static str {
    NAMES.into_iter().find(|name| name.eq_ignore_ascii_case(encoding)).unwrap_or("another encoding")
}

/// The encodings of the standard that can be read, by their names in its section 4.2.
pub const NAMES: [&str; 39] = [
    "UTF-8",
    "IBM866",
    "ISO-8859-2",
    "ISO-8859-3",
    "ISO-8859-4",
    "ISO-8859-5",
    "ISO-8859-6",
    "ISO-8859-7",
    "ISO-8859-8",
    "ISO-8859-8-I",
    "ISO-8859-10",
    "ISO-8859-13",
    "ISO-8859-14",
    "ISO-8859-15",
    "ISO-8859-16",
    "KOI8-R",
    "KOI8-U",
    "macintosh",
    "windows-874",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "x-mac-cyrillic",
    "GBK",
    "gb18030",
    "Big5",
    "EUC-JP",
    "ISO-2022-JP",
    "Shift_JIS",
    "EUC-KR",
    "UTF-16BE",
    "UTF-16LE",
    "x-user-defined",
];

#[cfg(test)]
mod tests {
    use super::{NAMES, utf16_by_mark, written};

    #[test]
    fn names_are_those_of_the_standard() {
        for name in NAMES {
            let known = encoding_rs::Encoding::for_label(name.as_bytes());
            assert!(known.is_some_and(|encoding| encoding.name() == name), "{name}");
            assert_eq!(written(&name.to_ascii_lowercase()), name);
        }
    }

    #[test]
    fn marks_are_those_of_the_standard() {
        for bytes in [&b"\xFF\xFEa\0"[..], b"\xFE\xFF\0a", b"\xFF\xFE", b"\xEF\xBB\xBFa", b"ab", b"\xFF"] {
            let known = encoding_rs::Encoding::for_bom(bytes).filter(|(found, _)| *found != encoding_rs::UTF_8);
            let known = known.map(|(found, length)| (found.name().to_ascii_lowercase(), length));
            assert_eq!(utf16_by_mark(bytes).map(|(label, length)| (label.to_owned(), length)), known);
        }
    }
}
