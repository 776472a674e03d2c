//! How often honest edits raise a warning or an error.

use crate::bulk;
use crate::honest;
use crate::sheet::Dice;
use crate::{review, start};
use shared::finding::Finding;
use shared::options::Options;
use shared::review::Review;
use shared::rule::Severity;

/// The two that ask something of an edit that is what it seems: whether a new Location is to be created, and whether so many
/// people are meant (T006), which is asked of whoever changes more than a quarter of them.
const QUESTIONS: [&str; 2] = ["L002", "T006"];

/// Warnings and errors, but for those that ask.
fn alarms(review: &Review) -> Vec<&Finding> {
    review
        .plan()
        .findings
        .iter()
        .filter(|finding| finding.severity > Severity::Note && !QUESTIONS.contains(&finding.code.as_str()))
        .collect()
}

#[test]
fn honest_edits_are_left_alone() {
    const FILES: u64 = 50;
    let (mut edited, mut false_alarms) = (0, Vec::new());
    for seed in 0..FILES {
        let mut dice = Dice(77_000 + seed);
        let mut sheet = start(&mut dice);
        let count = 20 + dice.roll(400);
        edited += honest::edit(&mut sheet, &mut dice, count).len();
        let reviewed = review(&sheet, Options::default());
        false_alarms.extend(
            alarms(&reviewed)
                .into_iter()
                .map(|finding| format!("seed {seed}: {} {} {:?}", finding.id, finding.message, finding.places.first())),
        );
    }
    println!("\n| honest edits | cells | false alarms |\n|---|--:|--:|");
    println!("| single ones | {edited} | {} |\n", false_alarms.len());
    assert!(false_alarms.len() * 10_000 <= edited, "{}", false_alarms.join("\n"));
}

#[test]
fn honest_edits_of_many_cells_are_left_alone() {
    let mut false_alarms = Vec::new();
    let mut edited = 0;
    println!("\n| honest edits of many cells | cells | false alarms |\n|---|--:|--:|");
    for (name, deed) in honest::BULK.into_iter().chain(bulk::MORE) {
        let before = (edited, false_alarms.len());
        for seed in 0..3 {
            let mut dice = Dice(99_000 + seed);
            let mut sheet = start(&mut dice);
            deed(&mut sheet, &mut dice);
            let reviewed = review(&sheet, Options::default());
            let changes = reviewed.plan().change_set.operations.iter().map(|operation| operation.changes.len());
            edited += changes.sum::<usize>();
            false_alarms.extend(
                alarms(&reviewed)
                    .into_iter()
                    .map(|finding| format!("{name}, seed {seed}: {} {}", finding.id, finding.message)),
            );
        }
        println!("| {name} | {} | {} |", edited - before.0, false_alarms.len() - before.1);
    }
    println!("| together | {edited} | {} |\n", false_alarms.len());
    assert!(false_alarms.len() * 10_000 <= edited, "{}", false_alarms.join("\n"));
}

/// What names a thing that the directory doesn't know is asked about once, however many people have it.
#[test]
fn a_location_that_is_renamed_is_one_question() {
    let mut dice = Dice(5);
    let mut sheet = start(&mut dice);
    let location = sheet.column("OfficialLocation");
    let moved =
        sheet.rows.iter_mut().filter(|row| row[location] == "HQ").map(|row| row[location] = "Head office".into());
    let moved = moved.count();
    let reviewed = review(&sheet, Options::default());
    let loud: Vec<&Finding> = reviewed
        .plan()
        .findings
        .iter()
        .filter(|finding| finding.severity > Severity::Note && finding.code != "T006")
        .collect();
    let [only] = loud.as_slice() else { panic!("{loud:#?}") };
    assert_eq!((only.code.as_str(), only.severity, only.count), ("L002", Severity::Warning, moved));
    assert!(moved > 5, "{moved}");
}
