//! Between a SQLite file and a PostgreSQL database, with everything in it, and proven equal before it counts.
//!
//! Both have the same tables, made by steps with the same numbers, so the tables are copied as they are: no list of what
//! there is could forget one. The copy is one transaction: it is committed only if every row of every table, read back,
//! gives the same hash on both sides. Moving goes from the file to PostgreSQL, and nobody else writes to the file
//! meanwhile; a backup goes the other way, from one moment of a database that is in use.

mod copying;
mod filling;
mod tables;

use std::path::Path;
use std::str::FromStr;

use sqlx::postgres::PgConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

use crate::storage::Storage;
use crate::storage::StorageError;
use crate::storage::failpoints;
use crate::storage::postgres::{self, PostgresStorage};
use crate::storage::sqlite::SqliteStorage;
use tables::Table;

/// What was copied of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The table.
    pub table: String,
    /// How many rows it has.
    pub rows: u64,
    /// The hash over all of them, the same on both sides.
    pub sha256: String,
}

/// Why nothing was copied. The target is as it was.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The target holds something already.
    #[error("the target holds a directory or admins already; nothing was copied")]
    NotEmpty,
    /// A table came out differently.
    #[error("the table {0} isn't the same in the target; nothing was copied")]
    Differs(String),
    /// One of the two can't be opened or brought up to date.
    #[error("a database can't be opened")]
    Storage(#[from] StorageError),
    /// The file's steps aren't the ones that this program knows.
    #[error("the table {0} isn't in the other database; both must be of this version of Muster")]
    Missing(String),
    /// One of the two failed.
    #[error("a database failed; nothing was copied")]
    Failed(#[from] sqlx::Error),
}

/// Copies the file at `from` into the empty database at `to`.
pub async fn migrate(from: &str, to: &str) -> Result<Vec<Copied>, MigrateError> {
    // Opening brings both up to the same tables.
    SqliteStorage::open(from).await?.close().await;
    PostgresStorage::open(to, 2).await?.close().await;
    let mut source = SqliteConnectOptions::from_str(from)?.disable_statement_logging().connect().await?;
    let mut target = postgres::connect_options(to)?.connect().await?;
    let copied = copy(&mut source, &mut target).await?;
    source.close().await?;
    target.close().await?;
    Ok(copied)
}

/// Copies one moment of the database at `from` into a file that isn't there yet, while others use the database.
pub async fn to_file(from: &str, file: &Path) -> Result<Vec<Copied>, MigrateError> {
    let address = format!("sqlite://{}", file.display());
    // An empty file isn't taken for a database, so it is made anew.
    if std::fs::metadata(file).is_ok_and(|facts| facts.len() == 0) {
        std::fs::remove_file(file).map_err(|error| StorageError::Unavailable(error.into()))?;
    }
    SqliteStorage::open(&address).await?.close().await;
    let options = SqliteConnectOptions::new().filename(file).disable_statement_logging();
    let mut target = options.connect().await?;
    let mut source = postgres::connect_options(from)?.connect().await?;
    let copied = filling::fill(&mut source, &mut target).await?;
    source.close().await?;
    target.close().await?;
    Ok(copied)
}

async fn copy(source: &mut SqliteConnection, target: &mut PgConnection) -> Result<Vec<Copied>, MigrateError> {
    let mut reading = source.begin_with("BEGIN IMMEDIATE").await?;
    let mut writing = target.begin_with("BEGIN ISOLATION LEVEL SERIALIZABLE").await?;
    sqlx::query("UPDATE writer SET turn = turn + 1").execute(&mut *writing).await?;
    let held: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM revisions) OR EXISTS (SELECT 1 FROM admins)")
        .fetch_one(&mut *writing)
        .await?;
    if held {
        return Err(MigrateError::NotEmpty);
    }
    let tables = tables::in_order(&mut reading).await?;
    let mut copied = Vec::new();
    for table in &tables {
        // A row that the steps themselves put there comes from the file, too.
        let empty = format!("DELETE FROM {}", table.name);
        sqlx::query(AssertSqlSafe(empty)).execute(&mut *writing).await?;
        copying::copy(table, &mut reading, &mut writing).await?;
        set_next_number(table, &mut reading, &mut writing).await?;
    }
    for table in &tables {
        let (rows, ours) = copying::hash_in_sqlite(table, &mut reading).await?;
        let (found, theirs) = copying::hash_in_postgres(table, &mut writing).await?;
        if (rows, &ours) != (found, &theirs) {
            return Err(MigrateError::Differs(table.name.clone()));
        }
        copied.push(Copied { table: table.name.clone(), rows, sha256: ours });
    }
    failpoints::pass("tables-copied").await?;
    writing.commit().await?;
    Ok(copied)
}

/// Numbers that were given once are never given again, also after the move.
async fn set_next_number(
    table: &Table,
    source: &mut SqliteConnection,
    target: &mut PgConnection,
) -> Result<(), MigrateError> {
    if table.columns.iter().all(|column| column.name != "id") {
        return Ok(());
    }
    let newest = format!(
        "SELECT max(coalesce((SELECT max(id) FROM {0}), 0),
                    coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{0}'), 0))",
        table.name
    );
    let newest: i64 = sqlx::query_scalar(AssertSqlSafe(newest)).fetch_one(source).await?;
    let set = format!("SELECT setval(pg_get_serial_sequence('{}', 'id'), greatest($1, 1), $1 > 0)", table.name);
    let _: i64 = sqlx::query_scalar(AssertSqlSafe(set)).bind(newest).fetch_one(target).await?;
    Ok(())
}
