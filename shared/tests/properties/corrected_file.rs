//! The corrected file says what the upload and its edits say: the server, which only sees that file, plans the same.

use crate::cases;
use crate::dice::Dice;
use crate::people::{directory, people, schema, text};
use crate::upload::upload;
use proptest::prelude::*;
use shared::options::{Blanks, Create, Key, Options};
use shared::review::{Review, Upload, kept_file};
use shared::stages::change_set::Operation;
use std::sync::Arc;

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn the_corrected_file_gives_the_same_plan(
        stored in people(0..5),
        meant in people(1..6),
        edits in proptest::collection::vec((0..6_usize, 0..66_usize, text(), any::<bool>()), 0..12),
        left_out in proptest::collection::vec(0..6_usize, 0..3),
        ignored in proptest::option::of(0..65_usize),
        read_as in proptest::option::of((0..65_usize, 0..65_usize)),
        short in any::<bool>(),
        seed in any::<u64>(),
    ) {
        let mut dice = Dice::new(seed);
        let columns: Vec<usize> = (0..schema().columns.len()).filter(|column| *column == schema().username() || dice.once_in(2)).collect();
        let file = upload(&meant, &columns, short, &mut dice);
        let now = directory(&stored, 5, |number| number as u64);
        let name = |column: usize| schema().header_of(column).to_owned();
        let options = Options {
            key: *dice.pick(&[Key::Username, Key::EmployeeId]),
            blanks: *dice.pick(&[Blanks::Keep, Blanks::Clear]),
            create: *dice.pick(&[Create::Deny, Create::Allow]),
            ignored_columns: ignored.map(name).into_iter().collect(),
            read_as: read_as.into_iter().map(|(from, to)| (name(from), name(to))).collect(),
            ..Options::default()
        };
        let mut review = Review::new(Arc::clone(&now), file, options);
        for (row, column, value, blank) in edits {
            review.edit(row, column, Some(if blank { String::new() } else { value }));
        }
        for row in left_out {
            review.leave_out(row, true);
        }
        let corrected = Upload { name: "people.csv".to_owned(), bytes: review.corrected_file() };
        let kept = kept_file(&schema(), review.corrected_file(), review.options());
        let again = Review::new(Arc::clone(&now), corrected, review.options().clone());

        let effect = |review: &Review| {
            let operations = &review.plan().change_set.operations;
            operations.iter().map(|operation| Operation { line: 0, ..operation.clone() }).collect::<Vec<_>>()
        };
        prop_assert_eq!(effect(&again), effect(&review));
        // What is kept of it says the same, and is kept in no other way once it was.
        prop_assert_eq!(&kept_file(&schema(), kept.clone(), review.options()), &kept);
        let kept = Upload { name: "people.csv".to_owned(), bytes: kept };
        prop_assert_eq!(effect(&Review::new(now, kept, review.options().clone())), effect(&review));
        prop_assert_eq!(&again.plan().digest, &review.plan().digest, "{:#?}\n{:#?}", review.plan().findings, again.plan().findings);
    }
}
