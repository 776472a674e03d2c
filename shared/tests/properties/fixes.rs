//! “Fix all safe” settles: the file that it leaves needs no safe fix any more, and is written as it is.

use crate::cases;
use crate::dice::Dice;
use crate::people::{Person, directory, index_of, people, schema};
use crate::upload::upload;
use proptest::prelude::*;
use shared::options::{Blanks, Create, Options};
use shared::review::{Review, Upload};
use std::sync::Arc;

/// What people and spreadsheets do to values, so that there is something to fix.
fn mangled(value: &str, dice: &mut Dice) -> String {
    match dice.roll(8) {
        0 => value.trim_start_matches('0').to_owned(),
        1 => value.trim_start_matches('+').to_owned(),
        2 => value.replace("\\|", "|"),
        3 => value.replace('é', "Ã©"),
        4 => format!("\u{200b}{value}"),
        5 => value.replace('-', "/"),
        6 => "#REF!".to_owned(),
        _ => value.replace('\'', "’"),
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn safe_fixes_settle(stored in people(1..6), other in people(1..6), clear in any::<bool>(), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut meant: Vec<Person> = stored.clone();
        for (person, other) in meant.iter_mut().zip(&other) {
            for column in (0..schema().columns.len()).filter(|column| Some(*column) != schema().revision()) {
                if dice.once_in(3) {
                    person[column] = mangled(&person[column], &mut dice);
                } else if dice.once_in(6) && column != schema().username() && column != index_of("EmployeeId") {
                    person[column].clone_from(&other[column]);
                }
            }
        }
        let columns: Vec<usize> = (0..schema().columns.len()).filter(|column| *column == schema().username() || dice.once_in(2)).collect();
        let short = dice.once_in(3);
        let now = directory(&stored, 4, |_| 2);
        let blanks = if clear { Blanks::Clear } else { Blanks::Keep };
        let options = Options { blanks, create: *dice.pick(&[Create::Deny, Create::Allow]), ..Options::default() };
        let mut review = Review::new(Arc::clone(&now), upload(&meant, &columns, short, &mut dice), options);
        let mut told = 0;
        while review.apply_safe_fixes_telling(&mut |finding| told += usize::from(!finding.fixes.is_empty())) > 0 {
            prop_assert!(told < 10_000, "safe fixes go round in a circle");
        }
        let corrected = review.corrected_file();
        let upload = Upload { name: "people.csv".to_owned(), bytes: corrected.clone() };
        let mut again = Review::new(now, upload, review.options().clone());
        let shown = || String::from_utf8_lossy(&corrected).into_owned();
        prop_assert_eq!(again.apply_safe_fixes(), 0, "{}\n{:#?}", shown(), again.plan().findings);
        prop_assert_eq!(String::from_utf8(again.corrected_file()).expect("text"), shown());
    }
}
