//! The command line. A subcommand is one file under `cli/` with `Args` and `run`, and one line in the table below.

mod choices;
mod database;
mod defaults;
mod files;
mod output;
mod planned;
mod report;
mod server;
mod whole_file;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser};

/// Makes the subcommands of the table: a module, a variant, and the call.
macro_rules! subcommands {
    ($($(#[doc = $about:literal])+ $module:ident :: $variant:ident;)+) => {
        $(mod $module;)+

        #[derive(clap::Subcommand)]
        enum Command {
            $($(#[doc = $about])+ $variant($module::Args),)+
        }

        fn dispatch(command: Command) -> anyhow::Result<ExitCode> {
            match command {
                $(Command::$variant(args) => $module::run(args),)+
            }
        }
    };
}

subcommands! {
    /// Keep the directory: serve the desk and the API.
    serve::Serve;
    /// Print the configuration in force, secrets masked.
    config::Config;
    /// Look after admins at the database, without a server.
    admin::Admin;
    /// Look after tokens for scripts at the database, without a server.
    token::Token;
    /// Look at the audit's chain.
    audit::Audit;
    /// Write a copy of the database while the server runs.
    backup::Backup;
    /// Put a copy in the place of the database.
    restore::Restore;
    /// Send a file to a running server, within bounds: for nightly feeds.
    import::Import;
    /// Fetch an extract from a running server.
    extract::Extract;
    /// Take back what a revision did, at a running server.
    undo::Undo;
    /// Read a CSV file strictly: its records, or why it is refused.
    read::Read;
    /// Check a file: what it would do to a directory, and what looks like an accident.
    check::Check;
    /// Fix a file: write it with everything mended that can only have been meant in one way.
    fix::Fix;
    /// Compare two extracts: what changed, as a file to import, and the way back.
    diff::Diff;
    /// Move everything from a SQLite file to a PostgreSQL database.
    migrate::Migrate;
    /// Say what a rule looks for, or list them all.
    rules::Rules;
}

/// Edit a whole staff directory in a spreadsheet without breaking it.
#[derive(Parser)]
#[command(name = "muster", version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

/// The command line, over what the configuration file says.
fn line() -> anyhow::Result<Line> {
    let command = defaults::with_file(Line::command(), std::env::args_os())?;
    Ok(Line::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit()))
}

/// Does what the command line says. 0: done, nothing blocks; 1: errors stand; 2: it couldn't be done.
pub fn run() -> ExitCode {
    match line().and_then(|line| dispatch(line.command)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("muster: {error:#}");
            ExitCode::from(2)
        }
    }
}
