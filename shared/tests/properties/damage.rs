//! Damage, one slip of the keyboard at a time: each quote, separator and line end of a good file removed, doubled and
//! moved, and one put in, at every position. Each result is read rightly or refused; none is read as some other table.

use crate::machine::{engine, records};

const GOOD: [&str; 4] = [
    "Username,FirstName,OfficialLocation\r\nann@example.com,\"Ann, \"\"Nan\"\"\",HQ\r\nben@example.com,\"two\r\nlines\",\"Main\\|HQ\"\r\n",
    "Username;FirstName;Zip\n\"ann@example.com\";\"Ann\";\"00123\"\n\"ben@example.com\";\"\";\"1;2\"",
    "Username\tFirstName\rann@example.com\t\"\"\"quoted\"\"\"\r\rben@example.com\tBen\r",
    "a|b\n\"\"|\"\"\n|\n\"x\"\"\"|\"\"\"x\"\n",
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
            assert_eq!(
                reading.records,
                records(&reading.text, reading.delimiter),
                "{slip:?} by {:?}",
                reading.delimiter
            );
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
