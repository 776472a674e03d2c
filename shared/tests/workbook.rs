//! Workbooks: what their cells say, what is said about them, and that none of them does harm.

#[path = "support/workbook.rs"]
mod support;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use shared::options::Options;
use shared::review::{Review, Upload};
use shared::stages::bytes::{Bytes, bytes_from_upload};
use shared::table::Table;
use shared::{Directory, Reading, Schema};
use std::sync::Arc;
use support::{Part, dressed, parts, zip};

/// A workbook of sheets: name, attributes of the sheet's entry, and the sheet's XML between its root's tags.
fn of_sheets(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    zip(&parts(sheets, "", ""))
}

fn text_of(workbook: Vec<u8>) -> String {
    let Bytes { text, defect, .. } = bytes_from_upload(workbook, None);
    assert_eq!(defect, None);
    text.to_string()
}

fn rows(xml: &str) -> String {
    format!("<sheetData>{xml}</sheetData>")
}

fn findings(workbook: Vec<u8>) -> Vec<(String, String)> {
    let reading = Reading::of(workbook, None);
    reading.findings.into_iter().map(|finding| (finding.code, finding.message.to_string())).collect()
}

fn refused(workbook: Vec<u8>) -> String {
    let found = findings(workbook);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "B014", "{found:?}");
    found[0].1.clone()
}

#[test]
fn cells_are_text_as_they_are_shown() {
    let strings = "<si><t>Username</t></si><si><r><t>A</t></r><r><t xml:space=\"preserve\">nn &amp; </t></r><r><t>Co&#x2e;</t></r><rPh><t>no</t></rPh></si>";
    let styles = "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"00000\"/><numFmt numFmtId=\"165\" formatCode=\"dd\\.mm\\.yyyy\"/></numFmts>\
        <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/><xf numFmtId=\"49\"/></cellXfs>";
    let cells = [
        ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "Username"),
        ("<c r=\"A1\" t=\"s\"><v>1</v></c>", "Ann & Co."),
        ("<c r=\"A1\" s=\"1\"><v>17</v></c>", "00017"),
        ("<c r=\"A1\" s=\"2\"><v>45292</v></c>", "2024-01-01"),
        ("<c r=\"A1\" s=\"3\"><v>45292</v></c>", "2024-01-01"),
        ("<c r=\"A1\" s=\"4\"><v>45292.5</v></c>", "2024-01-01 12:00:00"),
        ("<c r=\"A1\" s=\"5\"><v>00123</v></c>", "123"),
        ("<c r=\"A1\" s=\"5\" t=\"inlineStr\"><is><t>00123</t></is></c>", "00123"),
        ("<c r=\"A1\"><v>123456789012</v></c>", "123456789012"),
        ("<c r=\"A1\"><v>1.23456789012E+11</v></c>", "123456789012"),
        ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE"),
        ("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", "#REF!"),
        ("<c r=\"A1\" t=\"str\"><f>A2&amp;\"x\"</f><v>annx</v></c>", "annx"),
        ("<c r=\"A1\" t=\"d\"><v>2024-02-29T00:00:00</v></c>", "2024-02-29"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t>say \"x\", y_x000D_</t></is></c>", "\"say \"\"x\"\", y\r\""),
        ("<c r=\"C1\"><v>1</v></c>", ",,1"),
        ("<c><v>1</v></c><c/><c><v>3</v></c>", "1,,3"),
    ];
    for (cell, text) in cells {
        let sheet = rows(&format!("<row r=\"1\">{cell}</row>"));
        let workbook = zip(&parts(&[("People", "", &sheet)], strings, styles));
        assert_eq!(text_of(workbook), format!("{text}\n"), "{cell}");
    }
}

#[test]
fn other_ways_of_writing_say_the_same() {
    let row = "<x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row r=\"3\"/><x:row><x:c><x:v>7</x:v></x:c></x:row>";
    let sheet = format!("<x:worksheet xmlns:x=\"m\"><x:sheetData>{row}</x:sheetData><x:rowBreaks/></x:worksheet>");
    let mut other = parts(&[("People", "", "")], "", "");
    other.pop();
    other.push(Part { folded: false, ..Part::new("\\xl\\Worksheets\\SHEET1.xml", sheet) });
    assert_eq!(text_of(zip(&other)), "a\n\n\n7\n");
}

#[test]
fn lines_are_the_rows_of_the_sheet() {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let line =
        |number: usize, one: &str, other: &str| format!("<row r=\"{number}\">{}{}</row>", cell(one), cell(other));
    let sheet = rows(
        &[
            line(1, "Username", "Biography"),
            line(2, "ann@example.com", "one&#10;two&#13;&#10;three"),
            line(3, "ben@example.com", "x"),
            line(6, "cy@example.com", "one&#10;two"),
            line(7, "dee@example.com", ""),
        ]
        .concat(),
    );
    let reading = Reading::of(of_sheets(&[("People", "", &sheet)]), None);
    let lines: Vec<u32> = reading.lines().map(|(span, _)| span.line).collect();
    assert_eq!(lines, [1, 2, 3, 6, 7]);
    let last = reading.lines().last().expect("a row").1;
    assert_eq!(last, ["dee@example.com", ""], "a sheet has no missing cells");
}

#[test]
fn what_a_sheet_hides_and_what_was_not_read_is_said() {
    let cell = "<c><v>1</v></c>";
    let hidden = format!(
        "<cols><col min=\"2\" max=\"4\" hidden=\"1\"/></cols>{}",
        rows(&format!(
            "<row r=\"1\">{cell}{cell}<c/>{cell}{cell}</row><row r=\"2\" hidden=\"true\">{cell}</row><row r=\"3\" hidden=\"1\"/>"
        ))
    );
    let full = rows(&format!("<row>{cell}</row>"));
    let sheets = [
        ("Secret", "state=\"veryHidden\"", full.as_str()),
        ("People", "", hidden.as_str()),
        ("Empty", "", "<sheetData/>"),
        ("Old", "", full.as_str()),
    ];
    let found = findings(of_sheets(&sheets));
    let said = |code: &str| found.iter().find(|(known, _)| known == code).map(|(_, message)| message.as_str());
    assert_eq!(
        said("B010"),
        Some("Read the sheet “People” of an Excel workbook. The sheet “Old” holds something, too, and was not read.")
    );
    assert_eq!(
        said("B013"),
        Some("The sheet hides 1 row (the first is 2) and 2 columns (B, D); they were read like all others.")
    );
}

#[test]
fn the_sheet_that_names_columns_is_read() {
    let text = |cells: &[&str]| {
        let cells: Vec<String> = cells
            .iter()
            .map(|text| format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"))
            .collect();
        let cells = cells.concat();
        rows(&format!("<row>{cells}</row>"))
    };
    let (empty, space, remark) = ("<sheetData/>".to_owned(), text(&[" "]), text(&["Read me first", "please"]));
    let people = text(&["Username", "FirstName"]);
    let sheets =
        [("Empty", "", empty.as_str()), ("Space", "", &space), ("Read me", "", &remark), ("People", "", &people)];
    let schema = Schema::standard();
    let read = |sheets: &[(&str, &str, &str)]| {
        Table::read(of_sheets(sheets), &schema, &Options::default()).bytes.workbook.expect("a workbook")
    };
    assert_eq!((read(&sheets).sheet.as_str(), read(&sheets).others), ("People", vec!["Read me".to_owned()]));
    assert_eq!(read(&sheets[..3]).sheet, "Read me");
    assert_eq!(findings(of_sheets(&sheets[..2]))[0].0, "B001");
}

#[test]
fn remarks_and_what_formats_hide_are_said() {
    let styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\";;;\"/><numFmt numFmtId=\"165\" formatCode=\"Standard\"/></numFmts>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"14\"/></cellXfs>";
    let sheet = rows(
        "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" s=\"1\" t=\"str\"><v>x</v></c></row>\
         <row r=\"2\"><c r=\"A2\" s=\"2\"><v>4711</v></c><c r=\"B2\" s=\"3\"><v>45292.9583</v></c><c r=\"C2\" s=\"3\" t=\"d\"><v>2024-01-01T23:00:00</v></c></row>\
         <row r=\"3\"><c r=\"A3\" t=\"b\"><v>true</v></c><c r=\"B3\" t=\"str\"><f>A1</f></c><c r=\"C3\" t=\"str\"><f>A1</f><v></v></c></row>",
    );
    let mut all = parts(&[("People", "", &sheet)], "", styles);
    all.push(Part::new("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://x/comments\" Target=\"../comments1.xml\"/></Relationships>"));
    all.push(Part::new("xl/comments1.xml", "<comments><commentList><comment ref=\"A1\"/><comment ref=\"A2\"/><comment ref=\"B3\"/></commentList></comments>"));
    assert_eq!(text_of(zip(&all)), "1,x\n4711,2024-01-01,2024-01-01\nTRUE,\n");
    let found = findings(zip(&all));
    let said = |code: &str| {
        found
            .iter()
            .filter(|(known, _)| known == code)
            .map(|(_, message)| message.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(said("B010"), "Read the sheet “People” of an Excel workbook. 2 remarks on its cells were not read.");
    assert!(said("B013").contains("2 cells by their number format (the first is A1)"), "{found:?}");
    assert!(said("B016").contains("1 number is in a format that isn't known, the first is A2"), "{found:?}");
    assert!(
        said("B016").contains("2 days hold a time of day that the sheet doesn't show, the first is B2"),
        "{found:?}"
    );
    assert!(said("B012").contains("1 cell holds a formula that was never computed, the first is B3"), "{found:?}");
}

#[test]
fn hostile_ranges_do_no_harm() {
    let merge = |ranges: &[String]| {
        let merges: Vec<String> = ranges.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
        let merges = merges.concat();
        let cells =
            rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>");
        of_sheets(&[("People", "", &format!("{cells}<mergeCells>{merges}</mergeCells>"))])
    };
    let long: Vec<String> = (0..9).map(|_| "A1:XFD1048576".to_owned()).collect();
    assert!(refused(merge(&long)).contains("more merged cells than are read"));
    for range in ["", "A", "A0:B2", "B2:A1", "A1:ZZZ9", "A1:B99999999999", "'x'!A1:B2", "A1:A1"] {
        text_of(merge(&[range.to_owned()]));
    }
    // What follows the cells is bounded, too.
    let tail = format!("{}{}", rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"), " ".repeat(40 << 20));
    assert!(refused(of_sheets(&[("People", "", &tail)])).contains("larger than is read"));
}

#[test]
fn a_workbook_without_cells_is_empty() {
    for sheet in
        ["<sheetData/>", "<sheetData></sheetData>", "<sheetData><row r=\"9\"><c s=\"1\"/></row></sheetData>", ""]
    {
        assert_eq!(findings(of_sheets(&[("People", "", sheet)]))[0].0, "B001", "{sheet}");
    }
}

#[test]
fn other_archives_are_named() {
    for (names, kind) in [
        (&["mimetype", "content.xml", "META-INF/manifest.xml"][..], "an OpenDocument spreadsheet (.ods)"),
        (&["[Content_Types].xml", "xl/workbook.bin"], "a binary Excel workbook (.xlsb)"),
        (&["[Content_Types].xml", "word/document.xml"], "a Word document"),
        (&["Index/Document.iwa"], "an Apple Numbers document"),
        (&["people.csv"], "a zip-compressed file"),
    ] {
        let archive = zip(&names.iter().map(|name| Part::new(name, "x")).collect::<Vec<_>>());
        let found = findings(archive);
        assert!(found[0].0 == "B002" && found[0].1.contains(kind), "{found:?}");
    }
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let protected = [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 600], &stream].concat();
    assert!(findings(protected)[0].1.contains("a password-protected Excel workbook"));
}

#[test]
fn bombs_are_put_out() {
    let spaces = |length: usize| vec![b' '; length];
    // A part that says that it is small, and isn't; before the first row, and within one.
    let mut before = parts(&[("People", "", "")], "", "");
    before.last_mut().expect("a sheet").content = [b"<worksheet>".to_vec(), spaces(40 << 20)].concat();
    before.last_mut().expect("a sheet").declared = Some(40);
    assert!(refused(zip(&before)).contains("larger than is read"));
    let mut within = parts(&[("People", "", "")], "", "");
    let row = b"<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>".to_vec();
    within.last_mut().expect("a sheet").content = [row, spaces(40 << 20)].concat();
    assert!(refused(zip(&within)).contains("larger than is read"));
    let styles = String::from_utf8(spaces(65 << 20)).expect("text");
    assert!(
        refused(zip(&parts(&[("People", "", "<sheetData/>")], "", &styles))).contains("unfolds to more than is read")
    );
    let many: Vec<Part> = (0..20_000).map(|number| Part::new(&format!("xl/{number}"), "")).collect();
    let many = [vec![Part::new("[Content_Types].xml", "")], many].concat();
    assert!(refused(zip(&many)).contains("more parts"));
    // A cell far away costs what it says, not the space between.
    let far =
        rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
    assert!(text_of(of_sheets(&[("People", "", &far)])).len() < 2 << 20);
}

#[test]
fn contradictions_are_refused() {
    let cell = "<c r=\"A1\"><v>1</v></c>";
    for sheet in [
        "<row r=\"2\"/><row r=\"1\"/>",
        "<row r=\"1\"/><row r=\"1\"/>",
        "<row r=\"1048577\"/>",
        "<row r=\"x\"/>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"AAAA1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>5</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>&unknown;</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"></row>",
    ] {
        refused(of_sheets(&[("People", "", &rows(sheet))]));
    }
    let good = parts(&[("People", "", &rows(&format!("<row r=\"1\">{cell}</row>")))], "", "");
    let twice = [good.clone(), vec![good.last().expect("a sheet").clone()]].concat();
    assert!(refused(zip(&twice)).contains("contradicts itself"));
    let lacking: Vec<Part> = good[..good.len() - 1].to_vec();
    assert!(refused(zip(&lacking)).contains("lacks one of its parts"));
    let mut wrong = zip(&good);
    let at = wrong.windows(4).rposition(|window| window == b"PK\x01\x02").expect("an entry");
    wrong[at + 16] ^= 1;
    assert!(refused(wrong).contains("isn't whole"), "a checksum that is wrong");
    let whole = zip(&good);
    for length in (5..whole.len()).step_by(7) {
        let found = findings(whole[..length].to_vec());
        assert!(["B014", "B002"].contains(&found[0].0.as_str()), "cut after {length}: {found:?}");
    }
}

#[test]
fn what_is_sent_of_a_workbook_is_text_that_plans_the_same() {
    let schema = Arc::new(Schema::standard());
    let extract = "Username,FirstName,EmployeeId,Biography,Revision\nann@example.com,Ann,00017,,3\nben@example.com,Ben,00018,,4\n";
    let now = Arc::new(Directory::from_extract(schema, extract.into(), 4).expect("an extract"));
    let edited = extract.replace("Ann,00017,", "Anna,00017,\"one\ntwo, \"\"three\"\"\"").replace("Ben,", "'t Ben,");
    let review = |name: &str, bytes: Vec<u8>| {
        let upload = Upload { name: name.to_owned(), bytes };
        Review::new(Arc::clone(&now), upload, Options::default())
    };
    let workbook = review("people.xlsx", dressed(&edited, false, "", ""));
    assert!(workbook.plan().digest.is_some(), "{:#?}", workbook.plan().findings);
    assert_eq!(workbook.plan().digest, review("people.csv", edited.into_bytes()).plan().digest);
    let sent = workbook.corrected_file();
    assert!(sent.starts_with("\u{feff}Username,".as_bytes()));
    assert_eq!(workbook.plan().digest, review("people.csv", sent).plan().digest);
}

fn config() -> Config {
    Config { failure_persistence: None, rng_seed: RngSeed::Fixed(0x4D75_7374_6572), ..Config::with_cases(400) }
}

fn small() -> Vec<Part> {
    let styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$€-407]#,##0.00;[Red]\\-0\"/></numFmts><cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/></cellXfs>";
    let sheet = format!(
        "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols>{}",
        rows(
            "<row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"0\"><v>-12.5</v></c></row>\
         <row r=\"4\"><c r=\"A4\" s=\"1\"><v>45292.75</v></c><c r=\"C4\" t=\"str\"><f>A1</f><v>x&lt;_x000D_</v></c></row>",
        )
    );
    parts(&[("People", "", &sheet), ("More", "", &sheet)], "<si><t>Username</t></si>", styles)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_damage_to_an_archive_does_harm(flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>(), cuts in any::<bool>()) {
        let mut bytes = zip(&small());
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        Reading::of(bytes, None);
    }

    #[test]
    fn no_damage_to_a_part_does_harm(part in 0..8_usize, flips in proptest::collection::vec((any::<prop::sample::Index>(), prop_oneof![any::<u8>(), proptest::sample::select(b"<>&;\"'/:=[]\\;0#?%,.E@\xFF".to_vec())]), 1..6), cut in any::<prop::sample::Index>(), cuts in any::<bool>()) {
        let mut all = small();
        let content = &mut all[part].content;
        for (at, byte) in flips {
            let at = at.index(content.len());
            content[at] = byte;
        }
        if cuts {
            content.truncate(cut.index(content.len()));
        }
        let reading = Reading::of(zip(&all), None);
        reading.lines().for_each(|(_, cells)| assert!(cells.len() <= 16_384));
    }

    #[test]
    fn any_number_is_shown_in_any_format(number in any::<f64>(), raw in "-?[0-9]{1,20}(\\.[0-9]{0,8})?(E[+-]?[0-9]{1,3})?", code in "([0#?.,%$€;@ymdhsETAP/\"\\\\_* \\[\\]<>=!-]|\\[[<>=]{1,2}[0-9]{1,3}\\]|general|AM/PM|\\[h\\]){0,12}") {
        let escaped = code.replace('<', "&lt;").replace('"', "&quot;");
        let styles = format!("<numFmts><numFmt numFmtId=\"164\" formatCode=\"{escaped}\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs>");
        for value in [number.to_string(), raw] {
            let sheet = rows(&format!("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>{value}</v></c></row>"));
            Reading::of(zip(&parts(&[("People", "", &sheet)], "", &styles)), None);
        }
    }
}
