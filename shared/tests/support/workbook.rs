//! Workbooks made byte by byte, honest ones and others.

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

/// A part of an archive, and what its directory says of it.
#[derive(Clone)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) content: Vec<u8>,
    /// The size that is declared, where it isn't the true one.
    pub(crate) declared: Option<u32>,
    pub(crate) folded: bool,
}

impl Part {
    pub(crate) fn new(name: &str, content: impl Into<Vec<u8>>) -> Self {
        Self { name: name.to_owned(), content: content.into(), declared: None, folded: true }
    }
}

/// Writes an archive.
pub(crate) fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let mut crc = Crc::new();
        crc.update(&part.content);
        let data = if part.folded { deflated(&part.content) } else { part.content.clone() };
        let unfolded = part.declared.unwrap_or_else(|| size(part.content.len()));
        let method: u16 = if part.folded { 8 } else { 0 };
        let header = size(file.len());
        let name = size(part.name.len()).to_le_bytes();
        let mut common = Vec::new();
        common.extend([20, 0, 0, 0]);
        common.extend(method.to_le_bytes());
        common.extend([0, 0, 0x21, 0x5a]);
        common.extend(crc.sum().to_le_bytes());
        common.extend(size(data.len()).to_le_bytes());
        common.extend(unfolded.to_le_bytes());
        common.extend([name[0], name[1], 0, 0]);
        file.extend(b"PK\x03\x04");
        file.extend(&common);
        file.extend(part.name.as_bytes());
        file.extend(&data);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(header.to_le_bytes());
        directory.extend(part.name.as_bytes());
    }
    let count = size(parts.len()).to_le_bytes();
    let (at, length) = (size(file.len()), size(directory.len()));
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend([count[0], count[1], count[0], count[1]]);
    file.extend(length.to_le_bytes());
    file.extend(at.to_le_bytes());
    file.extend([0, 0]);
    file
}

pub(crate) fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).expect("bytes in memory");
    encoder.finish().expect("bytes in memory")
}

fn size(length: usize) -> u32 {
    u32::try_from(length).expect("a small archive")
}

/// The parts of a workbook, with these shared texts (`<si>…`) and number formats (`<numFmts>…<cellXfs>…`).
pub(crate) fn parts(sheets: &[(&str, &str, &str)], strings: &str, styles: &str) -> Vec<Part> {
    let relation = |id: usize, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"rId{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let relations = |lines: &[String]| {
        format!(
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
            lines.concat()
        )
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let mut of_workbook: Vec<String> =
        (1..=sheets.len()).map(|id| relation(id, "worksheet", &format!("worksheets/sheet{id}.xml"))).collect();
    of_workbook.push(relation(sheets.len() + 1, "sharedStrings", "sharedStrings.xml"));
    of_workbook.push(relation(sheets.len() + 2, "styles", "/xl/styles.xml"));
    let entry = |(number, (name, attributes, _)): (usize, &(&str, &str, &str))| {
        format!("<sheet name=\"{name}\" sheetId=\"{0}\" {attributes} r:id=\"rId{0}\"/>", number + 1)
    };
    let entries: String = sheets.iter().enumerate().map(entry).collect();
    let workbook = format!(
        "<?xml version=\"1.0\"?><workbook xmlns=\"{main}\" xmlns:r=\"r\"><sheets>{entries}</sheets></workbook>"
    );
    let mut parts = vec![
        Part::new("[Content_Types].xml", "<Types/>"),
        Part::new("_rels/.rels", relations(&[relation(1, "officeDocument", "xl/workbook.xml")])),
        Part::new("xl/workbook.xml", workbook),
        Part::new("xl/_rels/workbook.xml.rels", relations(&of_workbook)),
        Part::new("xl/sharedStrings.xml", format!("<?xml version=\"1.0\"?><sst xmlns=\"{main}\">{strings}</sst>")),
        Part::new(
            "xl/styles.xml",
            format!("<?xml version=\"1.0\"?><styleSheet xmlns=\"{main}\">{styles}</styleSheet>"),
        ),
    ];
    for (number, (_, _, xml)) in sheets.iter().enumerate() {
        let sheet = format!("<?xml version=\"1.0\"?><worksheet xmlns=\"{main}\">{xml}</worksheet>");
        parts.push(Part::new(&format!("xl/worksheets/sheet{}.xml", number + 1), sheet));
    }
    parts
}

/// A workbook with the cells of a CSV text, some of them merged, and its numbers in a format; `=F → V` is a formula and its
/// value.
pub(crate) fn dressed(text: &str, hidden: bool, merged: &str, format: &str) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |text: &str| match text.strip_prefix('=') {
        Some(formula) => {
            let (formula, value) =
                formula.split_once(" → ").map_or((formula, None), |(formula, value)| (formula, Some(value)));
            let value = value.map(|value| format!("<v>{}</v>", escaped(value)));
            let kind = if value.is_some() { " t=\"str\"" } else { "" };
            format!("<c{kind}><f>{}</f>{}</c>", escaped(formula), value.unwrap_or_default())
        }
        None if !format.is_empty() && text.parse::<f64>().is_ok() => format!("<c s=\"1\"><v>{text}</v></c>"),
        None => format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text)),
    };
    let rows: Vec<String> = reader
        .records()
        .enumerate()
        .map(|(number, record)| {
            let cells: String = record.expect("CSV").iter().map(cell).collect();
            let attribute = if hidden && number > 0 { " hidden=\"1\"" } else { "" };
            format!("<row r=\"{}\"{attribute}>{cells}</row>", number + 1)
        })
        .collect();
    let merges = match merged {
        "" => String::new(),
        range => format!("<mergeCells count=\"1\"><mergeCell ref=\"{range}\"/></mergeCells>"),
    };
    let styles = format!(
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"{}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>",
        escaped(format).replace('"', "&quot;")
    );
    zip(&parts(&[("People", "", &format!("<sheetData>{}</sheetData>{merges}", rows.concat()))], "", &styles))
}
