//! The binary `muster`: everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    backend::cli::run()
}
