//! `muster backup`: a copy of the database as it is at one moment, made while the server runs, and looked at before it
//! counts.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};

use super::database::DatabaseArgs;
use super::output::print_plain;
use crate::storage::sqlite::backup;

/// What `muster backup` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    database: DatabaseArgs,

    /// Where the copy is written; it must not be there yet.
    file: PathBuf,
}

/// Copies.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { database, file } = args;
    if !database.database.starts_with("sqlite:") {
        bail!("this is for SQLite; for PostgreSQL use pg_dump, as docs/operations.md says");
    }
    if file.exists() {
        bail!("{} is there already; a backup is never written over", file.display());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let copied = runtime.block_on(backup::copy(&database.database, &file));
    let facts = copied.with_context(|| format!("no backup was written to {}", file.display()))?;
    print_plain(&format!("{}: revision {}, {} bytes, looked at and whole.", file.display(), facts.revision, facts.bytes))?;
    Ok(ExitCode::SUCCESS)
}
