//! A file of changes says exactly what the upload would do; its inverse, imported afterwards, gives back what was.

use crate::cases;
use crate::dice::Dice;
use crate::people::{Person, directory, index_of, people, people_of, schema, username};
use crate::upload::upload;
use proptest::prelude::*;
use shared::change_file::{ChangeFile, Left};
use shared::options::{Blanks, Create, Key, Options};
use shared::review::{Review, Upload};
use shared::schema::Kind;
use shared::stages::apply::directory_from_change_set;
use shared::stages::change_set::Operation;
use shared::{Directory, Finding, Severity};
use std::sync::Arc;

fn effect(review: &Review) -> Vec<Operation> {
    let operations = &review.plan().change_set.operations;
    operations.iter().map(|operation| Operation { line: 0, ..operation.clone() }).collect()
}

fn errors(review: &Review) -> Vec<&Finding> {
    review.plan().findings.iter().filter(|finding| finding.severity == Severity::Error).collect()
}

fn imported(file: &ChangeFile, into: &Arc<Directory>) -> Review {
    let upload = Upload { name: "changes.csv".to_owned(), bytes: file.bytes.clone() };
    Review::new(Arc::clone(into), upload, file.options.clone())
}

/// Those people, with what an inverse can't give back as it is now.
fn with_what_is_left(mut people: Vec<Person>, now: &[Person], left: &[Left]) -> Vec<Person> {
    let name = schema().username();
    for Left { username, column } in left {
        let Some(column) = column else { continue };
        let position = now.iter().position(|person| person[name] == *username).expect("a person who was changed");
        people[position][index_of(column)].clone_from(&now[position][index_of(column)]);
    }
    people
}

fn assert_both_ways(review: &Review, before: &Arc<Directory>) -> Result<(), TestCaseError> {
    let file = review.change_file();
    let again = imported(&file, before);
    let shown = || String::from_utf8_lossy(&file.bytes).into_owned();
    prop_assert_eq!(effect(&again), effect(review), "{}\n{:#?}", shown(), file.options);
    if !review.plan().blocked() {
        prop_assert!(!again.plan().blocked(), "{}\n{:#?}", shown(), errors(&again));
    }
    prop_assert_eq!(again.plan().counts.same, 0, "only those who change are in it");

    let change_set = &review.plan().change_set;
    let after = Arc::new(directory_from_change_set(before, change_set).expect("a plan for this very directory"));
    let inverse = review.inverse_file();
    let back = imported(&inverse, &after);
    let restored = directory_from_change_set(&after, &back.plan().change_set).expect("a plan for that very directory");
    let mut people = people_of(&restored);
    let created: Vec<Person> = people.split_off(before.people());
    let forget = |mut people: Vec<Person>| {
        let revision = schema().revision().expect("a column of the standard schema");
        for person in &mut people {
            person[revision].clear();
        }
        people
    };
    let expected = with_what_is_left(people_of(before), &people_of(&after), &inverse.left);
    let shown = String::from_utf8_lossy(&inverse.bytes).into_owned();
    prop_assert_eq!(forget(people), forget(expected), "{}\n{:#?}", shown, inverse.options);
    for person in created {
        prop_assert_eq!(&person[index_of("AccountState")], "DISABLED", "{}", shown);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn changes_go_and_come_back(
        stored in people(0..6),
        meant in people(1..8),
        clear in any::<bool>(),
        key in prop_oneof![Just(Key::Username), Just(Key::EmployeeId)],
        seed in any::<u64>(),
    ) {
        let mut dice = Dice::new(seed);
        let needed = ["Username", "WorkEmail", "FirstName", "LastName", "EmployeeId"].map(index_of);
        let columns: Vec<usize> = (0..schema().columns.len())
            .filter(|column| needed.contains(column) || Some(*column) != schema().revision() && dice.once_in(2))
            .collect();
        let before = directory(&stored, 7, |number| 1 + number as u64 % 7);
        let blanks = if clear { Blanks::Clear } else { Blanks::Keep };
        let options = Options { key, blanks, create: Create::Allow, ..Options::default() };
        let review = Review::new(Arc::clone(&before), upload(&meant, &columns, false, &mut dice), options);
        assert_both_ways(&review, &before)?;
    }

    #[test]
    fn usernames_go_round_and_come_back(stored in people(1..7), mut meant in people(1..7), by_id in any::<bool>(), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let both = stored.len().min(meant.len());
        meant.truncate(both);
        let turn = dice.roll(both);
        let mut options = Options { key: if by_id { Key::EmployeeId } else { Key::Username }, ..Options::default() };
        for (number, person) in meant.iter_mut().enumerate() {
            let fresh = dice.once_in(3);
            let name = &mut person[schema().username()];
            if by_id && !fresh {
                *name = username((number + turn) % both);
            } else if fresh {
                *name = username(number + 100);
                for typed in [name.clone(), name.to_ascii_uppercase()] {
                    options.renames.insert(typed, stored[number][schema().username()].clone());
                }
            }
        }
        let mut columns: Vec<usize> = ["Username", "EmployeeId"].map(index_of).to_vec();
        if !by_id && dice.once_in(2) {
            columns.truncate(1);
        }
        columns.extend((0..schema().columns.len()).filter(|column| {
            let kind = &schema().columns[*column].kind;
            !columns.contains(column) && !matches!(kind, Kind::Reference | Kind::Revision) && dice.once_in(4)
        }).collect::<Vec<_>>());
        let before = directory(&stored, 3, |_| 3);
        let review = Review::new(Arc::clone(&before), upload(&meant, &columns, false, &mut dice), options);
        assert_both_ways(&review, &before)?;
    }
}

#[test]
fn a_file_of_changes_is_the_key_and_the_changed_cells() {
    let extract = "Username,FirstName,Nickname,OfficialLocation,Revision\nann@example.com,Ann,Annie,HQ,3\nben@example.com,Ben,Benny,HQ,4\ncy@example.com,Cy,,HQ,2\n";
    let before = Arc::new(Directory::from_extract(schema(), extract.into(), 4).expect("an extract"));
    let upload = extract.replace("Annie", "").replace("Cy,,HQ", "Cy,,Lab").replace("Ben,Benny,HQ", "Ben,Benny,Lab");
    let upload = Upload { name: "people.csv".to_owned(), bytes: upload.into_bytes() };
    let options = Options { blanks: Blanks::Clear, ..Options::default() };
    let review = Review::new(before, upload, options);
    let text = |file: &ChangeFile| String::from_utf8(file.bytes.clone()).expect("text").replace("\r\n", "\n");
    let file = review.change_file();
    // Ben keeps his Nickname in a column that is cleared for Ann, so it is written out.
    assert_eq!(
        text(&file),
        "\u{feff}Username,Nickname,OfficialLocation,Revision\nann@example.com,,,3\nben@example.com,Benny,Lab,4\ncy@example.com,,Lab,2\n"
    );
    assert_eq!((file.options.blanks, file.options.blanks_in("Nickname")), (Blanks::Keep, Blanks::Clear));
    let inverse = review.inverse_file();
    assert_eq!(
        text(&inverse),
        "\u{feff}Username,Nickname,OfficialLocation,Revision\nann@example.com,Annie,,5\nben@example.com,,HQ,5\ncy@example.com,,HQ,5\n"
    );
    assert_eq!((inverse.options.blanks_by_column.len(), inverse.left.len()), (0, 0));
}

#[test]
fn the_way_back_from_a_mended_directory_is_not_called_damage() {
    let extract = "Username,FirstName,EmployeeId,WorkMobilePhone\nann@example.com,Zo?,17,155\n";
    let before = Arc::new(Directory::from_extract(schema(), extract.into(), 4).expect("an extract"));
    let upload = extract.replace("Zo?", "Zoë").replace("17,155", "00017,'+155");
    let upload = Upload { name: "people.csv".to_owned(), bytes: upload.into_bytes() };
    let review = Review::new(Arc::clone(&before), upload, Options::default());
    let after = Arc::new(directory_from_change_set(&before, &review.plan().change_set).expect("a plan for it"));
    let inverse = review.inverse_file();
    let without_choices = ChangeFile { options: Options::default(), ..inverse.clone() };
    assert_eq!(errors(&imported(&without_choices, &after)).len(), 3, "each would be taken for damage");
    assert_eq!(errors(&imported(&inverse, &after)), Vec::<&Finding>::new());
}
