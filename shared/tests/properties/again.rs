//! After an edit only what it can touch is worked out again, and the plan is the one that a fresh reading would give.

use crate::cases;
use crate::dice::Dice;
use crate::people::{Person, directory, people, schema};
use crate::upload::upload;
use proptest::prelude::*;
use shared::options::{Blanks, Create, Options};
use shared::review::Review;
use std::sync::Arc;

/// The plan as a script sees it, worked out from the whole file.
fn afresh(review: &mut Review, now: &Arc<shared::Directory>) -> String {
    review.set_against(Arc::clone(now)).expect("one schema");
    review.plan().to_json(review.schema())
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn an_edit_gives_the_plan_of_the_whole_file(stored in people(2..8), other in people(2..8), clear in any::<bool>(), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut meant: Vec<Person> = stored.clone();
        for (person, other) in meant.iter_mut().zip(&other) {
            for column in 1..schema().columns.len() {
                if dice.once_in(6) && Some(column) != schema().revision() {
                    person[column].clone_from(&other[column]);
                }
            }
        }
        let columns: Vec<usize> = (0..schema().columns.len()).filter(|column| *column == schema().username() || dice.once_in(2)).collect();
        let now = directory(&stored, 4, |_| 2);
        let blanks = if clear { Blanks::Clear } else { Blanks::Keep };
        let options = Options { blanks, create: *dice.pick(&[Create::Deny, Create::Allow]), ..Options::default() };
        let short = dice.once_in(4);
        let mut review = Review::new(Arc::clone(&now), upload(&meant, &columns, short, &mut dice), options);
        for _ in 0..6 {
            let (row, column) = (dice.roll(meant.len()), dice.roll(columns.len()));
            match dice.roll(4) {
                0 => review.edit(row, column, None),
                1 => _ = review.undo(),
                2 => _ = review.redo(),
                _ => review.edit(row, column, Some(dice.pick(&other)[dice.roll(schema().columns.len())].clone())),
            }
            let after = review.plan().to_json(review.schema());
            prop_assert_eq!(after, afresh(&mut review, &now));
        }
    }
}
