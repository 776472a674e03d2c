//! `muster migrate`: from the SQLite file that one server began with to a PostgreSQL database that many can share.

use std::io::Write;
use std::process::ExitCode;

use anyhow::Context;

use crate::migrate::migrate;

/// What `muster migrate` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The file to copy; the server on it must be stopped.
    #[arg(long, value_name = "sqlite://FILE")]
    from: String,

    /// The empty database to copy it to.
    #[arg(long, value_name = "postgres://…", env = "MUSTER_DATABASE_URL", hide_env_values = true)]
    to: String,
}

/// Copies everything, and says of each table how many rows it has and what hash they have on both sides.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { from, to } = args;
    anyhow::ensure!(from.starts_with("sqlite:"), "--from must be the address of a SQLite file: sqlite://FILE");
    anyhow::ensure!(to.starts_with("postgres"), "--to must be the address of a PostgreSQL database: postgres://…");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let copied = runtime.block_on(migrate(&from, &to)).context("the directory wasn't moved")?;
    let mut out = std::io::stdout().lock();
    for table in &copied {
        writeln!(out, "{:<14} {:>10} rows  sha256 {}", table.table, table.rows, table.sha256)?;
    }
    writeln!(out, "Everything was copied, and every row is the same. Start Muster with --database on the new address.")?;
    Ok(ExitCode::SUCCESS)
}
