//! Are accidents noticed, and honest edits left alone? Extracts with both, planted at random from a seed; what is found,
//! rightly placed and mended is counted kind by kind. `cargo test -p shared --test accidents -- --nocapture` prints it;
//! the variables SEED, CASES and KIND choose others.

mod bulk;
mod cells;
mod damaged;
mod honest;
mod planted;
mod quiet;
mod rows;
mod sheet;
mod story;
mod strays;
mod tables;
mod transformed;

use honest::Touched;
use planted::{Field, Planted};
use shared::finding::Finding;
use shared::options::Options;
use shared::review::{Review, Upload};
use shared::stages::change_set::Operation;
use sheet::{Dice, Sheet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How often each kind is planted.
const CASES: u64 = 4;
/// The share of accidents that must be found, placed and mended, in percent.
const GOAL: usize = 99;

#[derive(Default)]
struct Tally {
    planted: usize,
    found: usize,
    mended: usize,
}

fn review(sheet: &Sheet, options: Options) -> Review {
    let directory = Sheet::directory();
    let upload = Upload { name: "people.csv".to_owned(), bytes: sheet.write() };
    Review::new(Arc::clone(directory), upload, options)
}

/// The file before anything happens to it: now and then its rows stand in another order.
fn start(dice: &mut Dice) -> Sheet {
    let mut sheet = Sheet::company().clone();
    if dice.roll(3) == 0 {
        let column = dice.roll(sheet.header.len());
        sheet.rows.sort_by(|one, other| one[column].cmp(&other[column]));
    }
    sheet
}

fn of_planted<'a>(review: &'a Review, planted: &Planted, sheet: &Sheet) -> Vec<&'a Finding> {
    let about = |finding: &&Finding| {
        let column = finding.column.as_deref();
        let of_several =
            || finding.places.iter().any(|place| planted.columns.iter().any(|known| place.column == Some(*known)));
        let right = planted.columns.is_empty()
            || planted.columns.iter().any(|known| column == Some(&sheet.header[*known]))
            || column.is_none() && of_several();
        // Sorted by what the file is sorted by, a column only moves up by its gaps.
        let code = finding.code == planted.code || planted.code == "T001" && finding.code == "T002";
        code && right
    };
    review.plan().findings.iter().filter(about).collect()
}

/// Whether the findings name the planted rows, but for one in a hundred.
fn rightly_placed(findings: &[&Finding], planted: &Planted) -> bool {
    let named: BTreeSet<usize> =
        findings.iter().flat_map(|finding| &finding.places).filter_map(|place| place.row).collect();
    let missed = planted.rows.iter().filter(|row| !named.contains(row)).count();
    // Sorting leaves a cell where it was now and then, or gives it its neighbour's equal value.
    !findings.is_empty() && missed * 20 <= planted.rows.len()
}

fn mend(review: &mut Review, planted: &Planted, sheet: &Sheet) {
    for _ in 0..4 {
        let next = of_planted(review, planted, sheet).first().map(|finding| finding.id.clone());
        let Some(id) = next else { return };
        if !review.apply_fix(&id, 0, None) {
            return;
        }
    }
}

fn effect(review: &Review) -> Vec<Operation> {
    let operations = &review.plan().change_set.operations;
    operations.iter().map(|operation| Operation { line: 0, ..operation.clone() }).collect()
}

fn plant(name: &str, kind: tables::Kind, seed: u64, tally: &mut Tally, misses: &mut Vec<String>) {
    let mut dice = Dice(seed);
    let mut sheet = start(&mut dice);
    let count = 4 + dice.roll(16);
    let touched: Touched = honest::edit(&mut sheet, &mut dice, count);
    let honest = sheet.clone();
    let field = &mut Field { sheet: &mut sheet, dice: &mut dice, touched: &touched };
    let Some(planted) = kind.1(field) else { return };
    tally.planted += 1;
    let mut reviewed = review(&sheet, planted.options.clone());
    let findings = of_planted(&reviewed, &planted, &sheet);
    let column = planted.columns.first().map_or("", |column| sheet.header[*column].as_str());
    if rightly_placed(&findings, &planted) {
        tally.found += 1;
    } else {
        let others: Vec<String> = reviewed
            .plan()
            .findings
            .iter()
            .map(|finding| format!("{} {} ×{}", finding.id, finding.message, finding.count))
            .collect();
        misses.push(format!(
            "{name} (seed {seed}, {column}, {} rows) isn't found; found are {others:#?}",
            planted.rows.len()
        ));
    }
    if planted.mends {
        mend(&mut reviewed, &planted, &sheet);
        let wanted = effect(&review(&honest, planted.options.clone()));
        // What is sent is the corrected file: it says the same to the server.
        let sent = Sheet::read(&reviewed.corrected_file());
        let received = review(&sent, reviewed.options().clone());
        if effect(&reviewed) == wanted
            && effect(&received) == wanted
            && received.plan().digest == reviewed.plan().digest
        {
            tally.mended += 1;
        } else {
            let extra: Vec<String> = effect(&reviewed)
                .iter()
                .filter(|operation| !wanted.contains(operation))
                .take(3)
                .map(|operation| format!("{operation:?}"))
                .collect();
            misses.push(format!("{name} (seed {seed}, {column}) isn't mended: {extra:#?}"));
        }
    } else {
        tally.mended += 1;
    }
}

#[test]
fn accidents_are_found_placed_and_mended() {
    let single = damaged::KINDS.into_iter().chain(cells::KINDS).chain(transformed::KINDS);
    let kinds: Vec<tables::Kind> =
        tables::KINDS.into_iter().chain(rows::KINDS).chain(strays::KINDS).chain(single).collect();
    let seed: u64 = std::env::var("SEED").map_or(0, |seed| seed.parse().expect("a number"));
    let cases = std::env::var("CASES").map_or(CASES, |cases| cases.parse().expect("a number"));
    let mut tallies: BTreeMap<usize, Tally> = BTreeMap::new();
    let mut misses = Vec::new();
    for (order, kind) in kinds.iter().enumerate() {
        if std::env::var("KIND").is_ok_and(|wanted| !kind.0.contains(&wanted)) {
            continue;
        }
        let tally = tallies.entry(order).or_default();
        let mut tries = 0;
        while tally.planted < usize::try_from(cases).expect("few") && tries < cases * 4 {
            plant(kind.0, *kind, seed + 1_000 * order as u64 + tries, tally, &mut misses);
            tries += 1;
        }
    }
    println!("\n| accident | planted | found | mended |\n|---|--:|--:|--:|");
    for (order, tally) in &tallies {
        println!("| {} | {} | {} | {} |", kinds[*order].0, tally.planted, tally.found, tally.mended);
        assert!(tally.planted > 0, "{} is never planted", kinds[*order].0);
    }
    let sum = |of: fn(&Tally) -> usize| tallies.values().map(of).sum::<usize>();
    let (planted, found, mended) = (sum(|t| t.planted), sum(|t| t.found), sum(|t| t.mended));
    println!("| all | {planted} | {found} | {mended} |\n");
    assert!((found.min(mended)) * 100 >= planted * GOAL, "{} misses:\n{}", misses.len(), misses.join("\n"));
}
