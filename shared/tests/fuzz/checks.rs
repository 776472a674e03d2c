//! What holds for every case.

use crate::dice::Dice;
use crate::machine::{Beyond, engine, records_or_damage};
use crate::seeds::{BASE_REVISION, Case, Seeds};
use shared::review::{Against, Review};
use shared::stages::apply::directory_from_change_set;
use shared::stages::bytes::bytes_from_upload;
use shared::stages::change_set::{Operation, OperationKind};
use shared::table::Table;
use shared::{Directory, Options, Reading, Upload};
use std::sync::Arc;

/// What became of a case.
pub(crate) struct Outcome {
    /// Its plan before any fix and after all safe ones, as JSON.
    pub(crate) plans: [String; 2],
    /// Whether its records could be trusted.
    pub(crate) readable: bool,
    /// Whether it could be sent.
    pub(crate) sendable: bool,
}

/// The name that every case's upload has.
pub(crate) const NAME: &str = "upload.csv";

pub(crate) fn check(seeds: &Seeds, case: &Case, dice: &mut Dice) -> Outcome {
    read_rightly_or_refused(&case.upload);
    let mut options: Options =
        serde_json::from_value(case.options.clone()).expect("only choices that the engine knows");
    let now = &seeds.directories[case.held].now;
    let schema = now.schema();
    let base = case.base.as_ref().map(|base| {
        Arc::new(Directory::from_extract(schema.clone(), base.clone(), BASE_REVISION).expect("a readable base"))
    });
    options.base = options.base.or_else(|| base.as_ref().map(|base| base.revision()));
    let upload = Upload { name: NAME.to_owned(), bytes: case.upload.clone() };
    let table = Table::read(upload.bytes.clone(), schema, &options);
    let readable = table.bytes.defect.is_none() && table.records.defects.is_empty();
    let mut review = Review::new(against(now, base.as_ref()), upload, options);
    assert!(readable || review.plan().blocked(), "damage stands in the way of sending");
    let (before, sendable) = (review.plan().to_json(schema), review.plan().digest.is_some());
    settled(&review, base.as_ref());
    let mended = review.apply_safe_fixes() > 0;
    let outcome = Outcome { plans: [before, review.plan().to_json(schema)], readable, sendable };
    if mended {
        settled(&review, base.as_ref());
        review.undo();
    }
    assert_eq!(review.plan().to_json(schema), outcome.plans[0], "undo gives the plan back");
    for _ in 0..dice.roll(4) {
        decide(&mut review, dice);
        settled(&review, base.as_ref());
    }
    outcome
}

/// The reader against a machine that shares no line with it.
fn read_rightly_or_refused(upload: &[u8]) {
    let bytes = bytes_from_upload(upload.to_vec(), None);
    if bytes.defect.is_some() || bytes.text.is_empty() {
        assert!(Reading::of(upload.to_vec(), None).refused(), "unreadable bytes are refused");
        return;
    }
    let reading = engine(&bytes.text, None);
    let expected = records_or_damage(&reading.text, reading.delimiter);
    assert_eq!(reading.damaged_line, expected.as_ref().err().copied(), "by {:?}", reading.delimiter);
    assert_eq!(reading.records, expected.ok(), "by {:?}", reading.delimiter);
    let refused = Reading::of(bytes.text.as_bytes().to_vec(), None).refused();
    assert!(refused || (reading.records.is_some() && reading.beyond != Beyond::TooMany), "what is damaged is refused");
}

/// Applies a fix, edits a cell, leaves a row out, or takes a step back.
fn decide(review: &mut Review, dice: &mut Dice) {
    let findings = review.plan().findings.clone();
    match dice.roll(6) {
        0 => drop(review.apply_safe_fixes()),
        1 => review.edit(
            dice.roll(4),
            dice.roll(6),
            Some((*dice.pick(&["", "\"", "x|y", "ann@example.com"])).to_owned()),
        ),
        2 => review.leave_out(dice.roll(5), dice.once_in(2)),
        3 => drop(review.undo()),
        _ if findings.is_empty() => {}
        _ => {
            let finding = dice.pick(&findings);
            review.apply_fix(&finding.id, dice.roll(finding.fixes.len()), dice.once_in(2).then_some(0));
        }
    }
}

/// A plan says what it means: it is blocked or has a digest, its file says the same again, and applying it does it.
fn settled(review: &Review, base: Option<&Arc<Directory>>) {
    let plan = review.plan();
    assert_eq!(plan.digest.is_none(), plan.blocked());
    serde_json::from_str::<serde_json::Value>(&plan.to_json(review.schema())).expect("JSON");
    let corrected = Upload { name: NAME.to_owned(), bytes: review.corrected_file() };
    let now = review.directory();
    if plan.blocked() {
        return;
    }
    let again = Review::new(against(now, base), corrected, review.options().clone());
    assert_eq!(effect(&again), effect(review), "the corrected file says the same");
    assert_eq!(again.plan().digest, plan.digest, "the corrected file says the same");

    let after = directory_from_change_set(now, &plan.change_set).expect("what is planned can be applied");
    let created = plan.change_set.operations.iter().filter(|operation| operation.kind == OperationKind::Create).count();
    assert_eq!(after.people(), now.people() + created);
    let username = review.schema().username();
    for operation in &plan.change_set.operations {
        let renamed = operation.changes.iter().find(|change| change.column == username);
        let name = renamed.map_or(&operation.username, |change| &change.new);
        let person = after.find_username(name).and_then(|position| after.person(position)).expect("she is there");
        for change in &operation.changes {
            assert_eq!(person.value(change.column), change.new, "{name}");
        }
    }
}

fn against(now: &Arc<Directory>, base: Option<&Arc<Directory>>) -> Against {
    Against::new(now.clone(), base.cloned()).expect("one schema")
}

fn effect(review: &Review) -> Vec<Operation> {
    let operations = &review.plan().change_set.operations;
    operations.iter().map(|operation| Operation { line: 0, ..operation.clone() }).collect()
}
