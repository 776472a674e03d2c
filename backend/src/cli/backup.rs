//! `muster backup`: a copy of the database as it is at one moment, made while the server runs, and looked at before it
//! counts. Of whatever kind the database is, the copy is a SQLite file.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};

use super::database::DatabaseArgs;
use super::output::print_plain;
use crate::migrate;
use crate::storage::sqlite::backup::{self, CopyFacts};

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
    if file.exists() {
        bail!("{} is there already; a backup is never written over", file.display());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let address = &database.database;
    let copied: anyhow::Result<CopyFacts> = runtime.block_on(async {
        if address.starts_with("sqlite:") {
            return Ok(backup::copy(address, &file).await?);
        }
        backup::whole_file(&file, async |part| Ok(migrate::to_file(address, part).await.map(drop)?)).await
    });
    let facts = copied.with_context(|| format!("no backup was written to {}", file.display()))?;
    print_plain(&format!("{}: revision {}, {} bytes, looked at and whole.", file.display(), facts.revision, facts.bytes))?;
    Ok(ExitCode::SUCCESS)
}
