//! Sets up, starts and tests Muster: what `./dev` hands over to.
//!
//! It exists so that a machine with nothing but Rust gets from a clone to a running Muster with one
//! command, and so that the same checks run for a person and for a submission.

mod arguments;
mod assets;
mod bench;
mod build;
mod checks;
mod children;
mod desk;
mod fingerprint;
mod fuzz;
mod package;
mod paths;
mod screens;
mod start;
mod steps;
mod tools;
mod wasm;
mod zoo;

use std::process::ExitCode;

use crate::arguments::Command;

fn main() -> ExitCode {
    let command = match arguments::command_from_args(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("dev: {message}");
            eprintln!("{}", arguments::HELP);
            return ExitCode::from(2);
        }
    };
    let result = match command {
        Command::Help => {
            println!("{}", arguments::HELP);
            Ok(())
        }
        Command::Start(options) => start::start(&options),
        Command::Test(scope) => checks::test(scope),
        Command::Bench(words) => bench::bench(&words),
        Command::Fuzz { minutes, seed } => fuzz::fuzz(minutes, seed),
        Command::Zoo(names) => zoo::zoo(&names),
        Command::Package => package::package(),
        Command::Screens => screens::screens(),
        Command::SetUp => start::set_up(),
        Command::Build => start::build(),
        Command::Company { people, file } => start::write_company(people, &file),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\ndev: {problem}");
            ExitCode::FAILURE
        }
    }
}
