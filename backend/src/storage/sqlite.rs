//! Storage in one SQLite file.
//!
//! One connection writes, a few read. The file is in WAL mode, so readers never wait for the writer and each sees one
//! moment; `synchronous=FULL` makes a commit durable before it is reported. A write begins with `BEGIN IMMEDIATE`:
//! a transaction that began as a reader can't become a writer when someone else wrote in between, and no waiting
//! would help it.

#[path = "portable/access.rs"]
mod access;
#[path = "portable/accounts.rs"]
mod accounts;
pub mod backup;
mod bulk;
mod errors;
mod migrations;
#[path = "portable/numbers.rs"]
mod numbers;
#[path = "portable/people.rs"]
mod people;
mod queries;
#[path = "portable/records.rs"]
mod records;
#[path = "portable/revisions.rs"]
mod revisions;
#[path = "portable/settings.rs"]
mod settings;
mod writing;

use std::str::FromStr;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Sqlite, Transaction};

use super::{ReadUnit, Storage, StorageError, WriteUnit};
use errors::storage_error;

const READERS: u32 = 4;
const WAIT_FOR_LOCK: Duration = Duration::from_secs(10);
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(15);

/// A SQLite file.
#[derive(Debug)]
pub struct SqliteStorage {
    writer: SqlitePool,
    readers: SqlitePool,
}

impl SqliteStorage {
    /// Opens the file that a `sqlite://` address names, made if it isn't there, and brings its tables up to date.
    pub async fn open(address: &str) -> Result<Self, StorageError> {
        let options = SqliteConnectOptions::from_str(address)
            .map_err(storage_error)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(WAIT_FOR_LOCK)
            .disable_statement_logging();
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(WAIT_FOR_CONNECTION)
            .connect_with(options.clone())
            .await
            .map_err(storage_error)?;
        migrations::all().run(&writer).await.map_err(errors::migration_error)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(WAIT_FOR_CONNECTION)
            .connect_with(options.read_only(true))
            .await
            .map_err(storage_error)?;
        Ok(Self { writer, readers })
    }
}

#[async_trait]
impl Storage for SqliteStorage {
    async fn read(&self) -> Result<Box<dyn ReadUnit>, StorageError> {
        let mut transaction = self.readers.begin().await.map_err(storage_error)?;
        // A deferred transaction fixes its moment when it first reads, so it reads at once.
        sqlx::query("SELECT 1 FROM layouts LIMIT 1").fetch_optional(&mut *transaction).await.map_err(storage_error)?;
        Ok(Box::new(SqliteUnit { transaction }))
    }

    async fn write(&self) -> Result<Box<dyn WriteUnit>, StorageError> {
        let transaction = self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(storage_error)?;
        Ok(Box::new(SqliteUnit { transaction }))
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// What the files in `portable` call the two; they are compiled once for each kind of database.
type Unit = SqliteUnit;
type Row = sqlx::sqlite::SqliteRow;

/// One transaction. Dropping it rolls back, which is what sqlx does with a transaction that wasn't committed.
struct SqliteUnit {
    transaction: Transaction<'static, Sqlite>,
}

impl ReadUnit for SqliteUnit {}

#[async_trait]
impl WriteUnit for SqliteUnit {
    async fn commit(self: Box<Self>) -> Result<(), StorageError> {
        self.transaction.commit().await.map_err(storage_error)
    }
}
