//! `muster restore`: puts a backup in the place of the database. The server must not run.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};

use super::database::DatabaseArgs;
use super::output::print_plain;
use crate::storage::sqlite::backup;

/// What `muster restore` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    database: DatabaseArgs,

    /// The backup.
    file: PathBuf,

    /// Put it in the place of a database that is there; that one is kept beside it.
    #[arg(long)]
    replace: bool,
}

/// Restores.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { database, file, replace } = args;
    if !database.database.starts_with("sqlite:") {
        bail!("this is for SQLite; for PostgreSQL use pg_restore, as docs/operations.md says");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let restored = runtime.block_on(backup::restore(&file, &database.database, replace));
    let facts = restored.with_context(|| format!("{} wasn't restored; the database is as it was", file.display()))?;
    let kept = facts.kept.map(|old| format!(" The old database is {}.", old.display())).unwrap_or_default();
    print_plain(&format!("The database is at revision {} again.{kept}", facts.revision))?;
    Ok(ExitCode::SUCCESS)
}
