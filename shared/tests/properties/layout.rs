//! How a file is laid out is not what it says: separators, quotes, line ends and encoding change neither what is done
//! nor what is found in rows. That also holds the short cut through equal records to the long way round.

use crate::cases;
use crate::dice::Dice;
use crate::people::{directory, extract, index_of, people};
use crate::upload::{Encoding, Style, typed};
use proptest::prelude::*;
use shared::extract::ExtractOptions;
use shared::options::{Blanks, Create, Key, Options};
use shared::review::{Against, Review, Upload};
use std::sync::Arc;

/// The codes of what was found, but for notes about the layout itself.
fn codes(review: &Review) -> Vec<(String, usize)> {
    let findings = review.plan().findings.iter().filter(|finding| !finding.code.starts_with('D'));
    findings.map(|finding| (finding.code.clone(), finding.count)).collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn the_layout_says_nothing(mut stored in people(1..6), meant in people(1..6), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        for person in &mut stored {
            if dice.once_in(3) {
                person[index_of("EmployeeId")].clear();
            }
        }
        let changed = |number: usize| 1 + number as u64 % 5;
        let now = directory(&stored, 5, changed);
        // The directory's own extract, with a few cells of another's in it, and a row twice now and then.
        let everything = extract(&stored, &ExtractOptions::everything(), changed);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(everything.as_slice());
        let mut lines: Vec<Vec<String>> = reader.deserialize().map(|line| line.expect("a well-formed extract")).collect();
        for person in meant.iter().take(dice.roll(3)) {
            let (row, column) = (1 + dice.roll(stored.len()), dice.roll(person.len() - 1));
            lines[row][column] = typed(column, &person[column], &mut dice);
        }
        if dice.once_in(4) {
            let row = lines[1 + dice.roll(stored.len())].clone();
            lines.push(row);
        }
        let options = Options {
            key: *dice.pick(&[Key::Username, Key::EmployeeId]),
            blanks: *dice.pick(&[Blanks::Keep, Blanks::Clear]),
            create: *dice.pick(&[Create::Deny, Create::Allow]),
            ..Options::default()
        };
        let base = dice.once_in(2).then(|| Arc::clone(&now));
        let review = |style: &Style| {
            let upload = Upload { name: "people.csv".to_owned(), bytes: style.write(&lines) };
            Review::new(Against::new(Arc::clone(&now), base.clone()).expect("one schema"), upload, options.clone())
        };
        let plain = Style { delimiter: ',', line_end: "\n", quotes_all: false, last_line_ends: true, encoding: Encoding::Utf8 };
        let (one, other) = (review(&plain), review(&Style::any(&mut dice)));
        prop_assert_eq!(one.plan().change_set.operations.len(), other.plan().change_set.operations.len());
        prop_assert_eq!(&one.plan().digest, &other.plan().digest);
        prop_assert_eq!(one.plan().counts.same, other.plan().counts.same);
        prop_assert_eq!(codes(&one), codes(&other));
    }
}
