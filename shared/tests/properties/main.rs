//! Properties of the engine: what must hold for every file and every directory, not only for those somebody thought of.
//!
//! Cases are drawn from a fixed seed, so a run says the same twice. `PROPTEST_RNG_SEED=7` draws others, and
//! `PROPTEST_CASES=25600` a hundred times as many.

mod again;
mod change_file;
mod corrected_file;
mod damage;
mod dice;
mod fixes;
mod layout;
mod machine;
mod no_panic;
mod order;
mod people;
mod reader;
mod round_trip;
mod supervisors;
mod take_back;
mod three_way;
mod untouched;
mod upload;

use proptest::test_runner::{Config, RngSeed};

/// How many cases proptest draws where nothing else is said.
const USUAL_CASES: u32 = 256;

/// The settings of one property: so many cases, scaled by `PROPTEST_CASES`.
fn cases(number: u32) -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    config.cases = (number * config.cases).div_ceil(USUAL_CASES);
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(0x4D75_7374_6572);
    }
    config
}
