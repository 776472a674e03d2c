//! The strict reader against other readers. What can be claimed:
//!
//! - a well-formed file is read as the `csv` crate reads it, cell for cell;
//! - of any text at all, what the strict reader accepts is what a plain RFC 4180 state machine accepts, and it reads
//!   the same records; what the one refuses, so does the other;
//! - what it accepts, the forgiving `csv` crate reads no differently. Readers disagree only about what it refuses.

use crate::cases;
use crate::dice::Dice;
use crate::machine::{Beyond, Reading, engine, records};
use crate::people::text;
use crate::upload::{Encoding, Style};
use proptest::prelude::*;
use shared::stages::bytes::bytes_from_upload;

/// The records of a text as the `csv` crate has them, without lines that hold no text.
fn lenient(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let delimiter = u8::try_from(delimiter).expect("a separator of one byte");
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let lines = reader.records().map(|record| record.expect("text").iter().map(str::to_owned).collect());
    lines.collect()
}

fn with_text(records: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let blank = |cell: &String| cell.trim_matches([' ', '\t', '\u{a0}', '\r', '\n', ',', ';', '|']).is_empty();
    records.into_iter().filter(|record| !record.iter().all(blank)).collect()
}

fn agrees(text: &str, delimiter: Option<u8>) -> Result<Reading, TestCaseError> {
    let reading = engine(text, delimiter);
    prop_assert_eq!(
        &reading.records,
        &records(&reading.text, reading.delimiter),
        "{:?} by {:?}",
        text,
        reading.delimiter
    );
    if let Some(records) = &reading.records {
        let lenient = lenient(&reading.text, reading.delimiter);
        prop_assert_eq!(with_text(records.clone()), with_text(lenient), "{:?} by {:?}", text, reading.delimiter);
        let width = records
            .first()
            .map_or(0, |header| header.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1));
        let too_many =
            records.iter().skip(1).any(|record| record.iter().skip(width).any(|cell| !cell.trim().is_empty()));
        prop_assert_eq!(reading.beyond != Beyond::Nothing, too_many, "{:?}", text);
    }
    Ok(reading)
}

proptest! {
    #![proptest_config(cases(4096))]

    #[test]
    fn well_formed_files_are_read_as_the_csv_crate_reads_them(
        table in (1..5_usize).prop_flat_map(|width| proptest::collection::vec(proptest::collection::vec(text(), width), 1..6)),
        seed in any::<u64>(),
    ) {
        let mut dice = Dice::new(seed);
        let style = Style::any(&mut dice);
        let mut lines = vec![(0..table[0].len()).map(|number| format!("column {number}")).collect::<Vec<_>>()];
        lines.extend(table);
        let file = style.write(&lines);
        let text = bytes_from_upload(file, None).text;
        prop_assume!(style.encoding == Encoding::Utf8 || !text.starts_with('\u{feff}'));
        let reading = agrees(&text, Some(u8::try_from(style.delimiter).expect("one byte")))?;
        prop_assert_eq!(reading.records.map(with_text), Some(with_text(lines)));
    }

    #[test]
    fn any_text_is_read_as_the_state_machine_reads_it(text in "([ab\",;\t|é \r\n\u{a0}]|\"\"|\r\n|\",\"){0,40}", header in any::<bool>()) {
        let text = if header { format!("a,b\r\n{text}") } else { text };
        prop_assume!(!text.is_empty());
        agrees(&text, None)?;
        for delimiter in *b",;\t|" {
            agrees(&text, Some(delimiter))?;
        }
    }
}
