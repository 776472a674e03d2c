//! `./dev bench`: measures the engine and the server beside their yardsticks, as ratios, and writes them into `docs/benchmarks.md`.
//!
//! A time alone says little on a shared machine. Here each measure and its yardstick take turns in one process, several
//! times over, and the medians are divided.

mod accidents;
mod arguments;
mod corpora;
mod data;
mod desk;
mod engine;
mod keeper;
mod kills;
mod machine;
mod memory;
mod page;
mod report;
mod timing;
mod wasm;
mod zoo;

use std::process::ExitCode;

use arguments::What;

fn main() -> ExitCode {
    let wish = match arguments::wish_from_args(std::env::args().skip(1)) {
        Ok(wish) => wish,
        Err(message) => {
            eprintln!("bench: {message}\n{}", arguments::HELP);
            return ExitCode::from(2);
        }
    };
    let done = match &wish.what {
        What::Help => {
            println!("{}", arguments::HELP);
            Ok(())
        }
        What::Engine => engine::run(&wish),
        What::Wasm => wasm::run(&wish),
        What::Corpora => corpora::run(&wish),
        What::Keeper => keeper::run(&wish),
        What::Desk { figures } => desk::write(figures),
        What::Kills { counts } => kills::write(counts),
        What::Zoo { programs } => zoo::run(&wish, programs),
        What::Accidents => accidents::run(&wish),
        What::Peak { directory, upload } => memory::print_peak(directory, upload),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("bench: {problem}");
            ExitCode::FAILURE
        }
    }
}
