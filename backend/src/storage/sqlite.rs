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
mod file;
mod migrations;
#[path = "portable/numbers.rs"]
mod numbers;
mod own_file;
#[path = "portable/past.rs"]
mod past;
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
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Sqlite, Transaction};

use super::commits::Commits;
use super::{ReadUnit, Storage, StorageError, WriteUnit};
use errors::storage_error;
use file::OpenedFile;

/// An extract holds one as long as its client takes to receive it; half of them at most are held so (`work::Lanes`).
const READERS: u32 = 16;
/// The log of writes beside the file is cut back to so many bytes when it was folded in; a large import made it larger.
const LONGEST_LOG: &str = "67108864";
const WAIT_FOR_LOCK: Duration = Duration::from_secs(10);
/// How long somebody who reads waits for a connection, and how long somebody who writes, as others may write for long.
const WAIT_TO_READ: Duration = Duration::from_secs(5);
const WAIT_TO_WRITE: Duration = Duration::from_secs(15);

/// A SQLite file.
#[derive(Debug)]
pub struct SqliteStorage {
    writer: SqlitePool,
    readers: SqlitePool,
    file: Arc<OpenedFile>,
    commits: Arc<Commits>,
    /// Whether the last look for damage found any.
    is_damaged: AtomicBool,
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
            .pragma("journal_size_limit", LONGEST_LOG)
            .disable_statement_logging();
        // One that is there, or can't be made, is SQLite's to open, or to say why.
        let path = options.get_filename().to_path_buf();
        if own_file::begin(&path).is_err() {
            file::is_no_empty_one(&path).await?;
        }
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(WAIT_TO_WRITE)
            .connect_with(options.clone())
            .await
            .map_err(storage_error)?;
        // Before anything is written: what is damaged must not be made worse.
        file::is_whole(&writer).await?;
        migrations::all().run(&writer).await.map_err(errors::migration_error)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(WAIT_TO_READ)
            .connect_with(options.read_only(true))
            .await
            .map_err(storage_error)?;
        let (file, commits) = (Arc::new(OpenedFile::note(&path)), Arc::default());
        Ok(Self { writer, readers, file, commits, is_damaged: AtomicBool::new(false) })
    }
}

#[async_trait]
impl Storage for SqliteStorage {
    async fn read(&self) -> Result<Box<dyn ReadUnit>, StorageError> {
        let mut transaction = self.readers.begin().await.map_err(storage_error)?;
        // A deferred transaction fixes its moment when it first reads, so it reads at once.
        sqlx::query("SELECT 1 FROM layouts LIMIT 1").fetch_optional(&mut *transaction).await.map_err(storage_error)?;
        Ok(Box::new(SqliteUnit { transaction, written: None }))
    }

    async fn write(&self) -> Result<Box<dyn WriteUnit>, StorageError> {
        self.file.is_the_same()?;
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
        let transaction = transaction.map_err(storage_error)?;
        let written = Some((Arc::clone(&self.file), Arc::clone(&self.commits)));
        Ok(Box::new(SqliteUnit { transaction, written }))
    }

    async fn ready(&self) -> Result<(), StorageError> {
        self.file.is_the_same()?;
        self.commits.look()?;
        if self.is_damaged.load(Ordering::Relaxed) {
            return Err(StorageError::Corrupt("SQLite found the file damaged".to_owned()));
        }
        let mut unit = self.read().await?;
        unit.current_revision().await?;
        drop(unit);
        // Somebody who writes just now shows that it can be written, sooner or later.
        match self.writer.try_acquire() {
            Some(mut writer) => try_to_write(&mut writer).await,
            None => Ok(()),
        }
    }

    async fn look_for_damage(&self) -> Result<(), StorageError> {
        let looked = file::is_whole(&self.readers).await;
        self.is_damaged.store(matches!(looked, Err(StorageError::Corrupt(_))), Ordering::Relaxed);
        looked
    }

    fn readers(&self) -> u32 {
        READERS
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Writes a page of the file as it is, so that a full or read-only disk shows.
async fn try_to_write(writer: &mut SqliteConnection) -> Result<(), StorageError> {
    let same = "BEGIN IMMEDIATE; PRAGMA user_version = 0; COMMIT";
    let written = sqlx::raw_sql(same).execute(&mut *writer).await.map_err(storage_error);
    if written.is_err() {
        // If nothing was begun, there is nothing to take back.
        let _ = sqlx::raw_sql("ROLLBACK").execute(writer).await;
    }
    match written {
        // Another program writes just now, so it can be written.
        Ok(_) | Err(StorageError::Busy(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// What the files in `portable` call the two; they are compiled once for each kind of database.
type Unit = SqliteUnit;
type Row = sqlx::sqlite::SqliteRow;

/// One transaction. Dropping it rolls back, which is what sqlx does with a transaction that wasn't committed.
struct SqliteUnit {
    transaction: Transaction<'static, Sqlite>,
    /// Of one that writes: the file that it writes to, and where its commit is counted.
    written: Option<(Arc<OpenedFile>, Arc<Commits>)>,
}

impl ReadUnit for SqliteUnit {}

#[async_trait]
impl WriteUnit for SqliteUnit {
    async fn commit(self: Box<Self>) -> Result<(), StorageError> {
        let Self { transaction, written } = *self;
        let _begun = written.as_ref().map(|(_, commits)| commits.begin());
        transaction.commit().await.map_err(storage_error)?;
        // What went into a file that nobody will find again isn't done.
        written.map_or(Ok(()), |(file, _)| file.is_the_same())
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
        assert!(matches!(add_people(&storage).await, Err(StorageError::NoRoom(_))));
        let mut unit = storage.read().await.expect("it still reads");
        assert_eq!(unit.current_revision().await.expect("reads"), 0, "nothing of it stays");
        assert_eq!(unit.count_people_at(1).await.expect("reads"), 0);
        drop(unit);
        limit(&storage, 100_000).await;
        add_people(&storage).await.expect("there is room again");
        storage.ready().await.expect("and it says so");
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
