//! `muster restore`: puts a backup in the place of the database. The server must not run. On PostgreSQL the place is a
//! database that is empty, so that the old one stays as it is.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};

use super::database::DatabaseArgs;
use super::output::print_plain;
use crate::migrate;
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
        return to_postgres(&file, &database.database, replace);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let restored = runtime.block_on(backup::restore(&file, &database.database, replace));
    let facts = restored.with_context(|| format!("{} wasn't restored; the database is as it was", file.display()))?;
    let kept = facts.kept.map(|old| format!(" The old database is {}.", old.display())).unwrap_or_default();
    print_plain(&format!("The database is at revision {} again.{kept}", facts.revision))?;
    Ok(ExitCode::SUCCESS)
}

fn to_postgres(file: &Path, address: &str, replace: bool) -> anyhow::Result<ExitCode> {
    if replace {
        bail!("on PostgreSQL a backup is restored to an empty database: make one, restore to it, and start Muster with it");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let restored: anyhow::Result<u64> = runtime.block_on(async {
        let revision = backup::revision_of_whole(file).await?;
        // Filled from a copy: the backup itself stays as it was written, whatever steps a newer Muster adds.
        let folder = tempfile::tempdir()?;
        let copy = folder.path().join("backup.db");
        std::fs::copy(file, &copy)?;
        migrate::migrate(&format!("sqlite://{}", copy.display()), address).await?;
        Ok(revision)
    });
    let revision = restored.with_context(|| format!("{} wasn't restored; the database is as it was", file.display()))?;
    print_plain(&format!("The database is at revision {revision} again, and every row is the one of the backup."))?;
    Ok(ExitCode::SUCCESS)
}
