//! The order of rows and of columns is the file's own affair: it changes neither what is done nor the digest.

use crate::cases;
use crate::dice::Dice;
use crate::people::{directory, index_of, people, schema};
use crate::upload::typed;
use proptest::prelude::*;
use shared::options::{Create, Key, Options};
use shared::review::{Review, Upload};
use shared::stages::change_set::Operation;
use std::sync::Arc;

fn file(lines: &[Vec<String>]) -> Upload {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for line in lines {
        writer.write_record(line).expect("a line of as many cells");
    }
    Upload { name: "people.csv".to_owned(), bytes: writer.into_inner().expect("bytes in memory") }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_order_of_rows_and_columns_does_not_matter(stored in people(0..5), mut meant in people(1..7), by_id in any::<bool>(), twice in any::<bool>(), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        if twice {
            // Rows with one key, and values that two people claim: refused, and in no other way.
            meant.push(meant[0].clone());
        }
        let mut columns: Vec<usize> = (0..schema().columns.len()).filter(|column| dice.once_in(3) || ["Username", "EmployeeId"].map(index_of).contains(column)).collect();
        columns.retain(|column| Some(*column) != schema().revision());
        let mut lines = vec![columns.iter().map(|column| schema().header_of(*column).to_owned()).collect::<Vec<_>>()];
        lines.extend(meant.iter().map(|person| columns.iter().map(|column| typed(*column, &person[*column], &mut dice)).collect()));

        let mut shuffled = lines.clone();
        dice.shuffle(&mut shuffled[1..]);
        let mut order: Vec<usize> = (0..columns.len()).collect();
        dice.shuffle(&mut order);
        let shuffled: Vec<Vec<String>> = shuffled.iter().map(|line| order.iter().map(|column| line[*column].clone()).collect()).collect();

        let now = directory(&stored, 2, |_| 1);
        let key = if by_id { Key::EmployeeId } else { Key::Username };
        let options = Options { key, create: Create::Allow, ..Options::default() };
        let plan = |lines: &[Vec<String>]| Review::new(Arc::clone(&now), file(lines), options.clone()).plan().clone();
        let (one, other) = (plan(&lines), plan(&shuffled));
        let effect = |operations: &[Operation]| operations.iter().map(|operation| Operation { line: 0, ..operation.clone() }).collect::<Vec<_>>();
        prop_assert_eq!(effect(&one.change_set.operations), effect(&other.change_set.operations));
        prop_assert_eq!(one.digest, other.digest);
        prop_assert_eq!(one.counts, other.counts);
    }
}
