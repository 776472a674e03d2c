//! Fixtures, mutated where it hurts: quotes, separators, line ends, cells, encodings, choices and fixes. Whatever comes of
//! it, the engine never fails, never reads another table than is there, and means what it says.
//!
//! The tests run a few hundred cases. `./dev fuzz --minutes 10` goes on until the time is up, and asks the same of the
//! engine in wasm. A case that fails is kept as a fixture.

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
/// One case in so many is asked of the engine in wasm, too, as two copies through a pipe take their time.
const TWIN_CASES: u64 = 4;

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
        let asks_twin = twin.is_some() && seed % TWIN_CASES == 0;
        let result = std::panic::catch_unwind(|| checks::check(&seeds, &case, &mut Dice::new(seed)));
        let problem = match result {
            Ok(outcome) => {
                readable += u64::from(outcome.readable);
                planned += u64::from(outcome.sendable);
                let said = if asks_twin { twin.as_mut().map(|twin| twin.plan(&case)) } else { None };
                compared += u64::from(said.is_some());
                said.filter(|said| *said != outcome.plan)
                    .map(|said| format!("wasm says\n{said}\nnative\n{}", outcome.plan))
            }
            Err(panic) => Some(words(panic.as_ref())),
        };
        if let Some(problem) = problem {
            let kept = case.keep(seed);
            failed.push(format!("seed {seed}, kept in {}: {problem}", kept.display()));
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
