//! What is told of a file, column by column: honest edits of many cells in a plain sentence, accidents in the rule's words.

use crate::bulk;
use crate::honest;
use crate::planted::Field;
use crate::sheet::Dice;
use crate::{review, start};
use shared::Severity;
use shared::options::Options;
use shared::plan::StoryLine;

fn story_of(deed: honest::Deed) -> Vec<StoryLine> {
    let mut dice = Dice(4_242);
    let mut sheet = start(&mut dice);
    deed(&mut sheet, &mut dice);
    review(&sheet, Options::default()).plan().story.clone()
}

fn told<'a>(story: &'a [StoryLine], header: &str) -> &'a StoryLine {
    let line = story.iter().find(|line| line.column.as_deref() == Some(header));
    line.unwrap_or_else(|| panic!("nothing is told of {header}: {story:#?}"))
}

#[test]
fn honest_edits_of_many_cells_are_told_plainly() {
    for (name, header, kind, says) in [
        ("one job category for all", "JobCategory", "one-value", "“Office”"),
        ("a role renamed", "PrimaryRoleName", "renamed", "“Nurse” became “Care nurse”"),
        ("two categories joined", "JobCategory", "renamed", "“Care” became “Field”"),
        ("two teams change places", "CustomProfileCategory", "renamed", "“Staff” became “Contractor”"),
        ("all family names in capitals", "LastName", "letters", "in capitals"),
        ("another mail domain", "WorkEmail", "replaced", "@mail.example.com” within"),
        ("a location renamed", "OfficialLocation", "renamed", "“HQ” became “Head office”"),
        ("mail addresses become the Usernames", "WorkEmail", "copied", "the same as Username"),
        ("nicknames from first names", "Nickname", "copied", "the same as FirstName"),
        ("ids with a prefix", "EmployeeId", "replaced", "“E-” put in front"),
        ("names joined", "CustomBadge", "joined", "FirstName and LastName joined"),
        ("one value for some of a column", "CustomFilterCategory", "one-value", "“Trial”"),
        ("a team shares a new number", "WorkOfficePhone", "one-value", "“030 999 0” for 15 people"),
    ] {
        let deeds = honest::BULK.into_iter().chain(bulk::MORE);
        let deed = deeds.into_iter().find(|(known, _)| *known == name).expect("a deed").1;
        let story = story_of(deed);
        let line = told(&story, header);
        let sentence = line.sentence.to_string();
        assert_eq!(line.kind, kind, "{name}: {sentence}");
        assert!(sentence.contains(says), "{name}: {sentence}");
        assert!(line.severity < Severity::Error, "{name}: {sentence}");
    }
}

#[test]
fn accidents_are_told_once_and_first() {
    for (name, kind) in crate::tables::KINDS.into_iter().chain(crate::rows::KINDS) {
        let mut dice = Dice(17);
        let mut sheet = start(&mut dice);
        let touched = honest::Touched::new();
        let Some(planted) = kind(&mut Field { sheet: &mut sheet, dice: &mut dice, touched: &touched }) else {
            continue;
        };
        if !["T001", "T002", "T003", "T004", "T005", "T009", "T010", "T011", "T012", "X009", "R014"]
            .contains(&planted.code)
        {
            continue;
        }
        let review = review(&sheet, planted.options.clone());
        // What may as well be meant is told as what it does.
        if crate::of_planted(&review, &planted, &sheet).iter().all(|finding| finding.severity == Severity::Note) {
            continue;
        }
        let story = &review.plan().story;
        let first = story.first().unwrap_or_else(|| panic!("{name}: nothing is told"));
        assert!(first.severity > Severity::Note && first.fix.is_some(), "{name}: {story:#?}");
        let json: serde_json::Value = serde_json::from_str(&review.plan().to_json(review.schema())).expect("JSON");
        let lines = json["story"].as_array().expect("a story");
        assert_eq!(lines.len(), story.len(), "{name}");
        assert_eq!(lines[0]["sentence"], first.sentence.to_string(), "{name}");
        assert_eq!(lines[0]["fix"]["title"], first.fix.as_ref().expect("a fix").title.to_string(), "{name}");
    }
}

#[test]
fn a_file_that_changes_nothing_has_no_story() {
    assert_eq!(story_of(|_, _| {}), []);
}
