//! An extract that nobody edited changes nothing, in whatever form it was written and whatever program saved it since.

use crate::cases;
use crate::dice::Dice;
use crate::people::{directory, extract, people};
use crate::upload::Style;
use proptest::prelude::*;
use shared::extract::{ColumnChoice, ExtractOptions, Form};
use shared::options::{Blanks, Options};
use shared::review::{Against, Review, Upload};

fn any_form(dice: &mut Dice) -> ExtractOptions {
    let only = || {
        ColumnChoice::Only(
            ["FirstName", "OfficialLocation", "MailingAddress1Zip", "Biography"].map(str::to_owned).to_vec(),
        )
    };
    ExtractOptions {
        columns: if dice.once_in(3) { only() } else { ColumnChoice::All },
        profile: dice.once_in(2),
        system: dice.once_in(2),
        form: *dice.pick(&[Form::Plain, Form::Spreadsheet { protect: false }, Form::Spreadsheet { protect: true }]),
    }
}

/// The extract as another program saves it: read by the `csv` crate, written in another style.
fn saved_elsewhere(extract: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(extract);
    let lines: Vec<Vec<String>> = reader.deserialize().map(|line| line.expect("a well-formed extract")).collect();
    Style::any(dice).write(&lines)
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn an_untouched_extract_changes_nothing(people in people(0..6), with_base in any::<bool>(), clear in any::<bool>(), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let changed = |number: usize| 1 + number as u64 % 4;
        let now = directory(&people, 4, changed);
        let written = extract(&people, &any_form(&mut dice), changed);
        let bytes = if dice.once_in(2) { saved_elsewhere(&written, &mut dice) } else { written };
        let options = Options { blanks: if clear { Blanks::Clear } else { Blanks::Keep }, base: with_base.then_some(4), ..Options::default() };
        let base = with_base.then(|| now.clone());
        let review = Review::new(Against::new(now, base).expect("one schema"), Upload { name: "muster-people-2026-11-22-r4.csv".to_owned(), bytes }, options);
        let plan = review.plan();
        prop_assert_eq!(&plan.change_set.operations, &Vec::new());
        prop_assert_eq!(plan.counts.same, people.len());
        prop_assert!(!plan.blocked(), "{:#?}", plan.findings);
        prop_assert_eq!(plan.counts.warnings, 0, "{:#?}", plan.findings);
    }
}
