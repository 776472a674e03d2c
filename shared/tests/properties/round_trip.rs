//! Applying what was planned gives the directory that was meant; planning the same file again plans nothing.

use crate::cases;
use crate::dice::Dice;
use crate::people::{Person, directory, employee_id, index_of, people, people_of, schema, username};
use crate::upload::upload;
use proptest::prelude::*;
use shared::options::{Blanks, Create, Key, Options};
use shared::review::Review;
use shared::schema::Kind;
use shared::stages::apply::directory_from_change_set;
use shared::values::key::comparison_form;
use std::sync::Arc;

/// Some of the columns, the needed ones among them.
fn some_columns(needed: &[usize], dice: &mut Dice) -> Vec<usize> {
    let share = dice.roll(4);
    let columns = schema().columns.clone();
    let chosen = |(index, column): (usize, &shared::schema::Column)| {
        (needed.contains(&index) || (!column.system && dice.roll(4) <= share)).then_some(index)
    };
    columns.iter().enumerate().filter_map(chosen).collect()
}

/// What is stored of a person once a file about her was applied: independent of the engine's own merge.
fn outcome(before: Option<&Person>, file: &Person, columns: &[usize], blanks: Blanks) -> Person {
    let schema = schema();
    let value = |(index, column): (usize, &shared::schema::Column)| {
        let old = before.map_or("", |before| before[index].as_str());
        let new = file[index].as_str();
        let kept = new.is_empty() && (column.required || blanks == Blanks::Keep);
        let said = columns.contains(&index) && !kept && !means_the_same(index, old, new);
        if said { new.to_owned() } else { old.to_owned() }
    };
    schema.columns.iter().enumerate().map(value).collect()
}

/// Whether two values of a column mean the same, in the words of the domain.
fn means_the_same(index: usize, one: &str, other: &str) -> bool {
    let schema = schema();
    match &schema.columns[index].kind {
        Kind::Username | Kind::Reference => comparison_form(one) == comparison_form(other),
        Kind::Choice { empty: Some(empty), .. } => {
            let full = |value: &str| if value.is_empty() { empty.clone() } else { value.to_owned() };
            full(one) == full(other)
        }
        _ => one == other,
    }
}

fn assert_same_people(mut actual: Vec<Person>, mut expected: Vec<Person>) -> Result<(), TestCaseError> {
    let schema = schema();
    let key = |person: &Person| comparison_form(&person[schema.username()]).into_owned();
    actual.sort_by_key(key);
    expected.sort_by_key(key);
    prop_assert_eq!(actual.len(), expected.len());
    for (actual, expected) in actual.iter().zip(&expected) {
        for (index, column) in schema.columns.iter().enumerate().filter(|(_, column)| !column.system) {
            let same = means_the_same(index, &actual[index], &expected[index]);
            prop_assert!(
                same,
                "{} of {}: {:?} instead of {:?}",
                column.header,
                expected[0],
                actual[index],
                expected[index]
            );
        }
    }
    Ok(())
}

/// What is stored once the first people took on the names and cells of those meant: whoever names them follows.
fn expected_after_renames(stored: &[Person], meant: &[Person], columns: &[usize]) -> Vec<Person> {
    let of_file = meant.iter().zip(stored).map(|(meant, stored)| outcome(Some(stored), meant, columns, Blanks::Keep));
    let mut expected: Vec<Person> = of_file.chain(stored.iter().skip(meant.len()).cloned()).collect();
    let name = schema().username();
    for reference in expected.iter_mut().map(|person| &mut person[index_of("PrimarySupervisorUsername")]) {
        if let Some((_, now)) = stored.iter().zip(meant).find(|(stored, _)| stored[name] == *reference) {
            reference.clone_from(&now[name]);
        }
    }
    expected
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn an_applied_plan_is_what_was_meant(stored in people(0..6), mut meant in people(1..8), clear in any::<bool>(), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let blanks = if clear { Blanks::Clear } else { Blanks::Keep };
        let numbers = meant.len();
        let turn = dice.roll(numbers);
        for (number, person) in meant.iter_mut().enumerate() {
            person[index_of("EmployeeId")] = employee_id((number + turn) % numbers);
        }
        let needed: Vec<usize> = ["Username", "WorkEmail", "FirstName", "LastName", "EmployeeId"].map(index_of).to_vec();
        let columns = some_columns(&needed, &mut dice);
        let before = directory(&stored, 7, |number| 1 + number as u64 % 7);
        let file = upload(&meant, &columns, false, &mut dice);
        let options = Options { blanks, create: Create::Allow, ..Options::default() };
        let review = Review::new(before.clone(), file.clone(), options.clone());
        let after = directory_from_change_set(&before, &review.plan().change_set).expect("a plan for this very directory");

        let of_file = meant.iter().enumerate().map(|(number, person)| outcome(stored.get(number), person, &columns, blanks));
        let expected: Vec<Person> = of_file.chain(stored.iter().skip(numbers).cloned()).collect();
        assert_same_people(people_of(&after), expected)?;
        prop_assert_eq!(after.revision(), 8);

        let again = Review::new(Arc::new(after), file, options);
        prop_assert_eq!(&again.plan().change_set.operations, &Vec::new());
        prop_assert_eq!(again.plan().counts.same, numbers);
    }

    #[test]
    fn usernames_may_change_places_under_the_key_employee_id(stored in people(1..7), mut meant in people(1..7), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let both = stored.len().min(meant.len());
        meant.truncate(both);
        let turn = dice.roll(both);
        for (number, person) in meant.iter_mut().enumerate() {
            person[schema().username()] = if dice.once_in(4) { username(number + 100) } else { username((number + turn) % both) };
        }
        let mut columns = some_columns(&["Username", "EmployeeId"].map(index_of), &mut dice);
        // References follow a rename by themselves: a file that names people by their old Usernames would undo that.
        columns.retain(|column| *column != index_of("PrimarySupervisorUsername"));
        let before = directory(&stored, 3, |_| 3);
        let file = upload(&meant, &columns, false, &mut dice);
        let options = Options { key: Key::EmployeeId, ..Options::default() };
        let review = Review::new(before.clone(), file.clone(), options.clone());
        let plan = review.plan();
        let after = directory_from_change_set(&before, &plan.change_set).expect("a plan for this very directory");
        let expected = expected_after_renames(&stored, &meant, &columns);
        assert_same_people(people_of(&after), expected)?;
        let again = Review::new(Arc::new(after), file, options);
        prop_assert_eq!(&again.plan().change_set.operations, &Vec::new());
    }

    #[test]
    fn a_decided_rename_is_one_person_with_another_name(stored in people(1..6), mut meant in people(1..6), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let both = stored.len().min(meant.len());
        meant.truncate(both);
        let mut options = Options { create: *dice.pick(&[Create::Deny, Create::Allow]), ..Options::default() };
        for (number, person) in meant.iter_mut().enumerate().filter(|_| dice.once_in(2)) {
            let new = username(number + 100);
            for typed in [new.clone(), new.to_ascii_uppercase()] {
                options.renames.insert(typed, stored[number][schema().username()].clone());
            }
            person[schema().username()] = new;
        }
        let mut columns = some_columns(&["Username", "EmployeeId"].map(index_of), &mut dice);
        columns.retain(|column| *column != index_of("PrimarySupervisorUsername"));
        let before = directory(&stored, 3, |_| 3);
        let file = upload(&meant, &columns, false, &mut dice);
        let review = Review::new(before.clone(), file, options);
        let after = directory_from_change_set(&before, &review.plan().change_set).expect("a plan for this very directory");
        let expected = expected_after_renames(&stored, &meant, &columns);
        assert_same_people(people_of(&after), expected)?;
        prop_assert_eq!(review.plan().counts.created, 0);
    }
}
