//! What is told of a file, column by column: honest edits of many cells in a plain sentence, accidents in the rule's words.

use crate::bulk;
use crate::honest;
use crate::planted::Field;
use crate::sheet::{Dice, Sheet};
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

/// The findings that ask something, and what is told first, after something was done to the company's file.
fn found(deed: impl Fn(&mut Sheet)) -> (Vec<String>, Vec<StoryLine>) {
    let mut sheet = Sheet::company().clone();
    deed(&mut sheet);
    let review = review(&sheet, Options::default());
    let loud =
        review.plan().findings.iter().filter(|finding| finding.severity > Severity::Note && finding.code != "T006");
    (loud.map(|finding| finding.code.clone()).collect(), review.plan().story.clone())
}

#[test]
fn a_block_of_several_columns_is_one_finding() {
    let headers = ["WorkOfficePhone", "WorkMobilePhone", "MailingAddress1Street"];
    let (codes, story) = found(|sheet| {
        for header in headers {
            let column = sheet.column(header);
            for row in (51..150).rev() {
                sheet.rows[row][column] = sheet.rows[row - 1][column].clone();
            }
            sheet.rows[50][column].clear();
        }
    });
    assert_eq!(codes, ["T002"], "{story:#?}");
    assert!(headers.iter().all(|header| story[0].sentence.to_string().contains(header)), "{story:#?}");
}

#[test]
fn columns_that_moved_round_are_one_finding() {
    let (codes, story) = found(|sheet| {
        let [one, two, three] = ["FirstName", "LastName", "PrimaryRoleName"].map(|header| sheet.column(header));
        for row in &mut sheet.rows {
            row.swap(one, two);
            row.swap(two, three);
        }
    });
    assert_eq!(codes, ["T012"], "{story:#?}");
}

#[test]
fn a_column_that_was_emptied_is_told_where_blanks_keep() {
    let (codes, story) = found(|sheet| {
        let column = sheet.column("PrimaryRoleName");
        sheet.rows.iter_mut().take(40).for_each(|row| row[column].clear());
    });
    assert_eq!(codes, [""; 0]);
    assert_eq!(story.len(), 1, "{story:#?}");
    assert!(story[0].sentence.to_string().contains("empty cells keep what is stored"), "{story:#?}");
}

#[test]
fn keys_that_were_typed_over_come_back() {
    let (codes, story) = found(|sheet| {
        let key = sheet.rows[40][0].clone();
        sheet.rows[12][0] = key;
        sheet.rows.remove(40);
    });
    assert_eq!(codes, ["T011"], "{story:#?}");
    assert_eq!(story[0].fix.as_ref().map(|fix| fix.title.to_string()).as_deref(), Some("Put the right key back"));
}
