//! Damage, one slip of the keyboard at a time: each quote, separator and line end of a good file removed, doubled and
//! moved, and one put in, at every position. Each result is read rightly or refused, with the right line; none is read as
//! some other table.

use crate::machine::{engine, records_or_damage};
use crate::people::schema;
use shared::stages::bytes::bytes_from_upload;
use shared::{Directory, Options, Reading, Review, Upload};
use std::sync::Arc;

const GOOD: [&str; 6] = [
    "Username,FirstName,OfficialLocation\r\nann@example.com,\"Ann, \"\"Nan\"\"\",HQ\r\nben@example.com,\"two\r\nlines\",\"Main\\|HQ\"\r\n",
    "Username;FirstName;Zip\n\"ann@example.com\";\"Ann\";\"00123\"\n\"ben@example.com\";\"\";\"1;2\"",
    "Username\tFirstName\rann@example.com\t\"\"\"quoted\"\"\"\r\rben@example.com\tBen\r",
    "a|b\n\"\"|\"\"\n|\n\"x\"\"\"|\"\"\"x\"\n",
    "Username|Nickname|Zip\r\nann@example.com|\"a|b\"|1,2\r\nben@example.com||\"two\nlines; \"\"three\"\"\"\r\n",
    "sep=;\rUsername;Nickname\rann@example.com;\"An;\rn\"\r\"ben@example.com\";Ben\r",
];

fn is_structure(character: char) -> bool {
    matches!(character, '"' | ',' | ';' | '\t' | '|' | '\r' | '\n')
}

/// Every text that one slip makes of a good one.
fn slips(good: &str) -> Vec<String> {
    let good: Vec<char> = good.chars().collect();
    let text = |characters: &[char]| characters.iter().collect::<String>();
    let mut slips = Vec::new();
    for position in 0..=good.len() {
        for put_in in ['"', ',', ';', '\t', '|', '\r', '\n'] {
            let mut slip = good.clone();
            slip.insert(position, put_in);
            slips.push(text(&slip));
        }
    }
    for position in (0..good.len()).filter(|position| is_structure(good[*position])) {
        let mut without = good.clone();
        let moved = without.remove(position);
        slips.push(text(&without));
        for target in 0..=without.len() {
            let mut slip = without.clone();
            slip.insert(target, moved);
            slips.push(text(&slip));
        }
    }
    // What the wrong program or an interrupted download does: the end is missing.
    slips.extend((1..good.len()).map(|length| text(&good[..length])));
    slips
}

#[test]
fn every_slip_is_read_rightly_or_refused() {
    for good in GOOD {
        let (mut read, mut refused) = (0, 0);
        for slip in slips(good) {
            let reading = engine(&slip, None);
            let (records, damage) = match records_or_damage(&reading.text, reading.delimiter) {
                Ok(records) => (Some(records), None),
                Err(line) => (None, Some(line)),
            };
            assert_eq!(reading.records, records, "{slip:?} by {:?}", reading.delimiter);
            assert_eq!(reading.damaged_line, damage, "{slip:?} by {:?}", reading.delimiter);
            if reading.records.is_some() { read += 1 } else { refused += 1 }
        }
        assert!(read > 50 && refused > 50, "{good:?}: {read} read, {refused} refused");
    }
}

#[test]
fn a_good_file_whose_separator_is_known_keeps_it_through_any_slip_below_its_header() {
    for good in &GOOD[..3] {
        let delimiter = engine(good, None).delimiter;
        let header_end = good.find(['\r', '\n']).expect("a header line");
        for slip in slips(good).iter().filter(|slip| slip.get(..=header_end) == good.get(..=header_end)) {
            assert_eq!(engine(slip, None).delimiter, delimiter, "{slip:?}");
        }
    }
}

/// What one slip can touch: the lines of the damaged text that aren't the good one's, by what both begin and end with.
fn touched(good: &str, slip: &str) -> (u32, u32) {
    let begin = good.bytes().zip(slip.bytes()).take_while(|(one, other)| one == other).count();
    let rest = good.len().min(slip.len()) - begin;
    let end = good.bytes().rev().zip(slip.bytes().rev()).take(rest).take_while(|(one, other)| one == other).count();
    let line = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
        1 + u32::try_from(text.chars().filter(|character| matches!(character, '\r' | '\n')).count()).expect("few")
    };
    (line(&slip.as_bytes()[..begin]), line(&slip.as_bytes()[..slip.len() - end]))
}

/// A slip in one person's row says something about her, or the file is refused: it never changes anybody else.
#[test]
fn a_slip_changes_nobody_else() {
    let good = "Username,FirstName,OfficialLocation\r\na@x.org,\"Ann, \"\"Nan\"\"\",HQ\r\n\
                b@x.org,Ben,\"Main\\|HQ\"\r\nc@x.org,Cy,\"Lab\"\r\n";
    let dialects = [(",", "\r\n"), (";", "\n"), ("\t", "\r"), ("|", "\r\n")];
    for (order, (delimiter, line_end)) in dialects.into_iter().enumerate() {
        // A pipe inside a cell of a file that pipes separate would need quotes; its list is one of one value here.
        let good = if delimiter == "|" { good.replace("Main\\|HQ", "HQ") } else { good.to_owned() };
        let good = good.replace(", ", "; ").replace(',', delimiter).replace("; ", ", ").replace("\r\n", line_end);
        let directory = Directory::from_extract(schema(), good.clone().into_bytes(), 1);
        let now = Arc::new(directory.expect("an extract"));
        let (mut sendable, mut refused) = (0, 0);
        // One in three, others in each dialect: a plan takes longer than a reading.
        for slip in slips(&good).into_iter().skip(order).step_by(3) {
            let upload = Upload { name: "people.csv".to_owned(), bytes: slip.clone().into_bytes() };
            let review = Review::new(Arc::clone(&now), upload, Options::default());
            if review.plan().blocked() {
                refused += 1;
                continue;
            }
            sendable += 1;
            let (first, last) = touched(&good, &slip);
            for operation in &review.plan().change_set.operations {
                let near = (first.saturating_sub(1)..=last).contains(&operation.line);
                assert!(near, "{slip:?} changes {operation:?}, which isn't in lines {first} to {last}");
            }
        }
        assert!(sendable > 20 && refused > 500, "{delimiter:?}: {sendable} sendable, {refused} refused");
    }
}

/// Text in two bytes a letter is read as the same text, or refused where a byte is lost, doubled or cut off.
#[test]
fn a_byte_too_few_or_too_many_in_utf_16_is_refused() {
    for good in GOOD {
        for little in [true, false] {
            let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            let file: Vec<u8> = format!("\u{feff}{good}").encode_utf16().flat_map(bytes).collect();
            assert_eq!(&*bytes_from_upload(file.clone(), None).text, good);
            for position in 2..file.len() {
                let (mut without, mut doubled) = (file.clone(), file.clone());
                without.remove(position);
                doubled.insert(position, file[position]);
                assert!(Reading::of(without, None).refused(), "{good:?} without its byte {position}");
                assert!(Reading::of(doubled, None).refused(), "{good:?} with its byte {position} twice");
                if position % 2 == 1 {
                    assert!(Reading::of(file[..position].to_vec(), None).refused(), "{good:?} cut at {position}");
                }
            }
        }
    }
}

/// A letter of several bytes that lost one is no text any more.
#[test]
fn a_letter_cut_in_two_is_refused_with_its_line() {
    let good = "Username,FirstName\nann@example.com,Zo\u{eb}\nben@example.com,\u{674e}\ncy@example.com,\u{1f469}\n";
    let lines: Vec<u32> = good
        .bytes()
        .scan(1, |line, byte| {
            let on = *line;
            *line += u32::from(byte == b'\n');
            Some(on)
        })
        .collect();
    for position in (0..good.len()).filter(|position| !good.as_bytes()[*position].is_ascii()) {
        let mut bytes = good.as_bytes().to_vec();
        bytes.remove(position);
        let reading = Reading::of(bytes, None);
        let place =
            reading.findings.iter().find(|finding| finding.code == "B003").and_then(|finding| finding.places.first());
        assert_eq!(place.and_then(|place| place.line), Some(lines[position]), "without byte {position}");
    }
}
