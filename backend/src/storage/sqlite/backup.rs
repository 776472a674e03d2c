//! Backups: SQLite files that hold one moment of a database, and putting one back.
//!
//! Of a SQLite file, `VACUUM INTO` writes what one moment holds, whoever writes meanwhile; of PostgreSQL, every table is
//! copied (`migrate::to_file`). A backup is looked at by SQLite's own `integrity_check` before it gets its name, and
//! before it is put in the place of a database. Whenever either is killed, the name stands for what it stood for before,
//! or for all of the new.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

use super::errors::storage_error;
use super::{WAIT_FOR_LOCK, migrations, own_file};
use crate::storage::{StorageError, failpoints};

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

/// Writes a copy of the SQLite database to a file that isn't there yet.
pub async fn copy(address: &str, to: &Path) -> Result<CopyFacts, StorageError> {
    let options = SqliteConnectOptions::from_str(address).map_err(storage_error)?;
    whole_file(to, async |part| {
        let mut connection = opened(options.busy_timeout(WAIT_FOR_LOCK)).await?;
        let target = part.to_string_lossy().into_owned();
        let written = sqlx::query("VACUUM INTO $1").bind(target).execute(&mut connection).await;
        connection.close().await.map_err(storage_error)?;
        written.map(drop).map_err(storage_error)
    })
    .await
}

/// Lets somebody write a database to a file beside its place, looks at it, and gives it its name.
pub async fn whole_file<E: From<StorageError>>(
    to: &Path,
    write: impl AsyncFnOnce(&Path) -> Result<(), E>,
) -> Result<CopyFacts, E> {
    let part = beside(to, PART);
    forget_old_parts(own_file::folder_of(to));
    // What was killed may have left more than the part itself, and so does what goes well.
    let forget = || std::iter::once(part.clone()).chain(beside_parts(&part)).try_for_each(|file| remove(&file));
    forget()?;
    let written = async {
        own_file::begin(&part).map_err(unavailable)?;
        write(&part).await?;
        let revision = revision_of_whole(&part).await?;
        failpoints::pass("backup-whole").await?;
        let bytes = put_in_place(&part, to)?;
        beside_parts(&part).try_for_each(|file| remove(&file))?;
        Ok(CopyFacts { bytes, revision, kept: None })
    };
    written.await.inspect_err(|_| drop(forget()))
}

/// How the name of a backup ends while it is written; nobody else's files do.
const PART: &str = "muster-part";
/// What SQLite may write beside a file.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];
/// A part that nobody wrote to for so long belongs to a backup that was killed.
const OLD: Duration = Duration::from_hours(1);

fn beside_parts(part: &Path) -> impl Iterator<Item = PathBuf> {
    BESIDE.into_iter().map(|ending| with_ending(part, ending))
}

/// Removes what killed backups left in a folder, under whatever names they were to be made: it holds people's data, and
/// names with a date are never used again. What can't be removed doesn't keep a backup from being made.
fn forget_old_parts(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let ours = name.ends_with(&format!(".{PART}"))
            || BESIDE.iter().any(|beside| name.ends_with(&format!(".{PART}{beside}")));
        let written = entry.metadata().ok().filter(fs::Metadata::is_file).and_then(|facts| facts.modified().ok());
        if ours && written.and_then(|at| at.elapsed().ok()).is_some_and(|age| age > OLD) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Puts a copy in the place of the database. One that is there is kept beside it, and only replaced if `replace` says
/// so and nobody uses it.
pub async fn restore(from: &Path, address: &str, replace: bool) -> Result<CopyFacts, StorageError> {
    let options = SqliteConnectOptions::from_str(address).map_err(storage_error)?;
    let database = options.get_filename().to_path_buf();
    let part = beside(&database, "restored");
    remove(&part)?;
    let copied = own_file::copy(from, &part).and_then(|()| own_file::belong_as(&part, &database));
    copied.map_err(unavailable).inspect_err(|_| drop(remove(&part)))?;
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
    let kept = if there { Some(keep(&database)?) } else { None };
    let swapped = async {
        failpoints::pass("old-one-kept").await?;
        for ending in ["-wal", "-shm"] {
            remove(&with_ending(&database, ending))?;
        }
        failpoints::pass("before-swap").await?;
        put_in_place(&part, &database)
    };
    // What wasn't replaced needs no second name.
    let forget = || [Some(&part), kept.as_ref()].into_iter().flatten().try_for_each(|file| remove(file));
    let bytes = swapped.await.inspect_err(|_| drop(forget()))?;
    Ok(CopyFacts { bytes, revision, kept })
}

/// Gives the database a second name, under which it stays when its own is given to the backup: there is no moment at
/// which nothing has that name. A database that was kept before is never written over.
fn keep(database: &Path) -> Result<PathBuf, StorageError> {
    for number in 1.. {
        let kept = match number {
            1 => beside(database, "before-restore"),
            number => beside(database, &format!("before-restore-{number}")),
        };
        match fs::hard_link(database, &kept) {
            Ok(()) => return Ok(kept),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            // Not every kind of disk knows second names; then it is a copy.
            Err(_) => return fs::copy(database, &kept).map(|_| kept).map_err(unavailable),
        }
    }
    Err(StorageError::Unavailable("there is no name left for the old database".into()))
}

/// Looks at a whole file, and says at which revision it is.
pub async fn revision_of_whole(file: &Path) -> Result<u64, StorageError> {
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
    // Where folders can't be opened, renaming is as durable as it gets.
    if let Ok(folder) = fs::File::open(own_file::folder_of(to)) {
        let _ = folder.sync_all();
    }
    Ok(bytes)
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    with_ending(file, &format!(".{ending}"))
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
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
