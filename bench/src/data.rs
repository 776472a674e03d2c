//! The files that are measured: a company's directory, and what an admin's spreadsheet program makes of its extract.

use shared::extract::{ColumnChoice, ExtractOptions, Form};

/// Columns with free text, and how a new value for them looks; so edits raise no finding that isn't looked for here.
const EDITED: [(&str, &str); 10] = [
    ("WorkOfficePhone", "030 23125 "),
    ("Nickname", "Nick "),
    ("SecondBadge", "B-"),
    ("CustomProfileCategory", "Staff "),
    ("PrimaryRoleName", "Role "),
    ("JobCategory", "Category "),
    ("WorkMobilePhone", "0171 "),
    ("HomePhone", "089 12 "),
    ("CustomBadge", "Badge "),
    ("MailingAddress1City", "Town "),
];

/// What happened to an upload between the extract and the drop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Upload {
    /// As admins make it: one row in a hundred has an edited cell.
    Usual,
    /// Every row has one other cell.
    OneCell,
    /// Every row has ten other cells.
    TenCells,
    /// Every row has a broken e-mail address.
    Wrong,
    /// Every cell stands in quotes.
    Quoted,
}

/// Small, fast, and the same on every machine (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % below.max(1) as u64).unwrap_or_default()
    }
}

/// The directory as the engine gets it: the 55 columns of user data, in the form for machines.
pub(crate) fn directory(people: u64) -> Vec<u8> {
    let options = ExtractOptions { columns: ColumnChoice::All, profile: false, system: false, form: Form::Plain };
    let mut bytes = Vec::new();
    // Memory takes all that is written to it.
    let _ = company::write_extract(people, &options, &mut bytes);
    bytes
}

/// The upload: rows shuffled, edited as asked, and quoted as spreadsheet programs quote, with mark and CRLF.
pub(crate) fn upload(directory: &[u8], kind: Upload) -> Result<Vec<u8>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(directory);
    let mut record = csv::ByteRecord::new();
    let mut dice = Dice(0x4d75);
    let mut places = Vec::new();
    let mut lines: Vec<u8> = Vec::with_capacity(directory.len() + directory.len() / 8);
    let mut ends = Vec::new();
    let mut email = 0;
    while reader.read_byte_record(&mut record)? {
        if ends.is_empty() {
            let position = |name: &str| record.iter().position(|header| header == name.as_bytes()).unwrap_or_default();
            places = EDITED.map(|(header, _)| position(header)).to_vec();
            email = position("WorkEmail");
        }
        let is_row = !ends.is_empty();
        let (first, count) = match kind {
            Upload::Usual if is_row && dice.roll(100) == 0 => (dice.roll(EDITED.len()), 1),
            Upload::OneCell if is_row => (0, 1),
            Upload::TenCells if is_row => (0, EDITED.len()),
            _ => (0, 0),
        };
        for (position, cell) in record.iter().enumerate() {
            if position > 0 {
                lines.push(b',');
            }
            let edit =
                places.iter().position(|place| *place == position).filter(|edit| (first..first + count).contains(edit));
            match edit.and_then(|edit| EDITED.get(edit)) {
                Some((_, before)) => lines.extend_from_slice(format!("{before}{:06}", dice.roll(1_000_000)).as_bytes()),
                None if kind == Upload::Wrong && is_row && position == email => {
                    lines.extend(cell.iter().filter(|byte| **byte != b'@'));
                }
                None => write_cell(&mut lines, cell, kind == Upload::Quoted),
            }
        }
        lines.extend_from_slice(b"\r\n");
        ends.push(lines.len());
    }
    Ok(shuffled(&lines, &ends, &mut dice))
}

fn write_cell(line: &mut Vec<u8>, cell: &[u8], always: bool) {
    if !always && !cell.iter().any(|byte| matches!(byte, b'"' | b',' | b'\r' | b'\n')) {
        line.extend_from_slice(cell);
        return;
    }
    line.push(b'"');
    for byte in cell {
        if *byte == b'"' {
            line.push(b'"');
        }
        line.push(*byte);
    }
    line.push(b'"');
}

/// The header, then all other lines in an order of their own.
fn shuffled(lines: &[u8], ends: &[usize], dice: &mut Dice) -> Vec<u8> {
    let mut order: Vec<usize> = (1..ends.len()).collect();
    for last in (1..order.len()).rev() {
        order.swap(last, dice.roll(last + 1));
    }
    let mut file = Vec::with_capacity(lines.len() + 3);
    file.extend_from_slice("\u{feff}".as_bytes());
    for line in std::iter::once(0).chain(order) {
        let start = line.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
        let end = ends.get(line).copied().unwrap_or(start);
        file.extend_from_slice(lines.get(start..end).unwrap_or_default());
    }
    file
}

#[cfg(test)]
mod tests {
    use super::{Upload, directory, upload};

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
        let mut rows: Vec<Vec<String>> =
            reader.records().map(|record| record.expect("CSV").iter().map(str::to_owned).collect()).collect();
        rows.sort();
        rows
    }

    #[test]
    fn an_upload_is_the_directory_but_for_its_edits() {
        let directory = directory(300);
        let stored = rows(&directory);
        let different = |kind| {
            let file = rows(&upload(&directory, kind).expect("CSV"));
            assert_eq!(file.len(), stored.len());
            let pairs = file.iter().flatten().zip(stored.iter().flatten());
            pairs.filter(|(one, other)| one != other).count()
        };
        assert_eq!(different(Upload::Quoted), 0);
        assert!((1..12).contains(&different(Upload::Usual)));
        assert_eq!((different(Upload::OneCell), different(Upload::TenCells)), (300, 3000));
        assert_eq!(different(Upload::Wrong), 300);
    }
}
