//! A large upload as admins make them: an extract whose rows were sorted anew, with one cell in a hundred rows edited.

use csv::{ByteRecord, ReaderBuilder, WriterBuilder};

/// Every so manyth row is edited.
const EDITED: usize = 100;
/// A prime, so that stepping by it visits each row once unless their number is its multiple.
const STRIDE: usize = 7_919;

/// The upload, and how many of its rows were edited.
pub fn edited(extract: &[u8], header: &str) -> (Vec<u8>, u64) {
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(extract);
    let (mut record, mut ends, mut column) = (ByteRecord::new(), vec![0], None);
    while reader.read_byte_record(&mut record).expect("an extract is CSV") {
        column = column.or_else(|| record.iter().position(|name| name == header.as_bytes()));
        let end = usize::try_from(reader.position().byte()).expect("it is in memory");
        // The reader counts the line feed of CRLF to the next record.
        ends.push(end + usize::from(extract.get(end) == Some(&b'\n')));
    }
    let column = column.expect("a column of that name");
    let records: Vec<&[u8]> = ends.windows(2).map(|ends| &extract[ends[0]..ends[1]]).collect();
    let (head, rows) = records.split_first().expect("a header line");
    assert!(!rows.len().is_multiple_of(STRIDE), "a number of rows that the stride can't visit");
    let mut file = Vec::with_capacity(extract.len() + extract.len() / 100);
    file.extend_from_slice(head);
    let mut changed = 0;
    for step in 0..rows.len() {
        let row = rows[(step * STRIDE) % rows.len()];
        if step.is_multiple_of(EDITED) {
            file.extend_from_slice(&with_cell(row, column, &format!("Zed {step}")));
            changed += 1;
        } else {
            file.extend_from_slice(row);
        }
    }
    (file, changed)
}

fn with_cell(row: &[u8], column: usize, value: &str) -> Vec<u8> {
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(row);
    let record = reader.byte_records().next().expect("a record").expect("CSV");
    let mut writer = WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for (position, cell) in record.iter().enumerate() {
        writer.write_field(if position == column { value.as_bytes() } else { cell }).expect("memory takes it");
    }
    writer.write_record(None::<&[u8]>).expect("memory takes it");
    writer.into_inner().expect("memory takes it")
}
