//! Fixtures, mutated where it hurts: quotes, separators, line ends, cells, encodings, choices and fixes. Whatever comes of
//! it, the engine never fails, never reads another table than is there, and means what it says.
//!
//! The tests run a few hundred cases, once natively, and once with the npm package (`MUSTER_PACKAGE`) beside: then the engine
//! in wasm must make the same plans of each case, to the byte. `./dev fuzz --minutes 10` goes on until the time is up. A case
//! that fails is kept as a fixture.

mod checks;
#[path = "../properties/dice.rs"]
mod dice;
#[path = "../properties/machine.rs"]
mod machine;
mod mutate;
mod seeds;
mod twin;

use dice::Dice;
use seeds::Seeds;
use std::time::{Duration, Instant};
use twin::Twin;

/// How many cases the tests run.
const CASES: u64 = 400;
#[test]
fn mutated_fixtures_break_nothing() {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    let first = number("MUSTER_FUZZ_SEED").unwrap_or(1_000_000);
    let limit = number("MUSTER_FUZZ_MINUTES").map(|minutes| Duration::from_secs(60 * minutes));
    let begun = Instant::now();
    let goes_on = |done: u64| limit.map_or(done < CASES, |limit| begun.elapsed() < limit);
    let seeds = Seeds::read();
    let mut twin = Twin::start(&seeds);
    let (mut done, mut readable, mut planned, mut compared, mut failed) = (0, 0, 0, 0, Vec::new());
    while goes_on(done) {
        let seed = first + done;
        done += 1;
        let mut dice = Dice::new(seed);
        let case = mutate::case(&seeds, &mut dice);
        let result = std::panic::catch_unwind(|| checks::check(&seeds, &case, &mut Dice::new(seed)));
        let problem = match result {
            Ok(outcome) => {
                readable += u64::from(outcome.readable);
                planned += u64::from(outcome.sendable);
                let said = twin.as_mut().map(|twin| twin.plans(&case));
                compared += u64::from(said.is_some());
                said.filter(|said| *said != outcome.plans)
                    .map(|said| format!("wasm says\n{said:#?}\nnative\n{:#?}", outcome.plans))
            }
            Err(panic) => Some(words(panic.as_ref())),
        };
        if let Some(problem) = problem {
            let kept = case.keep(seed);
            let kept = kept.map_or_else(|| "not kept".to_owned(), |folder| format!("kept in {}", folder.display()));
            failed.push(format!("seed {seed}, {kept}: {problem}"));
            if failed.len() >= 10 {
                break;
            }
        }
    }
    println!(
        "{done} cases from seed {first}: {readable} readable, {planned} sendable, {compared} planned in wasm, too; {} failed",
        failed.len()
    );
    assert!(readable * 10 > done && planned * 50 > done, "mutations leave nothing to look at");
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}
