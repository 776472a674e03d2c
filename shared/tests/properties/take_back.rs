//! Taking back what a change set did gives the directory from before, whatever it did.

use crate::cases;
use crate::people::{index_of, schema};
use proptest::prelude::*;
use shared::Directory;
use shared::extract::{Extract, ExtractOptions};
use shared::options::{Conflicts, Side};
use shared::stages::apply::directory_from_change_set;
use shared::stages::change_set::{Change, ChangeSet, Operation, OperationKind};
use shared::take_back::{Deed, Why, take_back};
use std::collections::BTreeMap;

const PEOPLE: usize = 6;

fn directory() -> Directory {
    let mut extract = Extract::new(&schema(), &ExtractOptions::everything());
    for number in 0..PEOPLE {
        let mut values = vec![String::new(); schema().columns.len()];
        values[index_of("Username")] = format!("p{number}@x");
        values[index_of("EmployeeId")] = format!("00{number}");
        values[index_of("FirstName")] = format!("First {number}");
        // Everybody reports to the next one.
        values[index_of("PrimarySupervisorUsername")] = format!("p{}@x", (number + 1) % PEOPLE);
        extract.write_person(&values, 1);
    }
    Directory::from_extract(schema(), extract.into_bytes(), 1).expect("a directory")
}

fn cells(directory: &Directory) -> BTreeMap<String, Vec<String>> {
    let own = |column: &usize| !schema().columns[*column].system;
    let columns: Vec<usize> = (0..schema().columns.len()).filter(own).collect();
    let person = |person: shared::directory::Person<'_>| {
        (person.username().into_owned(), columns.iter().map(|column| person.value(*column).into_owned()).collect())
    };
    directory.iter().map(person).collect()
}

/// What a change set did, seen from the directory after it.
fn deeds_of(before: &Directory, after: &Directory, change_set: &ChangeSet) -> Vec<Deed> {
    let username = schema().username();
    let mut deeds = Vec::new();
    for operation in &change_set.operations {
        let renamed = operation.changes.iter().find(|change| change.column == username).map(|change| &change.new);
        let name = renamed.filter(|name| !name.is_empty()).unwrap_or(&operation.username);
        match operation.kind {
            OperationKind::Create => {
                let person = after.find_username(name).expect("she came");
                deeds.push(Deed::Came { person, edited_since: false });
            }
            OperationKind::Delete => {
                let person = before.person(before.find_username(name).expect("she was there")).expect("a person");
                let values = (0..schema().columns.len()).map(|column| person.value(column).into_owned()).collect();
                deeds.push(Deed::Went { values });
            }
            _ => {
                let person = after.find_username(name).expect("she is there");
                deeds.extend(operation.changes.iter().map(|Change { column, old, new }| Deed::Changed {
                    person,
                    column: *column,
                    old: old.clone(),
                    new: new.clone(),
                }));
            }
        }
    }
    deeds
}

fn change_set(ring: usize, firsts: &[Option<String>], newcomers: usize) -> ChangeSet {
    let (username, first) = (index_of("Username"), index_of("FirstName"));
    let boss = index_of("PrimarySupervisorUsername");
    let new_name = |number: usize| if number < ring { (number + 1) % ring } else { number };
    let mut operations = Vec::new();
    for number in 0..PEOPLE {
        let mut changes = Vec::new();
        if new_name(number) != number {
            changes.push(Change {
                column: username,
                old: format!("p{number}@x"),
                new: format!("p{}@x", new_name(number)),
            });
        }
        if let Some(Some(name)) = firsts.get(number).filter(|name| name.as_deref() != Some(&format!("First {number}")))
        {
            changes.push(Change { column: first, old: format!("First {number}"), new: name.clone() });
        }
        let old_boss = (number + 1) % PEOPLE;
        if new_name(old_boss) != old_boss {
            let new = format!("p{}@x", new_name(old_boss));
            changes.push(Change { column: boss, old: format!("p{old_boss}@x"), new });
        }
        changes.sort_by_key(|change| change.column);
        let renames = changes.iter().any(|change| change.column == username);
        let kind = if renames { OperationKind::Rename } else { OperationKind::Update };
        if !changes.is_empty() {
            operations.push(Operation { kind, username: format!("p{number}@x"), line: 0, changes });
        }
    }
    for number in 0..newcomers {
        let name = format!("new{number}@x");
        let changes = vec![
            Change { column: username, old: String::new(), new: name.clone() },
            Change { column: boss, old: String::new(), new: "new0@x".to_owned() },
        ];
        let mut changes = changes;
        changes.sort_by_key(|change| change.column);
        operations.push(Operation { kind: OperationKind::Create, username: name, line: 0, changes });
    }
    ChangeSet { schema: schema().id.clone(), revision: 1, operations, ..ChangeSet::default() }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_was_done_is_taken_back_and_that_is_taken_back_too(
        ring in 0..PEOPLE,
        firsts in proptest::collection::vec(proptest::option::of("[A-C]{1,2}"), PEOPLE),
        newcomers in 0..3_usize,
    ) {
        let before = directory();
        let change_set = change_set(ring, &firsts, newcomers);
        let after = directory_from_change_set(&before, &change_set).expect("applies");
        let mut deeds = deeds_of(&before, &after, &change_set);
        deeds.sort_by_key(|deed| match deed {
            Deed::Changed { person, .. } | Deed::Came { person, .. } => *person,
            Deed::Went { .. } => usize::MAX,
        });
        let back = take_back(&after, &deeds, &Conflicts::default());
        prop_assert!(back.conflicts.is_empty() && back.digest.is_some(), "{:?}", back.conflicts);
        let restored = directory_from_change_set(&after, &back.change_set).expect("applies");
        prop_assert_eq!(cells(&restored), cells(&before));

        let mut again = deeds_of(&after, &restored, &back.change_set);
        again.sort_by_key(|deed| match deed {
            Deed::Changed { person, .. } | Deed::Came { person, .. } => *person,
            Deed::Went { .. } => usize::MAX,
        });
        let forth = take_back(&restored, &again, &Conflicts::default());
        prop_assert!(forth.digest.is_some(), "{:?}", forth.conflicts);
        let done_again = directory_from_change_set(&restored, &forth.change_set).expect("applies");
        prop_assert_eq!(cells(&done_again), cells(&after));
    }
}

#[test]
fn a_key_that_somebody_else_holds_stays_and_so_does_what_hangs_on_it() {
    // p0 was renamed to p9 and p1 took her name: only one of both can have it.
    let before = directory();
    let username = index_of("Username");
    let rename = |old: &str, new: &str| Operation {
        kind: OperationKind::Rename,
        username: old.to_owned(),
        line: 0,
        changes: vec![Change { column: username, old: old.to_owned(), new: new.to_owned() }],
    };
    let renames =
        |revision, operations| ChangeSet { schema: schema().id.clone(), revision, operations, ..ChangeSet::default() };
    let first = directory_from_change_set(&before, &renames(1, vec![rename("p0@x", "p9@x")])).expect("applies");
    let now = directory_from_change_set(&first, &renames(2, vec![rename("p1@x", "p0@x")])).expect("applies");
    let person = now.find_username("p9@x").expect("she is there");
    let deed = Deed::Changed { person, column: username, old: "p0@x".to_owned(), new: "p9@x".to_owned() };
    for (all, decided) in [(None, false), (Some(Side::Yours), false), (Some(Side::Theirs), true)] {
        let decisions = Conflicts { all, ..Conflicts::default() };
        let back = take_back(&now, std::slice::from_ref(&deed), &decisions);
        assert_eq!(back.conflicts.iter().map(|conflict| conflict.why).collect::<Vec<_>>(), [Why::Taken]);
        assert_eq!(back.digest.is_some(), decided, "{all:?}");
        assert!(back.change_set.operations.is_empty());
    }
}
