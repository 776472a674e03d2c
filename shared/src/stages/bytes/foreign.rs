//! Files of other kinds than a table of text, known by how they begin, whatever their names end with.

use crate::values::words::Words;
use crate::words;

/// Another kind of file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// What it is, with its article, such as `a PDF document`.
    pub what: Words,
    /// How a table comes of it.
    pub way: Way,
}

/// How a table of text comes of another kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The table lies in it, packed.
    Unpack,
    /// It opens with a password only.
    TakePasswordOff,
    /// The program that it is from saves it as a table.
    Save,
    /// Programs exchange it; where it comes from, a table can be had instead.
    Export,
}

impl Foreign {
    pub(super) fn new(what: Words, way: Way) -> Self {
        Self { what, way }
    }
}

/// Beginnings that no text has.
const MAGIC: [(&[u8], Words, Way); 14] = [
    (b"\x1F\x8B", words!("a gzip-compressed file"), Way::Unpack),
    (b"BZh", words!("a bzip2-compressed file"), Way::Unpack),
    (b"\xFD7zXZ", words!("an xz-compressed file"), Way::Unpack),
    (b"\x28\xB5\x2F\xFD", words!("a zstd-compressed file"), Way::Unpack),
    (b"7z\xBC\xAF\x27\x1C", words!("a 7z-compressed file"), Way::Unpack),
    (b"Rar!\x1A\x07", words!("a RAR-compressed file"), Way::Unpack),
    (b"%PDF", words!("a PDF document"), Way::Save),
    (b"{\\rtf", words!("a document (RTF)"), Way::Save),
    (b"\x89PNG\r\n", words!("a picture"), Way::Save),
    (b"\xFF\xD8\xFF", words!("a picture"), Way::Save),
    (b"GIF8", words!("a picture"), Way::Save),
    (b"SQLite format 3\0", words!("a database (SQLite)"), Way::Export),
    (b"PAR1\x15", words!("a Parquet file"), Way::Export),
    (b"\0\x01\0\0Standard ", words!("a database (Access)"), Way::Export),
];

/// What the bytes are, if they begin as no table of text does.
pub(super) fn of_bytes(upload: &[u8]) -> Option<Foreign> {
    if upload.starts_with(b"\xD0\xCF\x11\xE0") {
        // A protected workbook is a container with this stream in it; names are UTF-16.
        let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return Some(match memchr::memmem::find(upload, &stream) {
            Some(_) => Foreign::new(words!("a password-protected Excel workbook"), Way::TakePasswordOff),
            None => Foreign::new(words!("an old Excel workbook (.xls)"), Way::Save),
        });
    }
    if let Some((_, what, way)) = MAGIC.into_iter().find(|(magic, ..)| upload.starts_with(magic)) {
        return Some(Foreign::new(what, way));
    }
    // Marks of these kinds are plain letters in every encoding that has them in single bytes.
    let start: String = upload.iter().take(LOOKED_AT).map(|byte| char::from(*byte)).collect();
    of_text(start.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}']))
}

/// How much of a text is looked at.
const LOOKED_AT: usize = 512;

/// What a text is, if it begins as no table does.
pub(super) fn of_text(text: &str) -> Option<Foreign> {
    let start: String = text.chars().take(LOOKED_AT).collect();
    let start = start.trim_start();
    let lower = start.to_ascii_lowercase();
    let begins = |marks: &[&str]| marks.iter().any(|mark| lower.starts_with(mark));
    Some(match () {
        () if begins(&["<!doctype html", "<html", "<head", "<body", "<table"]) => {
            Foreign::new(words!("a web page (HTML)"), Way::Save)
        }
        () if begins(&["mime-version:"]) => Foreign::new(words!("a web page (MHTML)"), Way::Save),
        () if begins(&["<?xml", "<!doctype", "<!--"]) => Foreign::new(words!("an XML file"), Way::Save),
        () if is_json(start) => Foreign::new(words!("a JSON file"), Way::Export),
        () if is_sylk(start) => Foreign::new(words!("a spreadsheet in SYLK format (.slk)"), Way::Save),
        () if is_dif(start) => Foreign::new(words!("a spreadsheet in DIF format (.dif)"), Way::Save),
        () if begins(&["begin:vcard"]) => Foreign::new(words!("an address book (vCard)"), Way::Export),
        () if begins(&["begin:vcalendar"]) => Foreign::new(words!("a calendar (iCalendar)"), Way::Export),
        () if is_ldif(&lower) => Foreign::new(words!("a directory's export (LDIF)"), Way::Export),
        () => return None,
    })
}

/// An object or an array. In a table a quote would not stand behind a brace, and no name begins with two brackets.
fn is_json(start: &str) -> bool {
    let mut marks = start.chars().filter(|character| !character.is_whitespace());
    match (marks.next(), marks.next(), marks.next()) {
        (Some('{'), Some('"' | '}'), _) | (Some('['), Some('"'), _) => true,
        (Some('['), Some('{'), next) => matches!(next, Some('"' | '}') | None),
        (Some('['), Some('['), next) => matches!(next, Some('"' | '[' | ']' | '{' | '-' | '0'..='9') | None),
        _ => false,
    }
}

/// `ID;P…`, and records behind it: a letter and fields that begin with letters (Microsoft, "SYLK file format", as
/// LibreOffice 25.2 and Excel 2019 write it). A table may have a column `ID`, too.
fn is_sylk(start: &str) -> bool {
    let mut lines = start.lines();
    let record = |line: &str| {
        let mut fields = line.split(';');
        let kind = fields.next().is_some_and(|kind| matches!(kind, "P" | "F" | "B" | "O" | "C" | "NN" | "E" | "W"));
        let field = fields.next().and_then(|field| field.chars().next());
        kind && field.is_none_or(|letter| letter.is_ascii_uppercase())
    };
    lines.next().is_some_and(|first| first == "ID" || first.starts_with("ID;P"))
        && lines.next().is_some_and(record)
        && lines.next().is_none_or(record)
}

/// `TABLE`, then a version, then a name in quotes (Lotus, "DIF", as LibreOffice 25.2 writes it).
fn is_dif(start: &str) -> bool {
    let mut lines = start.lines();
    lines.next() == Some("TABLE")
        && lines.next() == Some("0,1")
        && lines.next().is_some_and(|name| name.starts_with('"'))
}

/// A distinguished name, perhaps behind a version (RFC 2849).
fn is_ldif(lower: &str) -> bool {
    let mut lines = lower.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    match lines.next() {
        Some(first) if first.starts_with("version:") => lines.next().is_some_and(|next| next.starts_with("dn:")),
        Some(first) => first.starts_with("dn:") && first.contains('='),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{of_bytes, of_text};

    fn what(start: &str) -> Option<String> {
        of_bytes(start.as_bytes()).map(|foreign| foreign.what.to_string())
    }

    #[test]
    fn other_kinds_are_known_by_how_they_begin() {
        for (start, kind) in [
            ("[{\"Username\":\"ann@example.com\"}]", "a JSON file"),
            ("{\n  \"people\": []}", "a JSON file"),
            ("\u{feff}[ ]", ""),
            ("ID;PWXL;N;E\r\nP;PGeneral\r\nP;P0\r\n", "a spreadsheet in SYLK format (.slk)"),
            ("ID;PSCALC3\nO;L\nC;X1;Y1;K\"a\"\n", "a spreadsheet in SYLK format (.slk)"),
            ("TABLE\r\n0,1\r\n\"EXCEL\"\r\n", "a spreadsheet in DIF format (.dif)"),
            ("<!DOCTYPE html><title>", "a web page (HTML)"),
            ("<?xml version=\"1.0\"?>", "an XML file"),
            ("BEGIN:VCARD\r\nVERSION:3.0\r\n", "an address book (vCard)"),
            ("version: 1\n\ndn: uid=ann,dc=example\n", "a directory's export (LDIF)"),
            ("{\\rtf1\\ansi", "a document (RTF)"),
        ] {
            assert_eq!(what(start).unwrap_or_default(), kind, "{start:?}");
        }
    }

    #[test]
    fn tables_are_none_of_them() {
        for start in [
            "Username,FirstName\n",
            "ID;Phone\nann;1\n",
            "ID;Pay\nC;low\n",
            "ID;P\nA;B;C\n",
            "[Username],[FirstName]\n",
            "{Username},{FirstName}\n",
            "TABLE,Seat\n0,1\n",
            "dn,Username\n",
            "<Username>,<FirstName>\n",
            "\"Username\",\"FirstName\"\n",
            "Begin,End\n",
            "",
        ] {
            assert_eq!(what(start), None, "{start:?}");
            assert_eq!(of_text(start), None, "{start:?}");
        }
    }
}
