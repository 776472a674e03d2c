//! Copies of a SQLite file, and putting one back.
//!
//! `VACUUM INTO` writes what one moment of the database holds, whoever writes meanwhile. A copy is looked at by SQLite's
//! own `integrity_check` before it gets its name, and before it is put in the place of a database.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

use super::errors::storage_error;
use super::{WAIT_FOR_LOCK, migrations};
use crate::storage::StorageError;

/// What a copy is.
#[derive(Debug, Clone)]
pub struct CopyFacts {
    /// Its size.
    pub bytes: u64,
    /// The newest revision in it.
    pub revision: u64,
    /// Where the database is kept that it took the place of.
    pub kept: Option<PathBuf>,
}

/// Writes a copy of the database to a file that isn't there yet.
pub async fn copy(address: &str, to: &Path) -> Result<CopyFacts, StorageError> {
    let part = beside(to, "part");
    remove(&part)?;
    let options = SqliteConnectOptions::from_str(address).map_err(storage_error)?;
    let mut connection = opened(options.busy_timeout(WAIT_FOR_LOCK)).await?;
    let target = part.to_string_lossy().into_owned();
    let written = sqlx::query("VACUUM INTO $1").bind(target).execute(&mut connection).await;
    connection.close().await.map_err(storage_error)?;
    let looked_at = match written {
        Ok(_) => revision_of_whole(&part).await,
        Err(error) => Err(storage_error(error)),
    };
    let revision = looked_at.inspect_err(|_| drop(remove(&part)))?;
    let bytes = put_in_place(&part, to)?;
    Ok(CopyFacts { bytes, revision, kept: None })
}

/// Puts a copy in the place of the database. One that is there is kept beside it, and only replaced if `replace` says
/// so and nobody uses it.
pub async fn restore(from: &Path, address: &str, replace: bool) -> Result<CopyFacts, StorageError> {
    let options = SqliteConnectOptions::from_str(address).map_err(storage_error)?;
    let database = options.get_filename().to_path_buf();
    let part = beside(&database, "restored");
    remove(&part)?;
    fs::copy(from, &part).map_err(unavailable)?;
    let revision = revision_of_whole(&part).await.inspect_err(|_| drop(remove(&part)))?;
    let there = database.exists();
    if there {
        let free = if replace {
            let out_of_use = alone(options).await;
            out_of_use.map_err(|_| StorageError::Unavailable("a server uses the database; stop it first".into()))
        } else {
            Err(StorageError::Unavailable("there is a database already; see --replace".into()))
        };
        free.inspect_err(|_| drop(remove(&part)))?;
    }
    let kept = there.then(|| beside(&database, "before-restore"));
    if let Some(kept) = &kept {
        fs::rename(&database, kept).map_err(unavailable)?;
    }
    for ending in ["-wal", "-shm"] {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        remove(Path::new(&name))?;
    }
    let bytes = put_in_place(&part, &database)?;
    Ok(CopyFacts { bytes, revision, kept })
}

/// Looks at a whole file, and says at which revision it is.
async fn revision_of_whole(file: &Path) -> Result<u64, StorageError> {
    let mut connection = opened(SqliteConnectOptions::new().filename(file).read_only(true)).await?;
    let said: String =
        sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut connection).await.map_err(storage_error)?;
    if said != "ok" {
        return Err(StorageError::Corrupt("SQLite finds the copy damaged".to_owned()));
    }
    let newest: i64 = sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM _sqlx_migrations")
        .fetch_one(&mut connection)
        .await
        .map_err(|_| StorageError::Corrupt("the file isn't a database of Muster".to_owned()))?;
    if migrations::all().iter().all(|step| step.version < newest) {
        return Err(StorageError::Corrupt("the file was written by a newer Muster".to_owned()));
    }
    let revision: i64 = sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM revisions")
        .fetch_one(&mut connection)
        .await
        .map_err(storage_error)?;
    connection.close().await.map_err(storage_error)?;
    u64::try_from(revision).map_err(|_| StorageError::Corrupt("a revision is negative".to_owned()))
}

/// Leaves the mode in which several use the file, which works only for somebody who is alone with it, and folds the
/// log into the file.
async fn alone(options: SqliteConnectOptions) -> Result<(), StorageError> {
    let mut connection = opened(options).await?;
    let mode: String =
        sqlx::query_scalar("PRAGMA journal_mode = DELETE").fetch_one(&mut connection).await.map_err(storage_error)?;
    connection.close().await.map_err(storage_error)?;
    if mode == "delete" { Ok(()) } else { Err(StorageError::Unavailable("the database is in use".into())) }
}

async fn opened(options: SqliteConnectOptions) -> Result<SqliteConnection, StorageError> {
    options.create_if_missing(false).disable_statement_logging().connect().await.map_err(storage_error)
}

/// Gives a file that is whole its name, and makes that durable.
fn put_in_place(part: &Path, to: &Path) -> Result<u64, StorageError> {
    let file = fs::File::open(part).map_err(unavailable)?;
    file.sync_all().map_err(unavailable)?;
    let bytes = file.metadata().map_err(unavailable)?.len();
    fs::rename(part, to).map_err(unavailable)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Where folders can't be opened, renaming is as durable as it gets.
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(bytes)
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn remove(file: &Path) -> Result<(), StorageError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(unavailable(error)),
        _ => Ok(()),
    }
}

fn unavailable(error: std::io::Error) -> StorageError {
    StorageError::Unavailable(error.into())
}
