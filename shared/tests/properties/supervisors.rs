//! People who would report to themselves are found exactly where applying the plan would make it so, whatever the file
//! renames and creates at the same time.

use crate::dice::Dice;
use crate::people::{index_of, schema};
use shared::options::{Create, Key, Options};
use shared::review::{Review, Upload};
use shared::stages::apply::directory_from_change_set;
use shared::{Directory, Plan};
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

fn name(number: usize) -> String {
    format!("p{number}@example.com")
}

/// People of whom each reports to one of those before her, or to nobody.
fn company(people: usize, dice: &mut Dice) -> Directory {
    let mut text = String::from("Username,WorkEmail,FirstName,LastName,EmployeeId,PrimarySupervisorUsername\n");
    for number in 0..people {
        let boss = if number == 0 || dice.once_in(4) { String::new() } else { name(dice.roll(number)) };
        writeln!(text, "{0},{0},A,B,E{number},{boss}", name(number)).expect("a string takes all");
    }
    Directory::from_extract(schema(), text.into_bytes(), 1).expect("an extract")
}

/// Some people with other Usernames (new ones, or each other's), new ones, and other supervisors.
fn upload(people: usize, dice: &mut Dice) -> String {
    let mut names: Vec<String> = (0..people + 2).map(name).collect();
    for _ in 0..dice.roll(3) {
        let (one, other) = (dice.roll(people), dice.roll(people));
        names.swap(one, other);
    }
    for (number, own) in names.iter_mut().enumerate().take(people) {
        if dice.once_in(4) {
            *own = name(10 + number);
        }
    }
    let mut text = String::from("EmployeeId,Username,WorkEmail,FirstName,LastName,PrimarySupervisorUsername\n");
    let newcomers = dice.roll(3);
    for (number, own) in names.iter().enumerate().take(people + newcomers) {
        if number >= people || !dice.once_in(3) {
            let boss = if dice.once_in(3) { String::new() } else { dice.pick(&names).clone() };
            writeln!(text, "E{number},{own},p@example.com,A,B,{boss}").expect("a string takes all");
        }
    }
    text
}

fn has_cycle(directory: &Directory) -> bool {
    let boss = index_of("PrimarySupervisorUsername");
    let above: HashMap<String, String> =
        directory.iter().map(|person| (person.username().into_owned(), person.value(boss).into_owned())).collect();
    above.keys().any(|start| {
        let mut at = start;
        for _ in 0..=above.len() {
            match above.get(at) {
                Some(next) if next == start => return true,
                Some(next) => at = next,
                None => return false,
            }
        }
        false
    })
}

fn says(plan: &Plan, code: &str) -> bool {
    plan.findings.iter().any(|finding| finding.code == code)
}

#[test]
fn circles_are_found_where_applying_makes_them() {
    let (mut circles, mut none) = (0, 0);
    for seed in 0..600 {
        let mut dice = Dice::new(seed);
        let people = 2 + dice.roll(4);
        let now = Arc::new(company(people, &mut dice));
        let text = upload(people, &mut dice);
        let options = Options { key: Key::EmployeeId, create: Create::Allow, ..Options::default() };
        let file = Upload { name: "people.csv".to_owned(), bytes: text.clone().into_bytes() };
        let review = Review::new(Arc::clone(&now), file, options);
        let plan = review.plan();
        // What is refused for another reason means nothing that could be applied.
        if plan.findings.iter().any(|finding| ["I010", "I006", "C011"].contains(&finding.code.as_str())) {
            continue;
        }
        let after = directory_from_change_set(&now, &plan.change_set).expect("a plan for this very directory");
        let circle = has_cycle(&after);
        assert_eq!(says(plan, "T008"), circle, "seed {seed}:\n{text}{:#?}", plan.change_set.operations);
        if circle { circles += 1 } else { none += 1 }
    }
    assert!(circles > 50 && none > 50, "{circles} with a circle, {none} without");
}

#[test]
fn nobody_reports_to_a_name_that_is_gone() {
    let text = b"Username,EmployeeId,PrimarySupervisorUsername\na@x.org,1,\nb@x.org,2,\nc@x.org,3,\n".to_vec();
    let now = Arc::new(Directory::from_extract(schema(), text, 1).expect("an extract"));
    let upload =
        "EmployeeId,Username,PrimarySupervisorUsername\n1,ann@x.org,\n2,b@x.org,A@X.org\n3,c@x.org,ann@x.org\n";
    let file = Upload { name: "people.csv".to_owned(), bytes: upload.as_bytes().to_vec() };
    let options = Options { key: Key::EmployeeId, ..Options::default() };
    let mut review = Review::new(now, file, options);
    let found: Vec<_> = review.plan().findings.iter().filter(|finding| finding.code == "C011").collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].message.to_string().contains("renames A@X.org to ann@x.org"), "{}", found[0].message);
    review.apply_safe_fixes();
    assert!(!review.plan().blocked());
    let corrected = String::from_utf8(review.corrected_file()).expect("text");
    assert!(corrected.contains("2,b@x.org,ann@x.org"), "{corrected}");
}
