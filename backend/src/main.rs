//! The binary `muster`: everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    let _scenario = backend::storage::failpoints::set_up();
    backend::cli::run()
}
