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
mod own_file;
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

/// An extract holds one as long as its client takes to receive it, so a few slow clients must not keep everybody out.
const READERS: u32 = 16;
const WAIT_FOR_LOCK: Duration = Duration::from_secs(10);
/// How long somebody who reads waits for a connection, and how long somebody who writes, as others may write for long.
const WAIT_TO_READ: Duration = Duration::from_secs(5);
const WAIT_TO_WRITE: Duration = Duration::from_secs(15);

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
        // One that is there, or can't be made, is SQLite's to open, or to say why.
        let _ = own_file::begin(options.get_filename());
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(WAIT_TO_WRITE)
            .connect_with(options.clone())
            .await
            .map_err(storage_error)?;
        migrations::all().run(&writer).await.map_err(errors::migration_error)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(WAIT_TO_READ)
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
        let begin = "BEGIN IMMEDIATE";
        let transaction = match self.writer.begin_with(begin).await {
            // SQLite itself ends a transaction whose commit finds the disk full; the connection's own count of
            // transactions then never comes back to nothing. What is wrong with it ends with it.
            Err(sqlx::Error::InvalidSavePointStatement) => {
                self.writer.acquire().await.map_err(storage_error)?.close().await.map_err(storage_error)?;
                self.writer.begin_with(begin).await
            }
            begun => begun,
        };
        Ok(Box::new(SqliteUnit { transaction: transaction.map_err(storage_error)? }))
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

#[cfg(test)]
mod tests {
    use super::SqliteStorage;
    use crate::storage::people::{NewPerson, PersonKeys};
    use crate::storage::{Storage, StorageError};

    #[tokio::test]
    async fn where_no_page_is_left_a_write_is_refused_whole_and_goes_on_when_there_is_room() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let address = format!("sqlite://{}", folder.path().join("muster.db").display());
        let storage = SqliteStorage::open(&address).await.expect("opens");
        let pages: i64 =
            sqlx::query_scalar("PRAGMA page_count").fetch_one(&storage.writer).await.expect("a number of pages");
        limit(&storage, pages + 20).await;
        assert!(matches!(add_people(&storage).await, Err(StorageError::Unavailable(_))));
        let mut unit = storage.read().await.expect("it still reads");
        assert_eq!(unit.current_revision().await.expect("reads"), 0, "nothing of it stays");
        assert_eq!(unit.count_people_at(1).await.expect("reads"), 0);
        drop(unit);
        limit(&storage, 100_000).await;
        add_people(&storage).await.expect("there is room again");
        assert_eq!(storage.read().await.expect("reads").count_people_at(1).await.expect("reads"), PEOPLE);
    }

    const PEOPLE: u64 = 2_000;

    /// The connection that writes is one, and keeps what it was told.
    async fn limit(storage: &SqliteStorage, pages: i64) {
        let limit = format!("PRAGMA max_page_count = {pages}");
        let set: i64 =
            sqlx::query_scalar(sqlx::AssertSqlSafe(limit)).fetch_one(&storage.writer).await.expect("a limit");
        assert_eq!(set, pages);
    }

    async fn add_people(storage: &SqliteStorage) -> Result<(), StorageError> {
        let mut unit = storage.write().await?;
        unit.add_revision(&crate::storage::contract::revision(1)).await?;
        let layout = unit.layout_from_headers(&["Username".to_owned()]).await?;
        let people: Vec<NewPerson> = (0..PEOPLE)
            .map(|number| {
                let username = format!("p{number}@example.com");
                let keys =
                    PersonKeys { username: username.clone(), username_form: username.clone(), employee_id: None };
                NewPerson { keys, record: username }
            })
            .collect();
        unit.create_people(1, layout, "Username", &people).await?;
        unit.commit().await
    }
}
