//! Workbooks that a real spreadsheet program saved: read as what they are, and sent as text.

use std::sync::Arc;

use reqwest::StatusCode;
use serde_json::json;
use shared::options::Options;
use shared::{Directory, Reading as Records, Review, Schema, Upload};
use tests::admin::Import;
use tests::muster::Muster;
use tests::spreadsheet::{Edit, Reading, Spreadsheet};
use tests::table::Table;

fn review(directory: &Arc<Directory>, name: String, bytes: Vec<u8>) -> Review {
    Review::new(Arc::clone(directory), Upload { name, bytes }, Options::default())
}

#[tokio::test]
async fn an_extract_saved_as_a_workbook_is_zero_changes_and_an_edit_is_one() {
    let muster = Muster::start().await;
    let admin = muster.set_up().await;
    let spreadsheet = Spreadsheet::start().await;
    let (everything, revision) = admin.extract_bytes("columns=all&profile=true&format=plain").await;
    let schema = Arc::new(Schema::standard());
    let now = Arc::new(Directory::from_extract(schema, everything, revision).expect("an extract"));
    for (query, reading) in
        [("columns=all&profile=true", Reading::AllText), ("columns=all&profile=true&protect=true", Reading::Detect)]
    {
        let (extract, _) = admin.extract_bytes(query).await;
        let workbook = spreadsheet.workbook(&extract, reading, &[], "").await;
        assert!(workbook.starts_with(b"PK"), "a workbook");
        let untouched = review(&now, format!("people-r{revision}.xlsx"), workbook);
        let plan = untouched.plan();
        let counts = plan.counts;
        assert_eq!(
            (counts.same, counts.errors, counts.warnings),
            (now.people(), 0, 0),
            "{query}: {:#?}",
            plan.findings
        );
        assert!(plan.change_set.operations.is_empty(), "{query}: {:#?}", plan.change_set);
    }

    let (extract, _) = admin.extract_bytes("columns=all").await;
    let table = Table::from_csv(&extract);
    let column = table.header.iter().position(|header| header == "Nickname").expect("a column");
    let edit = Edit { column, row: 3, text: "Zaza".to_owned() };
    let workbook = spreadsheet.workbook(&extract, Reading::AllText, &[edit], "").await;
    let edited = review(&now, format!("people-r{revision}.xlsx"), workbook);
    assert_eq!(edited.plan().counts.updated, 1);
    let import = Import {
        file_name: "people.xlsx".to_owned(),
        file: edited.corrected_file(),
        options: json!({}),
        revision,
        digest: edited.plan().digest.clone().expect("nothing blocks"),
    };
    let (status, answer) = admin.send(&import, "workbook").await;
    assert_eq!(status, StatusCode::CREATED, "the server plans the same of the text: {answer}");
}

#[tokio::test]
async fn what_a_spreadsheet_program_writes_is_read_as_it_shows_it() {
    let spreadsheet = Spreadsheet::start().await;
    let csv = "Username,EmployeeId,Joined,Nickname,FirstName\nann@example.com,x,x,x,x\nben@example.com,x,x,x,x\n";
    let more = r#"
  Dim here As New com.sun.star.lang.Locale
  sheet.getCellByPosition(1, 1).setValue(17)
  sheet.getCellByPosition(1, 1).NumberFormat = book.NumberFormats.addNew("00000", here)
  sheet.getCellByPosition(2, 1).setFormula("2024-01-31")
  sheet.getCellByPosition(2, 1).NumberFormat = book.NumberFormats.addNew("DD.MM.YYYY", here)
  sheet.getCellByPosition(3, 1).setFormula("=UPPER(""zaza"")")
  sheet.getCellByPosition(4, 1).setFormula("=1/0")
  sheet.getCellByPosition(1, 2).setString("00018")
  sheet.getCellByPosition(2, 2).setFormula("=TRUE()")
  sheet.getCellByPosition(3, 2).setValue(123456789012)
  sheet.getCellByPosition(4, 2).setString("two" & Chr(10) & "lines")
  sheet.Rows.getByIndex(2).IsVisible = False
  sheet.Columns.getByIndex(4).IsVisible = False
  book.Sheets.insertNewByName("Old", 1)
  book.Sheets.getByIndex(1).getCellByPosition(0, 0).setString("something")"#;
    let workbook = spreadsheet.workbook(csv.as_bytes(), Reading::AllText, &[], more).await;
    let reading = Records::of(workbook, None);
    let records: Vec<Vec<String>> =
        reading.lines().map(|(_, cells)| cells.into_iter().map(std::borrow::Cow::into_owned).collect()).collect();
    assert_eq!(records[1], ["ann@example.com", "00017", "2024-01-31", "ZAZA", "#DIV/0!"]);
    assert_eq!(records[2], ["ben@example.com", "00018", "TRUE", "123456789012", "two\nlines"]);
    let said = |code: &str, words: &[&str]| {
        let message =
            reading.findings.iter().find(|finding| finding.code == code).map(|finding| finding.message.to_string());
        let message = message.unwrap_or_else(|| panic!("{code} in {:?}", reading.findings));
        assert!(words.iter().all(|words| message.contains(words)), "{message}");
    };
    said("B010", &["“Old” holds something"]);
    said("B011", &["3 cells are computed", "D2"]);
    said("B013", &["1 row (the first is 3)", "1 column (E)"]);
}
